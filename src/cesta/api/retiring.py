"""Once a day removes the events that were kept long enough."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from cesta.model.errors import CestaError
from cesta.privacy.retention import expire
from cesta.store.job_runs import now
from cesta.store.workspace import Workspace

log = logging.getLogger("cesta.api")

A_DAY = 86_400.0
BEGIN = 60.0
"""Seconds after the start at which it looks first: who starts a server wants to see something else."""


class Retiring:
    """Looks at the rules once a day; one that cannot be read is logged, and nothing is removed.

    clock: seconds that only grow.
    """

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace, self._clock = workspace, clock
        self._due = clock() + BEGIN

    def look(self) -> None:
        """Removes what is due, if a day has passed since the last time."""
        if self._clock() < self._due:
            return
        self._due = self._clock() + A_DAY
        try:
            removed = expire(self._workspace, now())
        except CestaError as error:
            log.error("retention", extra={"problem": str(error)})
            return
        if removed.log or removed.rows:
            log.info("retention", extra={"events": removed.log + removed.rows})

    def close(self) -> None:
        """Nothing goes on by itself."""
