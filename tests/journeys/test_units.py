"""Units and their events."""

from __future__ import annotations

import numpy as np

from cesta.journeys.own_events import own_columns
from cesta.journeys.units import Asked, by_property, by_stretch

COLUMNS = own_columns(
    [
        {"customer": who, "event": name, "ts": f"2024-05-06T1{place}:00:00Z", "props": {"n": n}}
        for place, (who, name, n) in enumerate([("bob", "a", 1), ("ann", "b", 1.0), ("bob", "c", True)])
    ],
    {},
)
ASKED = Asked(COLUMNS, np.ones(3, np.bool_))


def test_taking_and_keeping() -> None:
    everybody = by_stretch(ASKED, (None, None), None)
    assert everybody.ids_in_order() == ["ann", "bob"]
    bob = everybody.take(np.array([1]))
    assert [bob.names[code] for code in bob.codes] == ["a", "c"]
    late = everybody.keep(everybody.times > everybody.times.min())
    assert late.lengths().tolist() == [1, 1]
    assert everybody.keep(np.zeros(3, np.bool_)).size == 0


def test_values_that_read_the_same_are_one_unit() -> None:
    units = by_property(by_stretch(ASKED, (None, None), None), "n")
    assert units.ids_in_order() == ["1", "true"]
    assert units.lengths().tolist() == [2, 1]
    assert by_property(by_stretch(ASKED, (None, None), None), "none").size == 0
