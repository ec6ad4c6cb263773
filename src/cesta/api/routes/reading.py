"""What is read again and again: jobs with their runs, and running one now."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromPath

from cesta.api.reading import JobView, ReadingView, reading, want_run
from cesta.api.served import TheServed


@get("/api/jobs", sync_to_thread=True)
def scheduled(served: TheServed) -> ReadingView:
    """Each folder, database and mailbox that is read again and again: when next, and what its last runs brought."""
    return reading(served.workspace, served.rota)


@post("/api/jobs/{job:str}/run", sync_to_thread=True, status_code=200)
def run_now(served: TheServed, job: FromPath[str]) -> JobView:
    """Run a job now; what it brings is seen in its runs."""
    return want_run(served.workspace, served.rota, job)


ROUTES = (scheduled, run_now)
