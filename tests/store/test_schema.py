"""A workspace of format 1 opens as it is: same events, same loads, same things set aside; no format loses a column."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, list_loads, unload
from cesta.model.errors import CestaError
from cesta.store import schema
from cesta.store.columns import Columns
from cesta.store.schema import CHANGES, JOBS, VERSION, bring_up
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

OLD = Path(__file__).parent / "format_1"
ANSWERS = json.loads((OLD / "answers.json").read_text())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(OLD, tmp_path / "old")
    return tmp_path / "old"


def rows_of(columns: Columns) -> list[list[object]]:
    assert columns.assumed is not None
    return [
        [
            columns.customers[owner],
            columns.names[columns.codes[row]],
            int(columns.times[row]),
            bool(columns.assumed[row]),
            {n: c.values[c.codes[row]] for n, c in sorted(columns.props.items()) if c.codes[row] >= 0},
        ]
        for row, owner in enumerate(columns.owners().tolist())
    ]


def test_it_answers_as_before(root: Path) -> None:
    for _ in range(2):
        with Workspace.open(root) as workspace:
            assert rows_of(workspace.columns()) == ANSWERS["rows"]
            assert workspace.log.counts() == ANSWERS["counts"]
            loads = [[v.load_id, v.source, v.events, v.customers, v.set_aside] for v in list_loads(workspace)]
            assert loads == ANSWERS["loads"]


def test_its_loads_can_be_taken_back_and_its_ids_are_known(root: Path) -> None:
    with Workspace.open(root) as workspace:
        sent = {"customer": "c2", "event": "order", "ts": "2023-11-15", "message_id": "order:10"}
        assert accept(workspace, [sent], "web").duplicates == 1
        with begin_seal(workspace, LoadHead("web-3333", "web")) as sealing:
            sealing.add(table_of(workspace.log.events_between(0, 1)))
            again = sealing.finish()
        assert (again.load.events, again.duplicates) == (0, 1), "content of older rows is worked out when it is asked"
        before = len(workspace.columns().times)
        unload(workspace, "web-2222")
        assert len(workspace.columns().times) == before - ANSWERS["loads"][1][2]


MADE: dict[str, Callable[[int], object]] = {"INTEGER": int, "TEXT": str, "BLOB": lambda number: b"%d" % number}


def older(version: int) -> sqlite3.Connection:
    """A log as a Cesta wrote it that knew only so many formats."""
    sql = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "CHANGES", CHANGES[:version])
        patch.setattr(schema, "VERSION", version)
        bring_up(sql, Path("log.sqlite"))
    return sql


def filled(sql: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    """Three rows in every table, with another value in each column; and all that the tables hold then."""
    found: dict[str, list[dict[str, object]]] = {}
    for (table,) in sql.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"):
        kinds = [kind for _, _, kind, *_ in sql.execute(f"pragma table_info({table})")]
        for row in (1, 2, 3):
            values = [MADE[kind](10 * place + row) for place, kind in enumerate(kinds)]
            sql.execute(f"insert into {table} values ({', '.join('?' * len(values))})", values)
        found[table] = rows_in(sql, table)
    return found


def rows_in(sql: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    told = sql.execute(f"select * from {table} order by rowid")
    return [dict(zip([column[0] for column in told.description], row, strict=True)) for row in told]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_nothing_that_any_format_holds_is_lost(version: int) -> None:
    sql = older(version)
    before = filled(sql)
    assert bring_up(sql, Path("log.sqlite")) == version
    for table, rows in before.items():
        kept = [{name: row.get(name) for name in old} for old, row in zip(rows, rows_in(sql, table), strict=True)]
        assert kept == rows, table
    sql.close()


def test_jobs_that_ran_before_their_tables_had_a_format_are_remembered() -> None:
    sql = older(7)
    sql.executescript(JOBS)
    sql.execute("insert into job_cursors values ('orders', '5')")
    bring_up(sql, Path("log.sqlite"))
    assert sql.execute("select * from job_cursors").fetchall() == [("orders", "5")]
    sql.close()


def test_a_change_that_fails_leaves_the_old_format(tmp_path: Path) -> None:
    shutil.copy(OLD / "data" / "log.sqlite", tmp_path / "log.sqlite")
    sql = sqlite3.connect(tmp_path / "log.sqlite", isolation_level=None)
    sql.execute("create table meta (changes integer)")
    sql.execute("begin immediate")
    with pytest.raises(sqlite3.OperationalError):
        bring_up(sql, tmp_path)
    sql.execute("rollback")
    assert sql.execute("pragma user_version").fetchone() == (1,)
    sql.execute(f"pragma user_version={VERSION + 1}")
    with pytest.raises(CestaError, match="newer_format"):
        bring_up(sql, tmp_path)
    sql.close()
