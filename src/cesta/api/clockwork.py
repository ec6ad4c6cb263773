"""The one scheduler of a served workspace: looks every moment which jobs are due, and runs them one after the other."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from cesta.api.jobs import Stopped
from cesta.ingest.jobs.document import Job, read_jobs
from cesta.ingest.jobs.due import next_run
from cesta.ingest.jobs.running import run_job
from cesta.model.errors import CestaError
from cesta.store.job_runs import now, runs_of
from cesta.store.workspace import Workspace

log = logging.getLogger("cesta.api")

MOMENT = 1.0
"""Seconds between two looks."""


class Clockwork:
    """Runs the jobs of a workspace in a thread of its own until `leaving` is set."""

    def __init__(self, workspace: Workspace, leaving: threading.Event) -> None:
        self.workspace, self.leaving = workspace, leaving
        self._told: str | None = None
        self._thread = threading.Thread(target=self._turn, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, seconds: float) -> None:
        """Waits for what is running, but not longer than this; what is cut off leaves nothing."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def due(self) -> list[Job]:
        """The jobs whose time has come. A document that cannot be read is logged once and stops no other job."""
        try:
            jobs, self._told = read_jobs(self.workspace.root), None
        except CestaError as error:
            if str(error) != self._told:
                self._told = str(error)
                log.error("job", extra={"problem": self._told})
            return []
        return [job for job in jobs if next_run(job.every, runs_of(self.workspace.log, job.id)) <= now()]

    def _turn(self) -> None:
        while not self.leaving.wait(MOMENT):
            try:
                for job in self.due():
                    run_job(self.workspace, job, self._progress())
            except Stopped:
                return
            except Exception as error:
                log.error("fault", extra={"route": "jobs"}, exc_info=error)

    def _progress(self) -> Callable[[str, int, int], None]:
        def progress(_what: str, done: int, total: int) -> None:
            if self.leaving.is_set() and not 0 < total <= done:
                raise Stopped

        return progress
