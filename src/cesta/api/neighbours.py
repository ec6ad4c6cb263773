"""The workspaces under one roof, as the switch on top of the screen lists them."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.api.served import Served


@dataclass(frozen=True, slots=True)
class WorkspaceEntry:
    """address: where its pages begin, as "/w/retail/". generated: a program made up all of its events."""

    id: str
    name: str
    address: str
    here: bool
    generated: bool


def entries(served: Served) -> list[WorkspaceEntry]:
    """Every workspace that is served together with this one, in the order of the command that serves them."""
    return [
        WorkspaceEntry(
            id=near.id,
            name=near.served.workspace.settings.name,
            address=f"{near.place}/",
            here=near.served is served,
            generated=is_generated(near.served),
        )
        for near in served.neighbours
    ]


def is_generated(served: Served) -> bool:
    """Whether there are events and a generator made all of them."""
    counts = served.workspace.log.counts()
    loads = served.workspace.log.loads()
    return bool(loads) and not counts["log"] and all(getattr(load, "generated", False) for load in loads)
