"""Databases: read on exactly, with ties at the edge and rows that are committed late; PostgreSQL and SQLite."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Engine

from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.sql import database_url, read_sql
from cesta.model.errors import CestaError


def ids(place: Place, cursor: str | None = None) -> tuple[list[object], str | None]:
    found: list[object] = []
    for batch in read_sql(place, cursor):
        found += [row["id"] for row in batch.rows]
        cursor = batch.cursor
    return found, cursor


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), min_size=1, max_size=5))
def test_whatever_comes_when_each_row_is_read_once(arrivals: Sequence[Sequence[int]]) -> None:
    """Moments grow from round to round, and may be the same as the last one's."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(f"sqlite:///{folder}/a.db", {"table": "rows", "cursor": "at"})
        read: list[object] = []
        known, cursor, latest = 0, None, 0
        with closing(sqlite3.connect(f"{folder}/a.db")) as sql:
            sql.execute("create table rows (id integer, at integer)")
            for arrived in arrivals:
                for step in sorted(arrived):
                    known += 1
                    sql.execute("insert into rows values (?, ?)", (known, latest + step))
                sql.commit()
                latest += max(arrived, default=0)
                new, cursor = ids(place, cursor)
                read += new
        assert sorted(map(int, map(str, read))) == list(range(1, known + 1))


@pytest.fixture
def orders(postgres: str) -> Iterator[tuple[Engine, str]]:
    """A table in PostgreSQL, and the URL as people write it."""
    engine = create_engine(database_url(postgres))
    with engine.begin() as sql:
        sql.execute(text("drop table if exists orders"))
        sql.execute(
            text(
                "create table orders (id int, who text, total numeric(10,2), at timestamptz, items jsonb, day date,"
                " key uuid default 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', picture bytea default 'x')"
            )
        )
    yield engine, postgres
    engine.dispose()


def put(engine: Engine, *rows: tuple[int, str]) -> None:
    with engine.begin() as sql:
        for id_, at in rows:
            sql.execute(
                text("insert into orders (id, who, total, at, items, day) values (:id, 'ann', 49.90, :at, '[1]', :at)"),
                {"id": id_, "at": at},
            )


def test_postgresql_is_read_on_from_where_it_was(orders: tuple[Engine, str]) -> None:
    engine, url = orders
    place = Place(url, {"query": "select * from orders where who = 'ann' and '10:30'::text <> '';", "cursor": "at"})
    put(engine, (1, "2026-03-01 10:00+00"), (2, "2026-03-01 10:05+00"))
    first, cursor = ids(place)
    put(engine, (3, "2026-03-01 10:05+00"), (4, "2026-03-01 10:06+00"))
    second, cursor = ids(place, cursor)
    assert (first, second, ids(place, cursor)[0]) == ([1, 2], [3, 4], [])
    (batch,) = read_sql(place)
    assert (batch.rows[0]["total"], batch.rows[0]["items"], batch.rows[0]["picture"]) == (49.9, [1], "78")


def test_rows_committed_late_are_found_within_the_overlap(orders: tuple[Engine, str]) -> None:
    engine, url = orders
    place = Place(url, {"table": "orders", "cursor": "at", "overlap": "5m"})
    put(engine, (1, "2026-03-01 10:00+00"), (2, "2026-03-01 10:09+00"))
    first, cursor = ids(place)
    put(engine, (3, "2026-03-01 10:03+00"), (4, "2026-03-01 10:05+00"))
    second, cursor = ids(place, cursor)
    assert (first, second, ids(place, cursor)[0]) == ([1, 2], [4], [])


def test_nothing_can_be_changed(orders: tuple[Engine, str]) -> None:
    with pytest.raises(CestaError, match="bad_sql"):
        list(read_sql(Place(orders[1], {"query": "delete from orders returning *"})))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, r"bad_value: Neither a table nor a query is named\. Tables there: rows"),
        ({"table": "row"}, r"Did you mean .*rows"),
        ({"query": "select"}, "bad_sql"),
        ({"table": "rows", "cursor": "when"}, "unknown_column|bad_sql"),
        ({"table": "rows", "overlap": "a while"}, "no length of time"),
        ({"tables": "rows"}, r'There is no option "tables"'),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, options: dict[str, str], said: str) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as sql:
        sql.execute("create table rows (id integer)")
    with pytest.raises(CestaError, match=said):
        list(read_sql(Place(f"sqlite:///{tmp_path}/a.db", options)))


@pytest.mark.parametrize("url", ["postgresql://a:secret@127.0.0.1:1/x", "nonsense", "mysql://a:secret@127.0.0.1:1/x"])
def test_a_database_that_is_not_there_is_told_without_the_password(url: str) -> None:
    with pytest.raises(CestaError, match=r"no_answer|bad_value") as told:
        list(read_sql(Place(url, {"table": "a"})))
    assert "secret" not in str(told.value)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="no_file"):
        list(read_sql(Place(f"sqlite:///{tmp_path}/none.db", {"table": "a"})))
    assert list(tmp_path.iterdir()) == []
