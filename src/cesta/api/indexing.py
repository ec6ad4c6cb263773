"""Keeps the index of a served workspace by which customers are found: made in a thread beside, before somebody asks."""

from __future__ import annotations

import logging
import sqlite3
import threading

from cesta.model.errors import CestaError
from cesta.profiles.search import index_of
from cesta.store.workspace import Workspace

log = logging.getLogger("cesta.api")
PATIENCE = 3.0
"""Seconds to wait for the index when the server leaves; what is cut off is made another time."""


class Indexing:
    """One thread at a time; the index itself is safe for all."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._leaving = False
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Begins to make the index if that is due, and nobody does."""
        if self._thread is not None and self._thread.is_alive():
            return
        if index_of(self._workspace.data).is_due(self._workspace):
            self._thread = threading.Thread(target=self._make, name="index", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._leaving = True
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _make(self) -> None:
        try:
            index_of(self._workspace.data).renew(self._workspace)
        except (CestaError, OSError, sqlite3.Error) as error:
            # Whoever leaves closes what it was reading.
            if not self._leaving:
                log.error("fault", extra={"route": "index"}, exc_info=error)
