"""`cesta jobs DIR`: what is read again and again, what came of it and when it runs next; `--run NAME` runs one now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import show

if TYPE_CHECKING:
    from cesta.store.job_runs import Run
    from cesta.store.workspace import Workspace

SHOWN = 5


def jobs(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    run: Annotated[str | None, typer.Option(help="Run this job now.", metavar="NAME")] = None,
    again: Annotated[
        str | None, typer.Option(help="Let this job read from the beginning again.", metavar="NAME")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        if again is not None:
            _forget(workspace, again)
        if run is not None:
            _run(workspace, run, json)
        else:
            _list(workspace, json)


def _forget(workspace: Workspace, job: str) -> None:
    from cesta.ingest.jobs.document import the_job
    from cesta.store.job_runs import put_cursor

    known = the_job(workspace.root, job)
    with workspace.log.transaction() as sql:
        put_cursor(sql, known.id, None)


def _run(workspace: Workspace, job: str, json: bool) -> None:
    from cesta.ingest.jobs.document import the_job
    from cesta.ingest.jobs.running import run_job
    from cesta.store.lock import own

    known = the_job(workspace.root, job)
    with own(workspace.root, "a command that runs a job"):
        done = run_job(workspace, known)
    show(_document(done), [_line(done)], json)
    if done.state == "failed":
        raise typer.Exit(1)


def _list(workspace: Workspace, json: bool) -> None:
    from cesta.ingest.jobs.document import read_jobs
    from cesta.ingest.jobs.due import next_run
    from cesta.store.job_runs import runs_of

    told, lines = [], []
    for job in read_jobs(workspace.root):
        runs = runs_of(workspace.log, job.id)
        due = next_run(job.every, runs)
        told.append(
            {"job": job.id, "from": job.place, "every_seconds": job.every // 1_000_000,
             "next": _moment(due) if due else "at once", "runs": [_document(run) for run in runs[:SHOWN]]}
        )  # fmt: skip
        lines.append(f"{job.id}: {job.place}, next {_moment(due) if due else 'as soon as the server runs'}")
        lines += [f"  {_line(run)}" for run in runs[:SHOWN]]
    show({"jobs": told}, lines or ["There are no jobs. Write one into the folder jobs."], json)


def _document(run: Run) -> dict[str, object]:
    return {
        "job": run.job, "state": run.state, "began": _moment(run.began), "ended": _moment(run.ended),
        "events": run.events, "loads": run.loads, "said": run.said,
    }  # fmt: skip


def _line(run: Run) -> str:
    said = f": {run.said}".replace("\n", "\n    ") if run.said else ""
    return f"{_moment(run.began)} {run.state.replace('_', ' ')}, {run.events:,} events{said}"


def _moment(time: int) -> str:
    return datetime.fromtimestamp(time // 1_000_000, UTC).isoformat().replace("+00:00", "Z")


def add_to(app: typer.Typer, said: str) -> None:
    app.command("jobs", help=said)(jobs)
