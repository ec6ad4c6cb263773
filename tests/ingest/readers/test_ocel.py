"""Whose way an event is on: the customer it names, or the one behind the objects it names."""

from __future__ import annotations

import pytest

from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.ocel import Happening, Objects, Thing, tables
from cesta.model.errors import CestaError


def objects() -> Objects:
    found = Objects()
    for thing in (
        Thing("c1", "Klient", {"city": "Łódź"}),
        Thing("c2", "Klient", {}),
        Thing("o1", "order", {"type": "web"}, ("c1",)),
        Thing("i1", "item", {}),
        Thing("i2", "item", {}),
    ):
        found.add(thing)
    return found


def rows(event: Happening, **options: str) -> list[dict[str, object]]:
    batches = list(tables(objects(), iter([event]), Place("x", options)))
    return [dict(row) for batch in batches if batch.table == "events" for row in batch.rows]


def test_the_customer_is_named_or_found_behind_an_object() -> None:
    direct = Happening("e1", "call", "2026-03-01T10:00:00Z", {}, (("c2", "by"),))
    behind = Happening("e2", "pay", "2026-03-01T10:00:00Z", {"time": 3}, (("o1", "of"), ("i1", ""), ("i2", "")))
    assert [row["customer"] for row in rows(direct)] == ["c2"]
    assert rows(behind) == [
        {"time_": 3, "order": "o1", "item": "i1, i2", "event": "pay", "time": "2026-03-01T10:00:00Z",
         "event_id": "e2", "customer": "c1"}
    ]  # fmt: skip


def test_an_event_of_two_customers_is_on_both_ways_and_one_of_none_is_kept() -> None:
    both = Happening("e1", "meet", "2026-03-01T10:00:00Z", {}, (("c1", ""), ("c2", "")))
    assert [row["customer"] for row in rows(both)] == ["c1", "c2"]
    assert [row["customer"] for row in rows(Happening("e2", "rain", "2026-03-01T10:00:00Z", {}))] == [None]


def test_another_type_may_be_followed() -> None:
    event = Happening("e1", "pack", "2026-03-01T10:00:00Z", {}, (("i1", ""), ("i2", "")))
    assert [row["customer"] for row in rows(event, customer="item")] == ["i1", "i2"]
    with pytest.raises(CestaError, match=r"Did you mean .*item"):
        rows(event, customer="items")


def test_objects_keep_what_they_say() -> None:
    (_, beside) = tables(objects(), iter([Happening("e", "a", "", {}, (("c1", ""),))]), Place("x"))
    assert beside.rows[0] == {"object": "c1", "type": "Klient", "city": "Łódź"}
    assert beside.rows[2] == {"object": "o1", "type": "order", "type_": "web"}
