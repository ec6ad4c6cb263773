"""The record tells who saw or changed what; erasing a customer makes her nobody in it, in every byte."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cesta.accounts.record import FILE, Record
from cesta.accounts.roles import Who

JANA = Who("p1", "Jana", "owner", "session", "s1")
SEEN = "GET /api/customers/{customer}"


def test_entries_come_newest_first_a_page_at_a_time(tmp_path: Path) -> None:
    record = Record(tmp_path)
    assert record.entries() == []
    for n in range(5):
        record.note(JANA, SEEN, n, about=f"map-{n}")
    first = record.entries(limit=2)
    assert [entry.about for entry in first] == ["map-4", "map-3"]
    assert [entry.about for entry in record.entries(before=first[-1].seq)] == ["map-2", "map-1", "map-0"]
    assert record.entries(person="p2") == []


def test_a_customer_is_found_by_her_id_until_she_is_erased(tmp_path: Path) -> None:
    record = Record(tmp_path)
    for customer in ("ann-17", "bob-3", "ann-17"):
        record.note(JANA, SEEN, 1, customer=customer)
    named = record.name_of("ann-17")
    assert [entry.customer for entry in record.entries(customer="ann-17")] == [named, named]
    assert record.name_of("eve") == ""
    assert record.entries(customer="eve") == []
    key = record._database.read("select key from names")
    assert record.forget(["ann-17", "ann-mobile"]) == 1
    assert (record.name_of("ann-17"), record.entries(customer="ann-17")) == ("", [])
    assert len(record.entries()) == 3
    assert len(record.entries(customer="bob-3")) == 1
    record.note(JANA, SEEN, 2, customer="ann-17")
    assert record.name_of("ann-17") not in ("", named)
    left = record._database.read("select key from names")
    record.close()
    (gone,) = [bytes(row[0]) for row in key if row not in left]
    assert not [path for path in tmp_path.iterdir() if gone in path.read_bytes()]


@given(st.text(min_size=3, max_size=20))
def test_no_id_stands_in_the_file(tmp_path_factory: object, customer: str) -> None:
    folder = tmp_path_factory.mktemp("record")  # type: ignore[attr-defined]
    record = Record(folder)
    record.note(JANA, SEEN, 1, customer=f"customer {customer}")
    record.close()
    with sqlite3.connect(folder / FILE) as sql:
        (row,) = sql.execute("select person, name, via, what, about, customer from entries").fetchall()
    assert f"customer {customer}" not in "".join(row)
    wanted = f"customer {customer}".encode("utf-8", "surrogatepass")
    assert not [path for path in folder.iterdir() if wanted in path.read_bytes()]


def test_forgetting_before_anything_was_noted_makes_no_file(tmp_path: Path) -> None:
    assert Record(tmp_path).forget(["ann"]) == 0
    assert list(tmp_path.iterdir()) == []
