"""Files of ids hold what was put into them, and only whole files of the same log are read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.store import id_files
from cesta.store.id_files import Run, quickened, read_runs, run_of, write_run


def run(first: int, *hashes: int) -> Run:
    last = first + max(1, len(hashes)) - 1
    return run_of(first, last, np.array(hashes, np.uint64), np.arange(first, first + len(hashes)))


def pairs(runs: list[Run]) -> list[tuple[int, int]]:
    return sorted((int(key), int(seq)) for each in runs for key, seq in zip(each.hashes, each.seqs, strict=True))


@given(st.lists(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=9), min_size=1, max_size=4))
def test_merged_runs_hold_every_id_once_ascending(lists: list[list[int]]) -> None:
    runs: list[Run] = []
    for ids in lists:
        runs.append(run(runs[-1].last + 1 if runs else 1, *ids))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(id_files, "PORTION", 2)
        found = [id_files._merged(runs, sum(map(len, lists)))]
        hashes, seqs = (np.concatenate(part) for part in zip(*found[0], strict=True))
    assert (np.diff(hashes.astype(object)) >= 0).all()
    assert sorted(zip(hashes.tolist(), seqs.tolist(), strict=True)) == pairs(runs)


hashes = st.lists(st.integers(0, 2**64 - 1) | st.sampled_from([0, 1, 2**63 - 1, 2**63, 2**64 - 1]), max_size=60)


@given(hashes, hashes)
def test_many_hashes_are_found_where_a_plain_search_finds_them(held: list[int], wanted: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(id_files, "MANY", 1)
        patch.setattr(id_files, "NEAR", 4)
        ascending = np.sort(np.array(held, np.uint64))
        found = quickened(Run(1, 60, ascending, np.zeros(len(held), np.int64)))
        asked = np.array([*wanted, *held], np.uint64)
        assert found.places(asked).tolist() == np.searchsorted(ascending, asked).tolist()


def test_files_are_read_back_as_far_as_they_follow_each_other(tmp_path: Path) -> None:
    one, two, four = run(1, 5, 3), run(3, 9), run(6, 7)
    for each in (one, two, four):
        write_run(tmp_path, "log", [each])
    found = read_runs(tmp_path, "log", 99)
    assert [(each.first, each.last) for each in found] == [(1, 2), (3, 3)]
    assert pairs(found) == pairs([one, two])
    assert {path.name for path in tmp_path.iterdir()} == {"1-2.ids", "3-3.ids"}, "the stray is gone"


def test_a_merged_file_comes_before_its_parts(tmp_path: Path) -> None:
    parts = [write_run(tmp_path, "log", [each]) for each in (run(1, 5, 3), run(3, 9, 3))]
    write_run(tmp_path, "log", parts)
    (found,) = read_runs(tmp_path, "log", 99)
    assert (found.first, found.last, found.hashes.tolist()) == (1, 4, [3, 3, 5, 9])
    assert [path.name for path in tmp_path.iterdir()] == ["1-4.ids"]


def test_what_is_not_of_this_log_or_not_whole_is_not_read(tmp_path: Path) -> None:
    path = write_run(tmp_path, "log", [run(1, 5, 3)]).path
    assert path is not None
    assert not read_runs(tmp_path, "log", 1), "it knows of more than the log holds"
    write_run(tmp_path, "other", [run(1, 5)])
    assert not read_runs(tmp_path, "log", 9)
    path.write_bytes(b"cesta id")
    assert not read_runs(tmp_path, "log", 9)
    write_run(tmp_path, "log", [run(1, 5, 3)])
    path.write_bytes(path.read_bytes()[:-16])
    assert not read_runs(tmp_path, "log", 9)
    assert not list(tmp_path.iterdir())
