"""What is read again and again: each job with its rhythm, its next time, its last runs and what they said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from cesta.api.rota import Rota
from cesta.ingest.jobs.document import Job, find_jobs, the_job
from cesta.ingest.jobs.due import next_run
from cesta.model.instant import show_instant
from cesta.store.job_runs import Run, RunState, runs_of
from cesta.store.workspace import Workspace

SHOWN = 20
PASSWORD = re.compile(r"(?<=:)[^:@/]+(?=@)")


@dataclass(frozen=True, slots=True)
class RunView:
    """One run. said: why it failed; a line for each file, with its name, a code and what happened."""

    state: RunState
    began: str
    ended: str
    events: int
    loads: int
    said: str | None


@dataclass(frozen=True, slots=True)
class JobView:
    """A job. place: the folder or the URL, without a password. every: seconds. next: None when it is due at once.

    now: it runs, or a person wants it to. runs: the newest first, at most twenty.
    """

    job: str
    kind: Literal["folder", "mailbox", "database"]
    place: str
    every: int
    shape: str | None
    next: str | None
    now: Literal["running", "wanted"] | None
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class BadJob:
    """A document in the folder of jobs that cannot be read."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """Every job, and the documents that are none yet."""

    jobs: tuple[JobView, ...]
    problems: tuple[BadJob, ...]


def reading(workspace: Workspace, rota: Rota) -> ReadingView:
    """Everything the page of jobs shows. One document that cannot be read hides no other."""
    jobs, wrong = find_jobs(workspace.root)
    problems = (BadJob(name, error.message) for name, error in wrong.items())
    return ReadingView(tuple(job_view(workspace, rota, job) for job in jobs), tuple(problems))


def want_run(workspace: Workspace, rota: Rota, job: str) -> JobView:
    """The scheduler runs this job next. Raises unknown_job."""
    known = the_job(workspace.root, job)
    rota.want(known.id)
    return job_view(workspace, rota, known)


def job_view(workspace: Workspace, rota: Rota, job: Job) -> JobView:
    """One job as it stands now."""
    runs = runs_of(workspace.log, job.id)
    due = next_run(job.every, runs)
    return JobView(
        job.id,
        "folder" if job.is_folder else "mailbox" if job.place.startswith("imap") else "database",
        shown_place(job.place),
        job.every // 1_000_000,
        job.shape,
        show_instant(due) if due else None,
        "running" if rota.runs(job.id) else "wanted" if rota.wants(job.id) else None,
        tuple(map(_run, runs[:SHOWN])),
    )


def shown_place(place: str) -> str:
    """The place without a password that someone wrote into it.

    >>> shown_place("imaps://help:secret@mail.example"), shown_place("imaps://help:${MAIL_SECRET}@mail.example")
    ('imaps://help:•••@mail.example', 'imaps://help:${MAIL_SECRET}@mail.example')
    """
    return PASSWORD.sub(lambda found: found[0] if found[0].startswith("${") else "•••", place)


def _run(run: Run) -> RunView:
    return RunView(run.state, show_instant(run.began), show_instant(run.ended), run.events, run.loads, run.said)
