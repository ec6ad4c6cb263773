"""Kept out are only steps of collected messages; a log without any says so."""

from __future__ import annotations

from cesta.model.event import Event
from cesta.store.kept_out import count_them, kept_out
from cesta.store.workspace import Workspace


def test_an_event_that_speaks_of_it_is_none(workspace: Workspace) -> None:
    workspace.log.append([Event("web", "1", "ann", "see", 10, {"said": '"kept_out": no', "n": 1})])
    assert kept_out(workspace.log) == []
    before = workspace.log.marks()
    assert count_them(workspace.log, bots=False, tests=False) == 0
    assert workspace.log.marks() == before
