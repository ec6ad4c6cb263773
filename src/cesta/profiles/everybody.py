"""What all customers' contacts add up to; worked out once for each state of the events."""

from __future__ import annotations

from functools import lru_cache

from cesta.ingest.contacts import ContactRules, contacts_of
from cesta.profiles.switches import Switches, contacts
from cesta.store.log import Marks
from cesta.store.workspace import Workspace


def switches_of_all(workspace: Workspace) -> Switches:
    """Switches of everybody, as they are counted for one."""
    marks, rules = workspace.log.marks(), contacts_of(workspace.root)
    return _counted(workspace, rules, marks, workspace.people(marks.event).version)


@lru_cache(maxsize=8)
def _counted(workspace: Workspace, rules: ContactRules, _: Marks, __: int) -> Switches:
    return contacts(workspace.columns(), rules).counted()
