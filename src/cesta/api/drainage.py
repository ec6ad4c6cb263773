"""Drains the log of a served workspace in a process of its own, at the lowest priority, whenever a block is full."""

from __future__ import annotations

from cesta.api.apart import Apart
from cesta.store.drained import full_blocks, is_behind
from cesta.store.workspace import Workspace


class Drainage:
    """What it was interrupted in is laid another time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen = 0
        self._apart = Apart("cesta.store.drained", workspace.data)

    def look(self) -> None:
        """Begins to drain if there is more than at the last look, and nobody drains."""
        if self._apart.working:
            return
        log = self._workspace.log
        if (full := full_blocks(log)) > self._seen:
            self._seen = full
            if is_behind(log, self._workspace.data):
                self._apart.begin()

    def close(self) -> None:
        self._apart.close()
