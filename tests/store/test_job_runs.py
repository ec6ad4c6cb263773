"""Runs are remembered, not without end; how far a job has read is kept with other rows or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.store.job_runs import KEPT, Run, RunState, cursor_of, note_run, now, put_cursor, runs_of
from cesta.store.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "log.sqlite")
    yield log
    log.close()


def run(state: RunState, began: int = 1) -> Run:
    return Run("a", state, began, began + 1, said="why" if state == "failed" else None)


def test_the_newest_run_comes_first_and_idle_ones_are_one(log: Log) -> None:
    for began, state in enumerate(("loaded", "nothing_new", "nothing_new", "failed", "nothing_new")):
        note_run(log, run(state, began))  # type: ignore[arg-type]
    assert [(one.state, one.began) for one in runs_of(log, "a")] == [
        ("nothing_new", 4), ("failed", 3), ("nothing_new", 2), ("loaded", 0),
    ]  # fmt: skip
    assert runs_of(log, "other") == []


def test_old_runs_are_forgotten(log: Log) -> None:
    for began in range(KEPT + 3):
        note_run(log, run("loaded", began))
    found = runs_of(log, "a", KEPT + 3)
    assert (len(found), found[-1].began) == (KEPT, 3)


def test_a_cursor_goes_with_its_transaction(log: Log) -> None:
    assert cursor_of(log, "a") is None
    with log.transaction() as sql:
        put_cursor(sql, "a", "5")

    def broken() -> None:
        with log.transaction() as sql:
            put_cursor(sql, "a", "9")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert cursor_of(log, "a") == "5"
    with log.transaction() as sql:
        put_cursor(sql, "a", None)
    assert cursor_of(log, "a") is None


def test_now_is_in_microseconds() -> None:
    assert 1_700_000_000_000_000 < now() < 9_000_000_000_000_000
