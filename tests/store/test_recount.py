"""A change of loads and what follows from it are one step, also when events come in at that very moment."""

from __future__ import annotations

import sqlite3

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, unload
from cesta.model.event import Event
from cesta.store import recount
from cesta.store.shards import table_of
from cesta.store.standing import Holders
from cesta.store.workspace import Workspace


def seal(workspace: Workspace, load: str, numbers: list[int], says: int) -> None:
    with begin_seal(workspace, LoadHead(load, "web")) as sealing:
        sealing.add(table_of([Event("web", str(n), "ann", "see", says) for n in numbers]))
        sealing.finish()


def times(workspace: Workspace) -> list[int]:
    found: list[int] = workspace.columns().times.tolist()
    return found


def test_an_event_that_comes_while_its_load_is_taken_back_counts(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(workspace, "a", [1, 2], 5)
    real = recount._found
    came: list[int] = []

    def slowly(holders: Holders, change: recount.Change) -> recount._Found:
        found = real(holders, change)
        if not came:
            sent = {"customer": "ann", "event": "see", "ts": "1970-01-01T00:00:07Z", "message_id": "1"}
            came.append(accept(workspace, [sent], "web").duplicates)
        return found

    monkeypatch.setattr(recount, "_found", slowly)
    unload(workspace, "a")
    assert (came, times(workspace)) == ([1], [7_000_000])


def test_a_change_that_fails_changes_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    seal(workspace, "a", [1, 2], 5)
    seal(workspace, "b", [2, 3], 6)
    before = (workspace.log.marks(), workspace.log.shards(), workspace.log.loads(), times(workspace))

    def fails(*_: object) -> None:
        raise sqlite3.IntegrityError("on purpose")

    monkeypatch.setattr(recount, "update_counts", fails)
    with pytest.raises(sqlite3.IntegrityError):
        unload(workspace, "a")
    assert (workspace.log.marks(), workspace.log.shards(), workspace.log.loads(), times(workspace)) == before


def test_every_change_is_noticed(workspace: Workspace) -> None:
    seal(workspace, "a", [1], 5)
    generation = workspace.generation()
    unload(workspace, "a")
    assert (workspace.generation() != generation, times(workspace)) == (True, [])
