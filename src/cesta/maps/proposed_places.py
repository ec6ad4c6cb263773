"""Events that a map does not know, inside its journeys: in how many of them, and between which of its touchpoints."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.maps.trace import Trace
from cesta.model.duration import duration

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
RECENT = duration("28d")
"""Journeys that began so lately are those of now."""


@dataclass(frozen=True, slots=True)
class Counted:
    """In how many journeys, of how many."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where some events fit. stage: by place. after: the touchpoint of the stage that they come after; None: they come
    before all of it. previous, following: what is touched most often just before and just after; None: nothing is."""

    stage: int
    after: int | None
    previous: int | None
    following: int | None


def recent(trace: Trace, fewest: int) -> Mask:
    """The journeys of now: all of them where too few began lately to tell anything."""
    lately = np.asarray(trace.started > trace.now - RECENT)
    return lately if int(np.count_nonzero(lately)) >= fewest else np.ones(len(lately), dtype=np.bool_)


def counted(trace: Trace, rows: Places, among: Mask) -> Counted:
    """How many of these journeys have one of the events."""
    return Counted(int(np.count_nonzero(among[distinct(trace.journey[rows])])), int(np.count_nonzero(among)))


def unknown_rows(trace: Trace) -> Mask:
    """The events inside journeys that no touchpoint wants."""
    return np.asarray((trace.touch < 0) & (trace.journey >= 0))


def neighbours(trace: Trace, rows: Places) -> tuple[Places, Places]:
    """For each event, the rows of the last touch before it and of the first after it in its journey; -1 for none."""
    everything, size = np.arange(len(trace.touch)), len(trace.touch)
    known = (trace.touch >= 0) & (trace.journey >= 0)
    before = np.maximum.accumulate(np.where(known, everything, -1))[rows]
    after = np.minimum.accumulate(np.where(known, everything, size)[::-1])[::-1][rows]
    return _same(trace, rows, before), _same(trace, rows, np.where(after < size, after, -1))


def _same(trace: Trace, rows: Places, others: Places) -> Places:
    return np.where((others >= 0) & (trace.journey[others] == trace.journey[rows]), others, -1)


def spot(trace: Trace, rows: Places) -> Spot | None:
    """Where these events fit, by the first of each journey: at the neighbour that is nearer in time."""
    if not len(rows) or not len(trace.stage_of):
        return None
    _, first = np.unique(trace.journey[rows], return_index=True)
    rows = rows[first]
    before, after = neighbours(trace, rows)
    nearest = _nearest(trace, rows, before, after)
    if not (nearest >= 0).any():
        return None
    stages = trace.stage_of[trace.touch[nearest[nearest >= 0]]]
    stage = int(np.bincount(stages).argmax())
    here = trace.touch[before[before >= 0]]
    here = here[trace.stage_of[here] == stage]
    ahead = trace.touch[after[after >= 0]]
    ahead = ahead[trace.stage_of[ahead] == stage]
    follows = len(here) > 0 and 2 * len(here) >= len(ahead)
    return Spot(stage, _most(here) if follows else None, _most(_touched(trace, before)), _most(_touched(trace, after)))


def _nearest(trace: Trace, rows: Places, before: Places, after: Places) -> Places:
    times = trace.columns.times
    gaps = [np.where(side >= 0, np.abs(times[side] - times[rows]), np.iinfo(np.int64).max) for side in (before, after)]
    return np.where(gaps[0] <= gaps[1], before, after)


def _touched(trace: Trace, rows: Places) -> Places:
    """The touchpoint at each row; -1 where there is none."""
    return np.where(rows >= 0, trace.touch[rows], -1)


def _most(touchpoints: Places) -> int | None:
    """The most frequent one; None where that is no touchpoint."""
    if not len(touchpoints):
        return None
    found = int(np.bincount(touchpoints + 1).argmax()) - 1
    return None if found < 0 else found
