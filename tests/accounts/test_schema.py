"""The tables are made as they are written; the record refuses to be changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cesta.accounts.schema import ACCOUNTS, RECORD
from cesta.store.database import Database


@pytest.mark.parametrize(("changes", "table"), [(ACCOUNTS, "people"), (RECORD, "entries")])
def test_the_tables_are_made(tmp_path: Path, changes: tuple[str, ...], table: str) -> None:
    database = Database(tmp_path / "a.sqlite", changes)
    with database.change() as sql:
        assert sql.execute(f"select count(*) from {table}").fetchone() == (0,)


@pytest.mark.parametrize("deed", ["delete from entries", "update entries set name = 'nobody'"])
def test_the_record_only_grows(tmp_path: Path, deed: str) -> None:
    database = Database(tmp_path / "a.sqlite", RECORD)
    with database.change() as sql:
        sql.execute("insert into entries values (1, 1, 'p', 'Ann', 'session', 'GET /', '', '', 200)")
    with pytest.raises(sqlite3.IntegrityError, match="only grows"), database.change() as sql:
        sql.execute(deed)
    assert database.read("select name from entries") == [("Ann",)]
