"""The workspaces under one roof, as the switch on top of the screen lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cesta.api.served import Served
from cesta.model.errors import CestaError
from cesta.store.made_up import made_up


@dataclass(frozen=True, slots=True)
class WorkspaceEntry:
    """address: where its pages begin, as "/w/retail/". generated: a program made up all of its events."""

    id: str
    name: str
    address: str
    here: bool
    generated: bool


def entries(served: Served, opens: Callable[[Served], bool] = lambda _: True) -> list[WorkspaceEntry]:
    """Every workspace that is served together with this one, in the order of the command that serves them.

    opens: whether another one is told of.
    """
    return [
        WorkspaceEntry(
            id=near.id,
            name=near.served.workspace.settings.name,
            address=f"{near.place}/",
            here=near.served is served,
            generated=made_up(near.served.workspace) == "all",
        )
        for near in served.neighbours
        if near.served is served or opens(near.served)
    ]


def may_open(served: Served, headers: Mapping[str, str], client: str | None) -> bool:
    """Whether who sends this may also open another workspace; a token opens only its own."""
    try:
        return served.gate.who(headers, client) is not None
    except CestaError:
        return False
