"""From which sources a mood is mixed: words, stars and points, each on the scale of feelings and with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.maps.document import TouchpointDoc
from cesta.store.columns import Columns

Rows = NDArray[np.int64]
WORDS = "words"
SCALES: Mapping[str, tuple[float, float]] = {"stars": (1, 5), "csat": (1, 5), "nps": (0, 10)}
"""Properties that count without being named, and the ends of their scales. Effort (CES) is no feeling."""
USUAL = (WORDS, *SCALES)
WORST, BEST = -2.0, 2.0
_OWN = re.compile(r"(\S{1,100}) (-?\d{1,9})\.\.(-?\d{1,9})")


@dataclass(frozen=True, slots=True)
class Source:
    """name: as the map writes it. prop: the property of events that holds it, on a scale from low to high."""

    name: str
    prop: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mixing:
    """names: all sources of a map, words first. weights: T × S, how much each counts at each touchpoint."""

    names: tuple[str, ...]
    weights: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rated:
    """Every number on a scale that an event holds. source: its place among the names. value: −2 … +2."""

    event: Rows
    source: Rows
    value: NDArray[np.float64]


def source_of(text: object) -> Source | None:
    """The source of this name, or of a property with its scale; None for words and for what is neither.

    >>> source_of("stars")
    Source(name='stars', prop='stars', low=1, high=5)
    >>> source_of("score 0..10").prop, source_of("micro-survey.size")
    ('score', None)
    """
    if not isinstance(text, str):
        return None
    if text in SCALES:
        return Source(text, text, *SCALES[text])
    own = _OWN.fullmatch(text)
    if own is None or int(own[2]) == int(own[3]):
        return None
    return Source(text, own[1], int(own[2]), int(own[3]))


def mixing(stops: Iterable[TouchpointDoc]) -> Mixing:
    """What a map's touchpoints say of their sources; where they say nothing each usual one counts the same."""
    told = [dict(_weights(stop.data.get("emotion") or {})) for stop in stops]
    names = tuple(dict.fromkeys((*USUAL, *(name for one in told for name in one))))
    table = [[one.get(name, 0.0) for name in names] for one in told]
    return Mixing(names, np.array(table, np.float64).reshape(len(told), len(names)))


def _weights(emotion: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    wanted, given = emotion.get("from"), emotion.get("weights")
    named = [one for one in wanted if one == WORDS or source_of(one)] if isinstance(wanted, list) else []
    weights = given if isinstance(given, Mapping) else {}
    for name in named or USUAL:
        weight = weights.get(name)
        yield name, float(weight) if isinstance(weight, int | float) else 1.0


def rated(columns: Columns, names: Iterable[str]) -> Rated:
    """All numbers of these sources; what is not on its scale is none."""
    parts = []
    for place, name in enumerate(names):
        source = source_of(name)
        column = columns.props.get(source.prop) if source is not None else None
        if source is None or column is None:
            continue
        known = np.array([*(on_scale(value, source.low, source.high) for value in column.values), np.nan])
        event = np.flatnonzero(column.codes >= 0)
        value = known[column.codes[event]]
        good = ~np.isnan(value)
        parts.append((event[good], np.full(int(good.sum()), place), value[good]))
    if not parts:
        return Rated(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    event, which, value = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Rated(event, which, value)


def on_scale(value: object, low: float, high: float) -> float:
    """A number between the ends, as −2 … +2; anything else is none. A scale may run backwards.

    >>> on_scale(4, 1, 5), on_scale(0, 0, 10), on_scale(1, 6, 1), on_scale(9, 1, 5)
    (1.0, -2.0, 2.0, nan)
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not min(low, high) <= value <= max(low, high):
        return float("nan")
    return WORST + (BEST - WORST) * (value - low) / (high - low)
