"""Ids are found wherever they are: in memory, in a file, after a merge, after opening again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cesta.store import ids
from cesta.store.disk import disk_full
from cesta.store.ids import Ids, hashes_of


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "NEWEST", 8)


def filled(folder: Path, count: int, at_once: int = 3) -> Ids:
    known = Ids(folder, "log", count)
    for low in range(known.covered, count, at_once):
        seqs = np.arange(low + 1, min(low + at_once, count) + 1)
        known.add(hashes_of(["web"] * len(seqs), [f"id {seq}" for seq in seqs]), seqs, int(seqs[-1]))
    return known


def found(known: Ids, numbers: range) -> list[tuple[int, int]]:
    return sorted(known.seek(hashes_of(["web"], [f"id {number}" for number in numbers])))


@pytest.mark.parametrize("at_once", [3, 5], ids=["one by one", "many at once"])
def test_every_id_is_found_and_no_other(tmp_path: Path, at_once: int) -> None:
    known = filled(tmp_path, 200, at_once)
    assert found(known, range(1, 230)) == [(number - 1, number) for number in range(1, 201)]
    known.close()
    assert found(known, range(1, 230)) == [(number - 1, number) for number in range(1, 201)]
    assert len(list(tmp_path.glob("*.ids"))) < 12, "files of one size became one"


def test_opening_again_reads_files_and_leaves_the_rest_to_the_log(tmp_path: Path) -> None:
    known = filled(tmp_path, 100)
    known.close()
    again = Ids(tmp_path, "log", 100)
    assert 80 <= again.covered <= 100
    assert found(again, range(1, 101)) == [(number - 1, number) for number in range(1, again.covered + 1)]
    again = filled(tmp_path, 150)
    assert found(again, range(150, 151)) == [(0, 150)]
    again.close()


def test_equal_hashes_are_all_told(tmp_path: Path) -> None:
    known = Ids(tmp_path, "log", 0)
    for seq in range(1, 21):
        known.add(np.array([7], np.uint64), np.array([seq]), seq)
    known.close()
    assert sorted(seq for _, seq in known.seek(np.array([7, 8], np.uint64))) == list(range(1, 21))


def test_the_same_id_of_another_source_is_another() -> None:
    mine, others = hashes_of(["web"], ["1"]), hashes_of(["app", "web"], ["1", "1"])
    assert mine[0] == others[1] != others[0]
    assert len(hashes_of([], [])) == 0


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), disk_full(Path("ids"))])
def test_a_full_disk_takes_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr(ids, "write_run", full)
    known = filled(tmp_path, 50)
    known.close()
    assert found(known, range(1, 51)) == [(number - 1, number) for number in range(1, 51)]
