"""Pieces of the log give what the log gives, follow every change of it, and may be lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cesta.model.event import Event, Value
from cesta.store import drained
from cesta.store.columns import Snapshot
from cesta.store.drained import FOLDER, drain, full_blocks, is_behind
from cesta.store.loads import ShardEntry
from cesta.store.shards import write_shards
from cesta.store.workspace import Workspace

from .conftest import Told

BLOCK = 5
Tell = Callable[[Snapshot], Told]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as made:
        with made.log.transaction() as sql:
            sql.execute(f"update meta set block = {BLOCK}")
        yield made


def event(number: int) -> Event:
    says: dict[str, Value] = {"price": number, "page": f"/{number % 3}"} if number % 2 else {"price": f"{number}"}
    return Event("web", f"m{number}", f"c{number % 4}", f"e{number % 3}", number // 3, says)


def pieces(workspace: Workspace) -> set[str]:
    return {path.name for path in (workspace.data / FOLDER).iterdir()}


def anew(workspace: Workspace, told: Tell) -> object:
    """What a process sees that opens the workspace now."""
    with Workspace.open(workspace.root) as opened:
        return told(opened.snapshot())


def undrained(workspace: Workspace, told: Tell, folder: Path) -> object:
    """What the log says without pieces."""
    shutil.copytree(workspace.root, folder, ignore=shutil.ignore_patterns(FOLDER))
    with Workspace.open(folder) as opened:
        with opened.log.transaction() as sql:
            sql.execute("update meta set block = 250000")
        return told(opened.snapshot())


@pytest.mark.parametrize("count", [0, BLOCK - 2, BLOCK - 1, BLOCK, 3 * BLOCK, 3 * BLOCK + 1])
def test_pieces_and_the_rest_are_the_log(workspace: Workspace, told: Tell, tmp_path: Path, count: int) -> None:
    workspace.log.append([event(number) for number in range(count)])
    for _ in range(2):
        assert anew(workspace, told) == undrained(workspace, told, tmp_path / f"copy{_}")
    # numbers begin with 1, so the first block has one less
    assert len(pieces(workspace) if count >= BLOCK - 1 else set()) == (count + 1) // BLOCK


def test_only_a_block_whose_rows_change_is_laid_again(workspace: Workspace, told: Tell, tmp_path: Path) -> None:
    workspace.log.append([event(number) for number in range(4 * BLOCK)])
    anew(workspace, told)
    for change in ("update events set hidden = 1 where seq = 7", "delete from events where seq = 12"):
        before = pieces(workspace)
        with workspace.log.transaction() as sql:
            sql.execute(change)
            sql.execute("update meta set changes = changes + 1")
        copy = tmp_path / change.partition(" ")[0]
        assert anew(workspace, told) == undrained(workspace, told, copy) == told(workspace.snapshot())
        assert len(before - pieces(workspace)) == 1
        assert len(pieces(workspace)) == len(before)


def test_a_log_that_was_put_back_and_went_on_otherwise_has_pieces_of_its_own(workspace: Workspace, told: Tell) -> None:
    workspace.log.append([event(number) for number in range(3)])
    older = workspace.root / "older.sqlite"
    with closing(sqlite3.connect(older)) as copy, closing(sqlite3.connect(workspace.data / "log.sqlite")) as log:
        log.backup(copy)
    workspace.log.append([event(number) for number in range(3, 2 * BLOCK)])
    anew(workspace, told)
    workspace.close()
    shutil.copy(older, workspace.data / "log.sqlite")
    for beside in ("log.sqlite-wal", "log.sqlite-shm"):
        (workspace.data / beside).unlink(missing_ok=True)
    with Workspace.open(workspace.root) as opened:
        opened.log.append([event(number) for number in range(100, 100 + 2 * BLOCK)])
        seen = told(opened.snapshot())
        assert anew(opened, told) == seen


def test_pieces_may_be_damaged_or_have_no_place(workspace: Workspace, told: Tell) -> None:
    workspace.log.append([event(number) for number in range(3 * BLOCK)])
    seen = anew(workspace, told)
    for path in (workspace.data / FOLDER).iterdir():
        path.write_bytes(path.read_bytes()[:-40])
    assert anew(workspace, told) == seen
    for path in (workspace.data / FOLDER).iterdir():
        raw = bytearray(path.read_bytes())
        raw[4:200] = bytes(196)
        path.write_bytes(raw)
    assert anew(workspace, told) == seen
    assert not (workspace.data / FOLDER).exists()
    (workspace.data / FOLDER).write_text("no folder")
    assert anew(workspace, told) == seen


def test_a_block_without_steps_is_looked_at_once(workspace: Workspace) -> None:
    workspace.log.append([event(number) for number in range(2 * BLOCK)])
    with workspace.log.transaction() as sql:
        sql.execute("update events set step = 0")
    drained = drain(workspace.log, workspace.data, workspace.log.marks().event)
    assert [piece.events for piece in drained.pieces] == [0, 0]
    assert pieces(workspace) == {path.name for path in (workspace.data / FOLDER).glob("*.none")}


def test_a_piece_that_is_out_of_date_when_it_is_laid_is_removed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.log.append([event(number) for number in range(2 * BLOCK)])

    def erased_meanwhile(*args: Any) -> list[ShardEntry]:
        with workspace.log.transaction() as sql:
            sql.execute("delete from events where seq = 7")
        return write_shards(*args)

    monkeypatch.setattr(drained, "write_shards", erased_meanwhile)
    assert drain(workspace.log, workspace.data, 2 * BLOCK) == drained.Drained(
        (drained.Piece(next((workspace.data / FOLDER).iterdir()), BLOCK - 1),), BLOCK - 1
    )
    assert is_behind(workspace.log, workspace.data)


def test_a_process_of_its_own_lays_what_is_full(workspace: Workspace) -> None:
    workspace.log.append([event(number) for number in range(2 * BLOCK)])
    assert full_blocks(workspace.log) == 2
    subprocess.run([sys.executable, "-m", "cesta.store.drained", str(workspace.data)], check=True)
    laid = pieces(workspace)
    assert len(laid) == 2
    workspace.snapshot()
    assert pieces(workspace) == laid
