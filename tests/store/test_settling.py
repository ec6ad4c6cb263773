"""What was committed moves into the log's file by itself, and closing waits for it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cesta.model.event import Event
from cesta.store import settling
from cesta.store.log import Log


def batches(log: Log, count: int) -> None:
    for number in range(count):
        log.append([Event("web", f"{number}-{n}", "ann", "see", n, {"text": "x" * 1000}) for n in range(50)])


def test_the_wal_begins_anew_while_events_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "EVERY", 1 << 18)
    log = Log(tmp_path / "log.sqlite")
    batches(log, 100)
    log._settling.close()
    assert (tmp_path / "log.sqlite").stat().st_size > 1 << 20, "much of it is in the file itself"
    assert (tmp_path / "log.sqlite-wal").stat().st_size < 3 << 20, "and the WAL was used again"
    log.close()
    again = Log(tmp_path / "log.sqlite")
    assert again.counts()["log"] == 5000
    again.close()


def test_without_a_file_to_move_into_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(settling, "EVERY", 0)
    monkeypatch.setattr(settling, "_move", full)
    log = Log(tmp_path / "log.sqlite")
    batches(log, 2)
    log.close()
    again = Log(tmp_path / "log.sqlite")
    assert again.counts()["log"] == 100
    again.close()
