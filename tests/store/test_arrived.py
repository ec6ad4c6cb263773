"""Sums over what came stay those of a count from the beginning, however often one looks."""

from __future__ import annotations

from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.store.arrived import HOUR, ArrivedTally
from cesta.store.workspace import Workspace


def arrival(number: int, source: str, **properties: str) -> Arrival:
    event = Event(source, str(number), "ann", "see", 0, properties)
    return Arrival(event, "page", "{}", number * HOUR // 2, kept_out=bool(properties))


def test_looking_again_counts_only_what_is_new(workspace: Workspace) -> None:
    tally = ArrivedTally(workspace.log)
    assert tally.now() == {}
    workspace.log.append([arrival(n, "site") for n in range(4)])
    assert tally.now()["site"].messages == 4
    workspace.log.append([arrival(4, "site", kept_out="bot: X"), arrival(5, "app")])
    for found in (tally.now(), tally.now(), ArrivedTally(workspace.log).now()):
        assert {name: each.messages for name, each in found.items()} == {"site": 5, "app": 1}
        assert (found["site"].last, dict(found["site"].hours)) == (2 * HOUR, {0: 2, 1: 2, 2: 1})
        assert dict(found["site"].kept_out) == {"bot: X": 1}


def test_hours_long_past_are_forgotten(workspace: Workspace) -> None:
    workspace.log.append([arrival(0, "site"), arrival(1000, "site")])
    found = ArrivedTally(workspace.log).now()["site"]
    assert (found.messages, dict(found.hours)) == (2, {500: 1})
