"""How an event felt, as far as she said so: stars, scores and ratings on one scale from −2 to +2."""

from __future__ import annotations

from collections.abc import Mapping

from cesta.journeys.where import kind
from cesta.model.event import Value
from cesta.store.columns import Column, Snapshot

DIRECT = ("emotion", "mood")
RATED = ("stars", "rating", "csat", "ces", "nps", "score")
SCALES = ((5, 1), (7, 1), (10, 0))
"""Scales that people are asked on: their top, and where they begin."""
MANY = 50
"""A property with more different numbers is no rating."""


def scales(snapshot: Snapshot) -> dict[str, tuple[float, float]]:
    """Of each property that rates: the middle of its scale, and how much is one step of ours.

    Which scale it is the highest number tells that anybody gave.
    """
    found = dict.fromkeys((name for name in DIRECT if name in snapshot.props), (0.0, 1.0))
    for name in RATED:
        if name in snapshot.props:
            numbers = _numbers(snapshot.props[name])
            scale = next((scale for scale in SCALES if max(numbers, default=99) <= scale[0]), None)
            if scale is not None and min(numbers) >= 0 and len(numbers) <= MANY:
                top, bottom = scale
                found[name] = (top + bottom) / 2, (top - bottom) / 4
    return found


def mood(properties: Mapping[str, Value], known: Mapping[str, tuple[float, float]]) -> float | None:
    """From −2 to +2; None where nothing was said.

    >>> mood({"stars": 5}, {"stars": (3, 1)}), mood({"nps": 5}, {"nps": (5, 2.5)}), mood({"price": 9}, {})
    (2.0, 0.0, None)
    """
    for name, (middle, step) in known.items():
        value = properties.get(name)
        if value is not None and kind(value) == "number":
            return max(-2.0, min(2.0, round((float(value) - middle) / step, 2)))
    return None


def _numbers(column: Column) -> list[float]:
    return [float(value) for value in column.values if kind(value) == "number"]
