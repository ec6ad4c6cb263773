"""SQLite files: the OCEL 2 form becomes events, any other its tables; a damaged one is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.sqlite_file import read_sqlite
from cesta.model.errors import CestaError

OCEL = """
create table event (ocel_id text, ocel_type text); create table object (ocel_id text, ocel_type text);
create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text);
create table object_object (ocel_source_id text, ocel_target_id text, ocel_qualifier text);
create table event_map_type (ocel_type text, ocel_type_map text);
create table object_map_type (ocel_type text, ocel_type_map text);
create table event_PayOrder (ocel_id text, ocel_time text, total real);
create table object_Customers (ocel_id text, ocel_time text, ocel_changed_field text, tier text, city text);
create table object_Orders (ocel_id text, ocel_time text, ocel_changed_field text);
insert into event_map_type values ('pay order', 'PayOrder');
insert into object_map_type values ('customers', 'Customers'), ('orders', 'Orders');
insert into object values ('c1', 'customers'), ('o1', 'orders');
insert into event values ('e1', 'pay order');
insert into event_PayOrder values ('e1', '2026-03-01 10:00:00 UTC', 9.5);
insert into event_object values ('e1', 'o1', null);
insert into object_object values ('c1', 'o1', 'places');
insert into object_Customers values ('c1', '1970-01-01 00:00:00 UTC', null, 'new', 'Brno');
insert into object_Customers values ('c1', '2026-02-01 00:00:00 UTC', 'tier', 'gold', null);
insert into object_Orders values ('o1', '1970-01-01 00:00:00 UTC', null);
"""


def made(path: Path, script: str) -> Place:
    with closing(sqlite3.connect(path)) as sql:
        sql.executescript(script)
    return Place(str(path))


def test_an_object_centric_log_becomes_events_of_its_customers(tmp_path: Path) -> None:
    events, objects = read_sqlite(made(tmp_path / "log.sqlite", OCEL))
    assert events.rows == [
        {"total": 9.5, "orders": "o1", "event": "pay order", "time": "2026-03-01 10:00:00 UTC", "event_id": "e1",
         "customer": "c1"}
    ]  # fmt: skip
    assert objects.rows[0] == {"object": "c1", "type": "customers", "tier": "gold", "city": "Brno"}


def test_any_other_file_is_its_tables(tmp_path: Path) -> None:
    script = """create table a (x); insert into a values (1), ('é'); create table b (y);
        create table "c d" (z); insert into "c d" values (2);"""
    batches = list(read_sqlite(made(tmp_path / "a.db", script)))
    assert [(batch.table, list(batch.rows)) for batch in batches] == [
        ("a", [{"x": 1}, {"x": "é"}]),
        ("c d", [{"z": 2}]),
    ]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    place = made(tmp_path / "a.db", "create table a (x);" + "insert into a values (randomblob(9000));" * 9)
    data = Path(place.where).read_bytes()
    Path(place.where).write_bytes(data[:5000])
    with pytest.raises(CestaError, match=r"bad_file: a\.db"):
        list(read_sqlite(place))
