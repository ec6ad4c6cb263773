"""Every reader of ours passes the tests that a stranger's has to pass; what does not is told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cesta.ingest.readers.contract import MOST_ROWS, Batch, Place, Reader, parted
from cesta.ingest.readers.mbox import READER as MBOX
from cesta.ingest.readers.ocel_json import READER as OCEL
from cesta.ingest.readers.shelf import shelf
from cesta.ingest.readers.sql import READER as SQL
from cesta.ingest.readers.sqlite_file import READER as SQLITE
from cesta.ingest.readers.suite import Given, ReaderContract
from cesta.ingest.readers.xes import READER as XES

LOG = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
 <trace><string key="concept:name" value="c1"/>
  <event><string key="concept:name" value="ask"/><date key="time:timestamp" value="2026-03-01T10:00:00+01:00"/></event>
  <event><string key="concept:name" value="buy"/><date key="time:timestamp" value="2026-03-01T11:00:00+01:00"/></event>
 </trace>
</log>
"""
OBJECTS = {
    "objectTypes": [], "eventTypes": [],
    "objects": [
        {"id": "c1", "type": "customer", "attributes": []},
        {"id": "o1", "type": "order", "attributes": [], "relationships": [{"objectId": "c1", "qualifier": "of"}]},
    ],
    "events": [
        {"id": "e1", "type": "place", "time": "2026-03-01T10:00:00Z", "relationships": [{"objectId": "o1"}]}
    ],
}  # fmt: skip
MAIL = """From ann@mail.example Sun Mar  1 10:00:00 2026
From: Ann <ann@mail.example>
To: help@shop.example
Subject: Where is it?
Date: Sun, 1 Mar 2026 10:00:00 +0100
Message-ID: <1@mail.example>

Where is my parcel?

"""
COUNTED = MOST_ROWS + 7


def write(path: Path, text: str) -> Place:
    path.write_text(text, encoding="utf-8")
    return Place(str(path))


def write_database(path: Path, rows: int) -> Path:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as sql, sql:
        sql.execute("create table orders (id integer primary key, who text, total numeric, at text)")
        sql.executemany(
            "insert into orders values (?, ?, ?, ?)",
            [(n, f"c{n % 9}", n / 4, f"2026-03-01T10:{n // 900:02}:00") for n in range(rows)],
        )
    return path


class TestXes(ReaderContract):
    reader = XES

    def given(self, folder: Path) -> Given:
        return Given(write(folder / "log.xes", LOG), {"": 2})


class TestOcelJson(ReaderContract):
    reader = OCEL

    def given(self, folder: Path) -> Given:
        return Given(write(folder / "log.jsonocel", json.dumps(OBJECTS)), {"events": 1, "objects": 2})


class TestSqliteFile(ReaderContract):
    reader = SQLITE

    def given(self, folder: Path) -> Given:
        return Given(Place(str(write_database(folder / "shop.sqlite", 30))), {"orders": 30})


class TestMbox(ReaderContract):
    reader = MBOX

    def given(self, folder: Path) -> Given:
        return Given(write(folder / "support.mbox", MAIL + MAIL.replace("1@mail", "2@mail")), {"": 2})


class TestSql(ReaderContract):
    """More rows than a batch holds, and many of one moment at its edge."""

    reader = SQL

    def given(self, folder: Path) -> Given:
        place = Place(f"sqlite:///{write_database(folder / 'orders.db', COUNTED)}", {"table": "orders", "cursor": "at"})
        return Given(place, {"": COUNTED})


def test_every_reader_of_files_is_held_to_it() -> None:
    held = {TestXes.reader.kind, TestOcelJson.reader.kind, TestSqliteFile.reader.kind, TestMbox.reader.kind}
    assert {reader.kind for reader in shelf().values() if reader.suffixes} == held


def forgetful(place: Place, _cursor: str | None) -> Iterator[Batch]:
    """Says cursors and does not go by them."""
    yield from parted("", iter([{"line": line} for line in Path(place.where).read_text().split()]), lambda _: "0")


class Broken(ReaderContract):
    reader = Reader("broken", forgetful, (".Broken",))

    def given(self, folder: Path) -> Given:
        return Given(write(folder / "a.broken", "a b c"), {"": 3})


@pytest.mark.parametrize("broken", ["test_it_says_what_it_reads", "test_nothing_comes_after_the_end"])
def test_a_reader_that_breaks_the_contract_fails(tmp_path: Path, broken: str) -> None:
    tests = Broken()
    tests.test_what_is_there_is_read(tmp_path)
    with pytest.raises(AssertionError):
        getattr(tests, broken)(*([] if broken == "test_it_says_what_it_reads" else [tmp_path]))
