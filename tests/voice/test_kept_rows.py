"""Rows by hash: whatever was added is found again, by everybody, also after a process was killed while writing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.store.workspace import Workspace
from cesta.voice.kept_rows import KeptRows, Rows

KIND = np.dtype([("hash", "<u8"), ("value", "u1")])
lots = st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("rows") / "shop") as made:
        yield made


def kept(workspace: Workspace, name: str = "a.rows") -> KeptRows:
    return KeptRows(workspace.log, workspace.data, name, KIND)


def rows(*hashes: int) -> Rows:
    made: Rows = np.zeros(len(hashes), KIND)
    made["hash"], made["value"] = hashes, [one + 1 for one in hashes]
    return made


@given(lots)
@settings(max_examples=15)
def test_what_was_added_is_found_by_everybody(workspace: Workspace, told: list[list[int]]) -> None:
    (workspace.data / "feelings" / "a.rows").unlink(missing_ok=True)
    one, marks, asked = kept(workspace), workspace.log.marks(), np.arange(45, dtype=np.uint64)
    for lot in told:
        assert one.keep(workspace, rows(*lot), marks)
        one.at(asked)
    known = {hash for lot in told for hash in lot}
    for each in (one, kept(workspace)):
        assert each.at(asked)["value"].tolist() == [hash + 1 if hash in known else 0 for hash in range(45)]
        assert set(asked[each.are_kept(asked)].tolist()) == known


def test_a_file_that_was_left_half_written_is_mended(workspace: Workspace) -> None:
    one, marks = kept(workspace, "b.rows"), workspace.log.marks()
    one.keep(workspace, rows(7), marks)
    with (workspace.data / "feelings" / "b.rows").open("ab") as opened:
        opened.write(b"half")
    assert one.at(np.array([7], np.uint64))["value"].tolist() == [8]
    one.keep(workspace, rows(9), marks)
    assert kept(workspace, "b.rows").at(np.array([7, 9], np.uint64))["value"].tolist() == [8, 10]


def test_rows_of_an_older_kind_go_and_those_of_others_stay(workspace: Workspace) -> None:
    for name in ("old.points", "old.felt", "new.points"):
        kept(workspace, name).keep(workspace, rows(1), workspace.log.marks())
    assert not kept(workspace, "old.points").exists()
    assert kept(workspace, "old.felt").exists()
