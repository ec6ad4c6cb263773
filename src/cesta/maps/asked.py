"""What people answered when they were asked about a touchpoint: NPS, CSAT, CES and stars beside its other numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.maps.view import AskedView, Number, StageView
from cesta.store.columns import Column, Columns
from cesta.surveys.answers import ANSWERED
from cesta.surveys.document import SCALES
from cesta.surveys.scores import score

Mask = NDArray[np.bool_]
SHARES = ("csat",)


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers with a score about touchpoints of one map, in order of customer and time; each on the scale of its `ask`.

    ask: a place in SCALES. place: the touchpoint's. customer: a place among all.
    """

    ask: NDArray[np.int64]
    place: NDArray[np.int64]
    customer: NDArray[np.int64]
    time: NDArray[np.int64]
    score: NDArray[np.float64]


def answered(columns: Columns, touchpoints: Sequence[str]) -> Answered:
    """All answers about these touchpoints that are on their scale."""
    rows = _rows(columns)
    about = _matched(columns.props.get("touchpoint"), rows, touchpoints)
    found = []
    for ask, (name, (low, high)) in enumerate(SCALES.items()):
        scores = _scores(columns.props.get(name), rows)
        meant = _matched(columns.props.get("ask"), rows, (name,)) == 0
        good = np.flatnonzero((about >= 0) & meant & (scores >= low) & (scores <= high))
        found.append((np.full(len(good), ask), about[good], rows[good], scores[good]))
    asks, places, events, scores = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.argsort(events, kind="stable")
    events = events[order]
    owners = np.searchsorted(columns.offsets, events, side="right") - 1
    return Answered(asks[order], places[order], owners, columns.times[events], scores[order])


def with_answers(
    stages: Iterable[StageView], found: Answered, customers: Mask, span: tuple[int, int], min_n: int
) -> tuple[StageView, ...]:
    """The stages, each touchpoint with what these customers answered of it in the period; the last answer of each."""
    start, end = span
    chosen = np.flatnonzero(customers[found.customer] & (found.time >= start) & (found.time < end))
    # The answers of one customer to one question stand in order of time: the last of them is the one that counts.
    keys = (found.customer[chosen] * len(SCALES) + found.ask[chosen]) * (1 << 20) + found.place[chosen]
    _, back = np.unique(keys[::-1], return_index=True)
    last = chosen[len(chosen) - 1 - back]
    views, place = [], 0
    for stage in stages:
        stops = []
        for touchpoint in stage.touchpoints:
            stops.append(replace(touchpoint, asked=_asked(found, last[found.place[last] == place], min_n)))
            place += 1
        views.append(replace(stage, touchpoints=tuple(stops)))
    return tuple(views)


def _asked(found: Answered, rows: NDArray[np.int64], min_n: int) -> tuple[AskedView, ...]:
    views = []
    for ask, name in enumerate(SCALES):
        given = found.score[rows[found.ask[rows] == ask]].astype(np.int64)
        if len(given):
            told = score(name, given, min_n)
            number = Number(
                value=told.value,
                unit="share" if name in SHARES else "score",
                n=told.n,
                low=told.low,
                high=told.high,
                evidence="reported",
                too_few=told.too_few,
            )
            views.append(AskedView(name, number))
    return tuple(views)


def _rows(columns: Columns) -> NDArray[np.int64]:
    code = bisect_left(columns.names, ANSWERED)
    if code == len(columns.names) or columns.names[code] != ANSWERED:
        return np.zeros(0, np.int64)
    return np.flatnonzero(columns.codes == code)


def _matched(column: Column | None, rows: NDArray[np.int64], names: Sequence[str]) -> NDArray[np.int64]:
    """For each row the place of its value among the names; −1 for none of them."""
    if column is None:
        return np.full(len(rows), -1)
    places: Mapping[object, int] = {name: place for place, name in enumerate(names)}
    known = np.array([*(places.get(value, -1) for value in column.values), -1])
    return np.asarray(known[column.codes[rows]])


def _scores(column: Column | None, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    if column is None:
        return np.full(len(rows), np.nan)
    known = np.array([*map(_number, column.values), np.nan])
    return np.asarray(known[column.codes[rows]])


def _number(value: object) -> float:
    """A whole number; anything else is no score."""
    good = isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer()
    return float(value) if good and isinstance(value, int | float) else float("nan")
