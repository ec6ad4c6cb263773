"""What jobs did and how far they have read; the latter is written with the rows it speaks of, or not at all."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import Literal

from cesta.store.log import Log

KEPT = 200
"""Runs of one job that are remembered."""
RunState = Literal["loaded", "nothing_new", "failed"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a job. began, ended: microseconds since 1970. said: why it failed, a line for each file."""

    job: str
    state: RunState
    began: int
    ended: int
    events: int = 0
    loads: int = 0
    said: str | None = None


def cursor_of(log: Log, job: str) -> str | None:
    """How far the job has read; None: not at all."""
    rows = log.read("select cursor from job_cursors where job = ?", (job,))
    return str(rows[0][0]) if rows else None


def put_cursor(sql: sqlite3.Connection, job: str, cursor: str | None) -> None:
    """Inside the caller's transaction. None: the job reads from the beginning again."""
    sql.execute("delete from job_cursors where job = ?", (job,))
    if cursor is not None:
        sql.execute("insert into job_cursors values (?, ?)", (job, cursor))


def note_run(log: Log, run: Run) -> None:
    """Keeps a run. One that found nothing new takes the place of another such before it."""
    with log.transaction() as sql:
        last = sql.execute(
            "select seq, state from job_runs where job = ? order by seq desc limit 1", (run.job,)
        ).fetchone()
        if last and run.state == "nothing_new" == last[1]:
            sql.execute("delete from job_runs where seq = ?", (last[0],))
        sql.execute(
            "insert into job_runs (job, state, began, ended, events, loads, said) values (?, ?, ?, ?, ?, ?, ?)",
            (run.job, run.state, run.began, run.ended, run.events, run.loads, run.said),
        )
        sql.execute(
            "delete from job_runs where job = ?1 and seq not in"
            " (select seq from job_runs where job = ?1 order by seq desc limit ?2)",
            (run.job, KEPT),
        )


def runs_of(log: Log, job: str, most: int = KEPT) -> list[Run]:
    """The newest first."""
    rows = log.read(
        "select job, state, began, ended, events, loads, said from job_runs where job = ? order by seq desc limit ?",
        (job, most),
    )
    return [Run(*row) for row in rows]


def now() -> int:
    return time.time_ns() // 1000
