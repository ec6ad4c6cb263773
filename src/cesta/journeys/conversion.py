"""Conversion: of those who did one thing, how many did another afterwards."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of, ratio, share_of, tidy
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition
from cesta.kernels.intervals import wilson
from cesta.kernels.picking import first_event, last_event

Anchor = Condition | str


def plan(given: Given) -> Plan:
    """Reads the question."""
    start, end = given.condition_or_end("start"), given.condition_or_end("end")
    window = given.window("none")
    within = given.number("within_events", 0, most=10**9) if given.has("within_events") else None
    first = given.choice("occurrence", "first", ("first", "last")) == "first"

    def run(journeys: Journeys) -> Answer:
        at = _start(journeys, start, first)
        return conversion_answer(journeys, at, _converted(journeys, at, end, window, within), _has(journeys, end))

    return Plan(run=run)


def _start(journeys: Journeys, start: Anchor, first: bool) -> Places:
    """For each unit, the place of its start event (the place before its first for the start), or -2 for none."""
    if start == "path_start":
        return journeys.offsets[:-1] - 1
    if isinstance(start, str):
        return journeys.offsets[1:].copy()
    found = (first_event if first else last_event)(journeys.offsets, journeys.mask(start))
    return np.where(found < 0, -2, found)


def _has(journeys: Journeys, end: Anchor) -> Places:
    """The units that have the end anywhere."""
    if isinstance(end, str):
        return np.arange(journeys.size)
    return np.flatnonzero(first_event(journeys.offsets, journeys.mask(end)) >= 0)


def _converted(journeys: Journeys, at: Places, end: Anchor, window: int | None, within: int | None) -> Places:
    """The units whose first end after the start is near enough, in events and in time."""
    found = _next_end(journeys, at, end)
    met = (at >= -1) & (found >= 0)
    if within is not None:
        met &= found - at <= within
    if window is not None and journeys.size:
        low, high = journeys.offsets[:-1], journeys.offsets[1:] - 1
        begin, finish = (journeys.times[np.clip(place, low, high)] for place in (at, found))
        met &= finish - begin <= window
    return np.flatnonzero(met)


def _next_end(journeys: Journeys, at: Places, end: Anchor) -> Places:
    """For each unit, the place of the first end after its start, or -1; the end of the path lies behind its last."""
    if end == "path_end":
        return np.where(at < journeys.offsets[1:], journeys.offsets[1:], -1)
    if isinstance(end, str):
        return np.full(journeys.size, -1)
    places = np.flatnonzero(journeys.mask(end))
    after = np.append(places, np.iinfo(np.int64).max)[np.searchsorted(places, at, side="right")]
    return np.where(after < journeys.offsets[1:], after, -1)


def conversion_answer(journeys: Journeys, at: Places, converted: Places, having: Places) -> Answer:
    """The share that converted, and how it compares with everybody's."""
    started = np.flatnonzero(at >= -1)
    rate, base = ratio(len(converted), len(started)), ratio(len(having), journeys.size)
    lift = None if rate is None or not base else tidy(rate / base)
    result: dict[str, object] = {
        "with_start": len(started),
        "converted": len(converted),
        "rate": rate,
        "base_rate": base,
        "lift": lift,
    }

    def fact(path: Path) -> Fact | None:
        if path == ("with_start",):
            return count_of(journeys, started, journeys.size)
        if path == ("converted",):
            return count_of(journeys, converted, len(started))
        if path == ("rate",):
            return share_of(journeys, converted, len(started))
        if path == ("base_rate",):
            return share_of(journeys, having, journeys.size)
        low, high = wilson(len(converted), len(started))
        scale = base or 1
        return Fact(len(converted), len(started), low / scale, high / scale, lambda: journeys.ids(converted))

    return Answer(result, fact, entered=len(started) > 0)


PARAMS = frozenset({"start", "end", "window", "within_events", "occurrence"})
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"start", "end"}))
