"""Long work while pages wait: one load at a time in its own thread; how far it is, what came of it, how to stop it."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress
from cesta.model.errors import CestaError

log = logging.getLogger("cesta.api")

JobState = Literal["waiting", "working", "done", "failed", "stopped"]
Work = Callable[[Progress], Loaded]
KEPT = 50
"""Finished jobs that are remembered."""


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job failed, as every error is told."""

    code: str
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Job:
    """A load on its way. `what` is being done now: step `done` of `total`."""

    job: str
    state: JobState
    what: str
    done: int
    total: int
    result: Loaded | None
    error: JobError | None


@dataclass(frozen=True, slots=True)
class Started:
    job: str


class Stopped(Exception):
    """Raised inside the work at its next word of progress, so that it leaves nothing half done."""


class Jobs:
    """The loads of one workspace, one after the other. `leaving` is set when the server leaves."""

    def __init__(self, leaving: threading.Event) -> None:
        self.leaving = leaving
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._unwanted: set[str] = set()
        self._queue: queue.Queue[tuple[str, Work] | None] = queue.Queue()
        self._worker: threading.Thread | None = None

    def start(self, work: Work) -> Started:
        """Queues the work and returns at once."""
        name = secrets.token_hex(6)
        with self._lock:
            for old in [job.job for job in self._jobs.values() if job.state not in ("waiting", "working")][:-KEPT]:
                del self._jobs[old]
            self._jobs[name] = Job(name, "waiting", "", 0, 0, None, None)
            if self._worker is None:
                # A daemon: a load that does not come to a word of progress must not keep the process alive.
                self._worker = threading.Thread(target=self._run, name="loads", daemon=True)
                self._worker.start()
        self._queue.put((name, work))
        return Started(name)

    def get(self, name: str) -> Job:
        """Raises unknown_job."""
        with self._lock:
            if name in self._jobs:
                return self._jobs[name]
        raise CestaError("unknown_job", f'There is no job "{name}".', "The list of loads shows what was loaded.")

    def recent(self) -> tuple[Job, ...]:
        """All that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def stop(self, name: str) -> Job:
        """Asks a job to stop; one that is over stays as it is. Raises unknown_job."""
        job = self.get(name)
        with self._lock:
            self._unwanted.add(name)
        return job

    def close(self, seconds: float) -> None:
        """Stops what is running and waits for it, but not longer than this."""
        self.leaving.set()
        if self._worker is not None:
            self._queue.put(None)
            self._worker.join(seconds)

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            name, work = item
            try:
                result = work(self._progress(name))
            except Stopped:
                self._note(name, state="stopped")
            except CestaError as error:
                self._fail(name, JobError(error.code, error.message, error.hint))
            except OSError as error:
                place = f"{error.filename}: " if error.filename else ""
                told = f"{place}{error.strerror or error}."
                self._fail(name, JobError("no_access", told, "Check its rights and the disk."))
            except Exception as error:
                fault = secrets.token_hex(4)
                log.error("fault", extra={"fault": fault, "route": "job"}, exc_info=error)
                told = f"Something went wrong inside Cesta (fault {fault})."
                self._fail(name, JobError("internal", told, "The server's log has it."))
            else:
                self._note(name, state="done", result=result)

    def _progress(self, name: str) -> Progress:
        def progress(what: str, done: int, total: int) -> None:
            with self._lock:
                unwanted = name in self._unwanted
            over = 0 < total <= done
            if not over and (unwanted or self.leaving.is_set()):
                raise Stopped
            self._note(name, state="working", what=what, done=done, total=total)

        progress("", 0, 0)
        return progress

    def _fail(self, name: str, error: JobError) -> None:
        self._note(name, state="failed", error=error)

    def _note(self, name: str, **changes: object) -> None:
        with self._lock:
            self._jobs[name] = replace(self._jobs[name], **changes)  # type: ignore[arg-type]
