"""Looks at alerts while a workspace is served: once in a while, and only where something is new."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from cesta.alerts.document import FOLDER
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.tasks.book import FILE as TASKS

log = logging.getLogger("cesta.alerts")
EVERY = 60.0
"""Seconds between two looks, at least."""


class Watching:
    """One of the scheduler's works; it looks in a thread of its own, so that nothing waits for a mail server."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace, self._clock = workspace, clock
        # Who starts a server wants to see something else first.
        self._next, self._seen = clock() + EVERY, ""
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Begins a look when it is time, something changed, and there is anything to watch."""
        if self._clock() < self._next or (self._thread is not None and self._thread.is_alive()):
            return
        self._next = self._clock() + EVERY
        if not self._is_wanted(self._workspace.root):
            return
        generation = self._workspace.generation()
        if generation == self._seen:
            return
        self._seen = generation
        self._thread = threading.Thread(target=self._look, name="alerts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        if self._thread is not None:
            self._thread.join(3)

    def _is_wanted(self, root: Path) -> bool:
        return any((root / FOLDER).glob("*.yaml")) or (self._workspace.data / TASKS).exists()

    def _look(self) -> None:
        from cesta.alerts.looking import look

        try:
            for seen in look(self._workspace, time.time_ns() // 1000):
                if seen.problem:
                    log.warning("alert", extra={"alert": seen.alert, "problem": seen.problem})
        except CestaError as error:
            log.warning("alerts", extra={"code": error.code})
