"""Properties behind the base are filled from where their events come from, as far as somebody sees."""

from __future__ import annotations

import numpy as np

from cesta.model.event import Event
from cesta.store.base import InMemory
from cesta.store.columns import Column, from_events
from cesta.store.properties import Properties, Seen


def values(column: Column) -> list[object]:
    return [None if code < 0 else column.values[code] for code in column.codes.tolist()]


def test_filled_as_far_as_asked() -> None:
    base = InMemory(from_events([Event("web", "1", "ann", "see", 1, {"price": 2})]), room=5)
    origin = np.empty(5, np.int64)
    properties = Properties(base, origin)
    for message, said in (("2", {"price": 3}), ("3", {"colour": "red"})):
        place = 0 if message == "2" else 2
        origin[place : place + 2] = [0, properties.next_origins(1)[0]]
        properties.arrive(from_events([Event("web", message, "ann", "see", 2, said)]))
    early, late = properties.of(3), properties.of(5)
    assert values(early["price"]) == [2, 2, 3]
    assert values(late["price"]) == [2, 2, 3, 2, None]
    assert values(late["colour"]) == [None, None, None, None, "red"]
    assert (list(late), len(late), late["price"] is late["price"]) == (["colour", "price"], 2, True)


def test_few_are_the_same_without_filling_in_the_others() -> None:
    base = InMemory(from_events([Event("web", str(n), "ann", "see", n, {"price": n % 2}) for n in range(4)]), room=9)
    origin = np.empty(9, np.int64)
    properties = Properties(base, origin)
    for place, said in ((0, {"price": 7}), (2, {"price": "7"}), (4, {"colour": "red"})):
        origin[place : place + 2] = [place, properties.next_origins(1)[0]]
        properties.arrive(from_events([Event("web", f"n{place}", "ann", "see", 9, said)]))
    seen = properties.of(10)
    rows = np.array([1, 4, 5, 7, 9, 0])
    assert isinstance(seen, Seen)
    before = {name: seen.few(name, rows) for name in ("price", "colour")}
    for name, few in before.items():
        assert values(few) == [values(seen[name])[row] for row in rows.tolist()]
        assert values(seen.few(name, rows)) == values(few)
    assert set(before["price"].values) == {0, 1, 7, "7"}
