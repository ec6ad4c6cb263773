"""Jobs: loads on their way, how far they are, and stopping them."""

from __future__ import annotations

from litestar import delete, get
from litestar.params import FromPath

from cesta.api.jobs import Job
from cesta.api.served import TheServed


@get("/api/loads/jobs", sync_to_thread=False)
def jobs(served: TheServed) -> tuple[Job, ...]:
    """The loads of this server, the newest first: waiting, working, done, failed, stopped."""
    return served.jobs.recent()


@get("/api/loads/jobs/{job:str}", sync_to_thread=False)
def job_now(served: TheServed, job: FromPath[str]) -> Job:
    """How far a load is, and what came of it."""
    return served.jobs.get(job)


@delete("/api/loads/jobs/{job:str}", sync_to_thread=False, status_code=200)
def stop_job(served: TheServed, job: FromPath[str]) -> Job:
    """Stop a load at its next step; nothing of it stays. What is in already stays in."""
    return served.jobs.stop(job)


ROUTES = (jobs, job_now, stop_job)
