"""The one scheduler of a served workspace: looks every moment which jobs are due, and what else is to be done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from cesta.api.drainage import Drainage
from cesta.api.indexing import Indexing
from cesta.api.jobs import Stopped
from cesta.api.listening import Listening
from cesta.api.retiring import Retiring
from cesta.api.rota import Rota
from cesta.api.surveys import FollowingUp
from cesta.api.told_anew import ToldAnew
from cesta.api.watching import Watching
from cesta.ingest.jobs.document import Job, find_jobs
from cesta.ingest.jobs.due import next_run
from cesta.ingest.jobs.running import run_job
from cesta.store.job_runs import now, runs_of
from cesta.store.workspace import Workspace

log = logging.getLogger("cesta.api")

MOMENT = 1.0
"""Seconds between two looks."""


class Clockwork:
    """Runs the jobs of a workspace in a thread of its own until `leaving` is set; what a person wants runs first."""

    def __init__(self, workspace: Workspace, leaving: threading.Event, rota: Rota) -> None:
        self.workspace, self.leaving, self.rota = workspace, leaving, rota
        self._told = ""
        self._apart = (
            Drainage(workspace),
            ToldAnew(workspace),
            Retiring(workspace),
            Indexing(workspace),
            Listening(workspace),
            FollowingUp(workspace),
            Watching(workspace),
        )
        self._thread = threading.Thread(target=self._turn, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, seconds: float) -> None:
        """Waits for what is running, but not longer than this; what is cut off leaves nothing."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        for work in self._apart:
            work.close()

    def due(self) -> list[Job]:
        """The jobs whose time has come. A document that cannot be read is logged once and stops no other job."""
        jobs, wrong = find_jobs(self.workspace.root)
        told = " ".join(map(str, wrong.values()))
        if told and told != self._told:
            log.error("job", extra={"problem": told})
        self._told = told
        return [job for job in jobs if self.rota.wants(job.id) or self._is_due(job)]

    def _is_due(self, job: Job) -> bool:
        return next_run(job.every, runs_of(self.workspace.log, job.id)) <= now()

    def _turn(self) -> None:
        while not self.leaving.wait(MOMENT):
            try:
                for work in self._apart:
                    work.look()
                for job in self.due():
                    with self.rota.running(job.id):
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
