"""Tells stored messages anew, in a process of its own, whenever the rules in collection.yaml are other ones."""

from __future__ import annotations

from cesta.api.apart import Apart
from cesta.ingest.collection import FILE
from cesta.ingest.retelling import is_due
from cesta.store.workspace import Workspace


class ToldAnew:
    """Looks at the document only when it was written: what came to nothing is not tried again until then."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen = -1
        self._apart = Apart("cesta.ingest.retelling", workspace.root)

    def look(self) -> None:
        """Begins if there are other rules than at the last look, and nobody is telling."""
        if self._apart.working:
            return
        path = self._workspace.root / FILE
        stamp = path.stat().st_mtime_ns if path.is_file() else 0
        if stamp != self._seen:
            self._seen = stamp
            if is_due(self._workspace):
                self._apart.begin()

    def close(self) -> None:
        self._apart.close()
