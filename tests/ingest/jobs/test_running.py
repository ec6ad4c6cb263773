"""Jobs bring what is new and nothing twice, also when a run is cut off between its rows and its cursor."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cesta.ingest.jobs.document import Job
from cesta.ingest.jobs.running import run_job
from cesta.store.job_runs import cursor_of, runs_of
from cesta.store.workspace import Workspace

MINUTE = 60_000_000


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        yield workspace


@pytest.fixture
def orders(tmp_path: Path) -> Job:
    with closing(sqlite3.connect(tmp_path / "till.db")) as sql, sql:
        sql.execute("create table orders (id text primary key, card text, paid text, total real, changed integer)")
    return Job(
        "till", f"sqlite:///{tmp_path}/till.db", MINUTE, {"table": "orders", "cursor": "changed"}, None, "replace"
    )


def sell(tmp_path: Path, *rows: tuple[str, str, float, int]) -> None:
    with closing(sqlite3.connect(tmp_path / "till.db")) as sql, sql:
        for number, card, total, changed in rows:
            paid = f"2026-03-{changed % 28 + 1:02} 10:00:00"
            sql.execute("insert or replace into orders values (?, ?, ?, ?, ?)", (number, card, paid, total, changed))


def count(workspace: Workspace) -> int:
    return len(workspace.columns().codes)


def test_a_database_is_read_on(workspace: Workspace, orders: Job, tmp_path: Path) -> None:
    sell(tmp_path, *[(f"a-{n}", f"c-{n % 5}", 10.5 + n, n) for n in range(30)])
    assert (run_job(workspace, orders).state, count(workspace)) == ("loaded", 30)
    assert (run_job(workspace, orders).state, count(workspace)) == ("nothing_new", 30)
    sell(tmp_path, ("a-30", "c-9", 3.5, 29), ("a-31", "c-9", 4.5, 30))
    assert (run_job(workspace, orders).events, count(workspace)) == (2, 32)
    assert [run.state for run in runs_of(workspace.log, "till")] == ["loaded", "nothing_new", "loaded"]


def test_what_fails_is_told_and_changes_nothing(workspace: Workspace, orders: Job) -> None:
    broken = Job("till", orders.place.replace("till.db", "none/till.db"), MINUTE, orders.options, None, "replace")
    run = run_job(workspace, broken)
    assert (run.state, run.events) == ("failed", 0)
    assert run.said is not None
    assert run.said.startswith("no_file")
    assert cursor_of(workspace.log, "till") is None


def test_the_cursor_is_kept_with_the_rows_or_not_at_all(
    workspace: Workspace, orders: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell(tmp_path, *[(f"a-{n}", f"c-{n % 5}", 10.5 + n, n) for n in range(30)])

    def cut_off(*_: object, **__: object) -> None:
        raise OSError(5, "cut off")

    with monkeypatch.context() as patched:
        patched.setattr("cesta.ingest.jobs.running.put_cursor", cut_off)
        assert run_job(workspace, orders).state == "failed"
    assert (count(workspace), cursor_of(workspace.log, "till")) == (0, None)
    assert (run_job(workspace, orders).state, count(workspace)) == ("loaded", 30)


def test_a_folder_is_watched(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    job = Job("exports", str(folder), MINUTE, {}, None, "replace")
    assert run_job(workspace, job).state == "nothing_new"
    (folder / "visits-1.csv").write_text("customer,event,time\nann,come,2026-03-01 10:00\nbob,come,2026-03-02 10:00\n")
    (folder / "rubbish.csv").write_bytes(bytes(range(256)) * 40)
    first = run_job(workspace, job)
    assert (first.state, first.events) == ("failed", 2)
    assert "rubbish.csv: bad_file" in str(first.said)
    (folder / "rubbish.csv").unlink()
    (folder / "visits-2.csv").write_text("customer,event,time\nann,come,2026-03-03 10:00\n")
    second = run_job(workspace, job)
    assert (second.state, second.events, count(workspace)) == ("loaded", 1, 3)
    assert run_job(workspace, job).state == "nothing_new"
    nowhere = Job("exports", str(tmp_path / "nowhere"), MINUTE, {}, None, "replace")
    assert str(run_job(workspace, nowhere).said).startswith("no_file")
