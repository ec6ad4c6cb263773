"""Tasks: opened by hand or by what was found, moved from idea to verified, each step remembered."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace

import msgspec

from cesta.model.errors import CestaError, brief, unknown
from cesta.model.instant import parse_day, show_instant
from cesta.store.database import Database
from cesta.store.workspace import Workspace
from cesta.tasks.schema import TASKS
from cesta.tasks.watch import STATUSES, Status, Watch, settled

FILE = "tasks.sqlite"
SOURCES = ("hand", "barrier", "survey", "alert", "comment", "opportunity", "deviation")
CLOSED = ("done", "verified", "dropped")
COLUMNS = (
    "seq, title, status, owner, due, source, ref, link, note, customer, watch, reopened, created, changed"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewTask:
    """source: one of SOURCES; ref: what it is about there, such as an answer's id: there is one task for each.

    due: a day. link: the page of the screen that shows what it is about. customer: an id, where it is about somebody.
    watch: a KPI that tells whether it helped, and what it is to become.
    """

    title: str
    source: str = "hand"
    ref: str = ""
    owner: str = ""
    due: str = ""
    note: str = ""
    link: str = ""
    customer: str = ""
    status: Status = "idea"
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class TaskChange:
    """None leaves a field as it is; "" empties it."""

    title: str | None = None
    status: str | None = None
    owner: str | None = None
    due: str | None = None
    note: str | None = None
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """overdue: its day has passed and it is not closed. reopened: how often it came back."""

    id: int
    title: str
    status: Status
    owner: str
    due: str
    source: str
    ref: str
    link: str
    note: str
    customer: str
    watch: Watch | None
    reopened: int
    created: str
    changed: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class TaskStep:
    """Something that happened to a task. by: who did it; "" for Cesta itself."""

    time: str
    by: str
    field: str
    was: str
    is_now: str


def open_task(workspace: Workspace, wanted: NewTask, by: str = "") -> Task:
    """Opens a task. One of the same source and ref is given back instead; a closed one, unless dropped, comes back.

    Raises bad_value, bad_time, unknown_source.
    """
    title = wanted.title.strip()
    if not title:
        raise CestaError("bad_value", "A task needs a title.", "Say what is to be done.")
    if wanted.source not in SOURCES:
        raise unknown("unknown_source", "source of tasks", wanted.source, SOURCES)
    _check(wanted.status, wanted.due)
    with _changing(workspace) as sql:
        if wanted.ref:
            same = "select seq, status from tasks where source = ? and ref = ?"
            row = sql.execute(same, (wanted.source, wanted.ref)).fetchone()
            if row is not None:
                if row[1] in ("done", "verified"):
                    _reopen(sql, row[0], row[1], by)
                return _one(sql, row[0])
        w, now = wanted, _now()
        seq = sql.execute(
            f"insert into tasks ({COLUMNS.removeprefix('seq, ')}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
            (title, w.status, w.owner, w.due, w.source, w.ref, w.link, w.note, w.customer, _kept(w.watch), now, now),
        ).lastrowid
        assert seq is not None
        _step(sql, seq, by, "status", "", w.status)
        return _one(sql, seq)


def change_task(workspace: Workspace, task_id: int, change: TaskChange, by: str = "") -> Task:
    """Raises unknown_task, unknown_status, bad_time, bad_value."""
    if change.title is not None and not change.title.strip():
        raise CestaError("bad_value", "A task needs a title.", "Say what is to be done.")
    _check(change.status, change.due)
    with _changing(workspace) as sql:
        task = _one(sql, task_id)
        for field in fields(change):
            said = getattr(change, field.name)
            if said is None or said == getattr(task, field.name):
                continue
            was, is_now = ("", "") if field.name in ("watch", "note") else (getattr(task, field.name), said)
            _put(sql, task_id, field.name, _kept(said) if field.name == "watch" else said.strip())
            _step(sql, task_id, by, field.name, str(was), str(is_now))
        return _one(sql, task_id)


def look_again(workspace: Workspace, task_id: int, seen: Watch) -> Task:
    """Notes what a task's number is now: it may be verified by it, or come back. Raises unknown_task."""
    with _changing(workspace) as sql:
        task = _one(sql, task_id)
        if task.watch is None:
            return task
        begun = task.watch.before is not None or task.status in CLOSED
        watch = replace(seen, before=task.watch.before if begun else seen.value)
        sql.execute("update tasks set watch = ? where seq = ?", (_kept(watch), task_id))
        becomes = settled(task.status, watch)
        if becomes == "planned" and task.status in CLOSED:
            _reopen(sql, task_id, task.status, "")
        elif becomes != task.status:
            _put(sql, task_id, "status", becomes)
            _step(sql, task_id, "", "status", task.status, becomes)
        return _one(sql, task_id)


def list_tasks(
    workspace: Workspace, *, owner: str | None = None, source: str | None = None, ref: str | None = None
) -> list[Task]:
    """Those that are due first, then the newest; of one owner, one source, one thing alone."""
    with _book(workspace) as book:
        rows = book.read(
            f"select {COLUMNS} from tasks where (?1 is null or owner = ?1) and (?2 is null or source = ?2)"
            " and (?3 is null or ref = ?3) order by due = '', due, seq desc",
            (owner, source, ref),
        )
    return [_task(row) for row in rows]


def steps_of(workspace: Workspace, task_id: int) -> list[TaskStep]:
    """What happened to a task, in order."""
    with _book(workspace) as book:
        rows = book.read("select time, by, field, was, is_now from steps where task = ? order by rowid", (task_id,))
    return [TaskStep(show_instant(row[0]), *row[1:]) for row in rows]


def forget(workspace: Workspace, ids: Iterable[str]) -> int:
    """Removes the tasks about these customers for good. How many."""
    with _book(workspace) as book:
        if not book.there:
            return 0
        with book.change() as sql:
            gone = sum(sql.execute("delete from tasks where customer = ?", (one,)).rowcount for one in ids)
        if gone:
            book.wipe()
        return gone


@contextmanager
def _book(workspace: Workspace) -> Iterator[Database]:
    book = Database(workspace.data / FILE, TASKS)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def _changing(workspace: Workspace) -> Iterator[sqlite3.Connection]:
    with _book(workspace) as book, book.change() as sql:
        yield sql


def _check(status: str | None, due: str | None) -> None:
    if status is not None and status not in STATUSES:
        raise unknown("unknown_status", "status", status, STATUSES)
    if due:
        parse_day(due)


def _one(sql: sqlite3.Connection, task_id: int) -> Task:
    row = sql.execute(f"select {COLUMNS} from tasks where seq = ?", (task_id,)).fetchone()
    if row is None:
        raise CestaError("unknown_task", f"There is no task {brief(task_id)}.", "See the page Tasks.")
    return _task(row)


def _task(row: tuple[object, ...]) -> Task:
    seq, title, status, owner, due, source, ref, link, note, customer, watch, reopened, created, changed = row
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return msgspec.convert(
        {
            "id": seq, "title": title, "status": status, "owner": owner, "due": due, "source": source, "ref": ref,
            "link": link, "note": note, "customer": customer, "watch": msgspec.json.decode(str(watch)),
            "reopened": reopened, "created": _shown(created), "changed": _shown(changed),
            "overdue": bool(due) and str(due) < today and status not in CLOSED,
        },
        Task,
    )  # fmt: skip


def _shown(microseconds: object) -> str:
    assert isinstance(microseconds, int)
    return show_instant(microseconds)


def _kept(watch: Watch | None) -> str:
    return msgspec.json.encode(watch).decode()


def _reopen(sql: sqlite3.Connection, task_id: int, was: str, by: str) -> None:
    sql.execute("update tasks set reopened = reopened + 1 where seq = ?", (task_id,))
    _put(sql, task_id, "status", "planned")
    _step(sql, task_id, by, "status", was, "planned")


def _put(sql: sqlite3.Connection, task_id: int, field: str, value: str) -> None:
    sql.execute(f"update tasks set {field} = ?, changed = ? where seq = ?", (value, _now(), task_id))


def _step(sql: sqlite3.Connection, task_id: int, by: str, field: str, was: str, is_now: str) -> None:
    sql.execute("insert into steps values (?, ?, ?, ?, ?, ?)", (task_id, _now(), by, field, was, is_now))


def _now() -> int:
    return time.time_ns() // 1000
