"""Whether a generator made up what a workspace holds: all of it, some of it, or nothing."""

from __future__ import annotations

from typing import Literal

from cesta.store.workspace import Workspace

MadeUp = Literal["none", "some", "all"]


def made_up(workspace: Workspace) -> MadeUp:
    """How much of what counts now was made up: events that were sent are taken for real."""
    loads = workspace.log.loads()
    if not any(load.generated for load in loads):
        return "none"
    return "some" if workspace.log.counts()["log"] or not all(load.generated for load in loads) else "all"
