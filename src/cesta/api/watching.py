"""Looks at alerts while a workspace is served, only where something is new; posts digests and reminders when due."""

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
POST = 10
"""So many looks from one time that letters are looked for to the next: they wait for the calendar, not for events."""


class Watching:
    """One of the scheduler's works; it looks in a thread of its own, so that nothing waits for a mail server."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace, self._clock = workspace, clock
        # Who starts a server wants to see something else first.
        self._next, self._seen, self._looks = clock() + EVERY, "", 0
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Begins a look when it is time, and something changed that is watched or letters may be due."""
        if self._clock() < self._next or (self._thread is not None and self._thread.is_alive()):
            return
        self._next = self._clock() + EVERY
        posting = self._looks % POST == 0
        self._looks += 1
        generation = self._workspace.generation()
        watching = generation != self._seen and self._is_wanted(self._workspace.root)
        if watching:
            self._seen = generation
        if watching or posting:
            self._thread = threading.Thread(target=self._work, args=(watching, posting), name="alerts", daemon=True)
            self._thread.start()

    def close(self) -> None:
        if self._thread is not None:
            self._thread.join(3)

    def _is_wanted(self, root: Path) -> bool:
        return any((root / FOLDER).glob("*.yaml")) or (self._workspace.data / TASKS).exists()

    def _work(self, watching: bool, posting: bool) -> None:
        from cesta.alerts.looking import look
        from cesta.alerts.mailing import post

        now = time.time_ns() // 1000
        try:
            for seen in look(self._workspace, now) if watching else ():
                if seen.problem:
                    log.warning("alert", extra={"alert": seen.alert, "problem": seen.problem})
            for letter in post(self._workspace, now) if posting else ():
                if letter.problem:
                    log.warning(letter.kind, extra={"about": letter.about, "problem": letter.problem})
        except CestaError as error:
            log.warning("alerts", extra={"code": error.code})
