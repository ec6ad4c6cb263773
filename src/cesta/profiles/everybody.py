"""What all customers' contacts add up to; worked out once for each state of the events."""

from __future__ import annotations

from functools import lru_cache

from cesta.profiles.switches import Switches, contacts
from cesta.store.log import Marks
from cesta.store.workspace import Workspace


def switches_of_all(workspace: Workspace) -> Switches:
    """Switches of everybody, as they are counted for one."""
    return _counted(workspace, workspace.log.marks(), workspace.people(workspace.log.marks().event).version)


@lru_cache(maxsize=8)
def _counted(workspace: Workspace, _: Marks, __: int) -> Switches:
    return contacts(workspace.columns()).counted()
