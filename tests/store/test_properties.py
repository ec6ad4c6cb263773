"""Properties behind the base are filled from where their events come from, as far as somebody sees."""

from __future__ import annotations

import numpy as np

from cesta.model.event import Event
from cesta.store.base import InMemory
from cesta.store.columns import Column, from_events
from cesta.store.properties import Properties


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
