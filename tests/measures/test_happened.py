"""Events that meet a condition, laid out: firsts, next ones and amounts, on a case small enough to read."""

from __future__ import annotations

from typing import Any

import numpy as np

from cesta.journeys.own_events import own_columns
from cesta.journeys.units import Asked, by_stretch
from cesta.journeys.where import read_condition
from cesta.measures.happened import Look, once, without

DAY = 86_400_000_000
TOLD = [("ann", "see", 1), ("ann", "buy", 2), ("ann", "buy", 4), ("bob", "see", 2), ("eve", "buy", 3)]


def look() -> Look:
    events: list[dict[str, Any]] = [
        {"customer": who, "event": event, "ts": f"1970-01-0{day + 1}T00:00:00Z", "props": {"amount": day * 10}}
        for who, event, day in TOLD
    ]
    return Look(by_stretch(Asked(own_columns(events, {})), (None, None), None), "EUR")


def test_who_and_when() -> None:
    here = look()
    bought, seen = here.happened(read_condition("buy")), here.happened(read_condition("see"))
    assert bought.units.tolist() == [0, 0, 2]
    assert bought.who(2 * DAY, 4 * DAY).tolist() == [0, 2]
    assert bought.times[bought.firsts(3 * DAY, 9 * DAY)].tolist() == [4 * DAY, 3 * DAY]
    assert bought.times[bought.ever_first].tolist() == [2 * DAY, 3 * DAY]
    assert bought.after(seen.units, seen.places).tolist() == [0, -1]
    assert here.seen_before(3 * DAY).tolist() == [0, 1]
    assert (here.since, here.as_of) == (DAY, 4 * DAY)


def test_amounts_and_nothing_there() -> None:
    here = look()
    bought = here.happened(read_condition("buy"))
    assert here.amounts(bought, "amount", None).of.tolist() == [20, 40, 30]
    assert not here.amounts(bought, "weight", None).known.any()
    assert here.texts(bought, "colour") is None
    nobody = here.happened(read_condition("wave"))
    assert nobody.after(np.array([0]), np.array([0])).tolist() == [-1]


def test_units_in_order() -> None:
    assert once(np.array([1, 1, 4, 5, 5])).tolist() == [1, 4, 5]
    assert without(np.array([1, 2, 3]), np.array([2])).tolist() == [1, 3]
