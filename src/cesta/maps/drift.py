"""Since when a map's numbers are others than before: who goes on from each stage and touchpoint, and who touches it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import newcombe, wilson
from cesta.maps.bind import ground
from cesta.maps.document import MapDocument
from cesta.maps.drift_found import FALSE, Series, Turn, after, before, turns
from cesta.maps.trace import Trace
from cesta.maps.view import Number
from cesta.model.calendar import edges_until, first_day
from cesta.model.duration import duration
from cesta.model.shape import say
from cesta.store.workspace import Workspace

MOST = 0.75
"""What counts happened within the time that so many of those who did it took."""
SHORTEST = duration("1h")
ALL = 0.95
"""What so many of a stage touch has the stage's own way on."""
Places = NDArray[np.int64]
_KEEP = 16
_kept: OrderedDict[Hashable, DriftView] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class DriftChange:
    """One change. conversion: of those who came to the stage, or to the touchpoint where one is named, the share that
    went on to a later stage. touchpoint: of those who came to the stage, the share that touched it. Both within so many
    seconds, so that whoever came last week counts as those of last year.

    day: the first one of the new. after: the share since then, as far as nothing else changed. before: what it would be
    had those who came the same way done as they did before. chance: how easily chance would show as much in this one
    series.
    """

    kind: Literal["conversion", "touchpoint"]
    stage: str
    touchpoint: str | None
    name: str
    day: str
    within_seconds: float
    before: Number
    after: Number
    difference: Number
    chance: float


@dataclass(frozen=True, slots=True)
class DriftView:
    """The newest first. compared: how many series were watched; false_share: how many of the named may be chance.
    last_day: up to which day enough time has passed to tell, at the earliest."""

    map: str
    changes: tuple[DriftChange, ...]
    compared: int
    false_share: float
    last_day: str | None


class Watched(NamedTuple):
    """One number of a map over time. days: where each of its days begins, and the end of the last one."""

    kind: Literal["conversion", "touchpoint"]
    stage: int
    touchpoint: int | None
    within: int
    days: list[int]
    series: Series


def drift(workspace: Workspace, map_id: str, language: str = "en") -> DriftView:
    """Every change in all that is known. Raises unknown_map, bad_map."""
    key = (str(workspace.root), workspace.generation(), map_id, language)
    with _lock:
        if key in _kept:
            return _kept[key]
    given = ground(workspace, map_id)
    found = drift_of(given.document, given.trace, language)
    with _lock:
        _kept[key] = found
        while len(_kept) > _KEEP:
            _kept.popitem(last=False)
    return found


def drift_of(document: MapDocument, trace: Trace, language: str = "en") -> DriftView:
    """The changes of a map, the newest first."""
    every = list(watched(trace))
    found = [
        _drift(document, trace, one, turn, language)
        for one, its in zip(every, turns([one.series for one in every]), strict=True)
        for turn in its
    ]
    found.sort(key=lambda change: change.chance)
    found.sort(key=lambda change: change.day, reverse=True)
    last = max((one.days[-1] for one in every), default=None)
    day = first_day(last - 1, "day", trace.zone).isoformat() if last is not None else None
    return DriftView(document.id, tuple(found), len(every), FALSE, day)


class Touches(NamedTuple):
    """All touches within journeys, each journey's in order of time. way: the touchpoint that was touched before, or how
    the journey began (numbers behind those of touchpoints)."""

    journey: Places
    time: Places
    place: Places
    way: Places


class First(NamedTuple):
    """Of each journey, when it first did something, and which way it had come; time -1 where it never did."""

    time: Places
    way: Places


def touches(trace: Trace) -> Touches:
    """Of all journeys of the map."""
    rows = np.flatnonzero((trace.touch >= 0) & (trace.journey >= 0))
    journey, place = trace.journey[rows], trace.touch[rows].astype(np.int64)
    begins = np.diff(journey, prepend=-1) != 0
    return Touches(
        journey, trace.columns.times[rows], place, np.where(begins, len(trace.ids) + place, np.roll(place, 1))
    )


def first_of(known: Touches, which: NDArray[np.bool_], journeys: int) -> First:
    """The first of such touches in each journey."""
    rows = np.flatnonzero(which)
    rows = rows[np.diff(known.journey[rows], prepend=-1) != 0]  # rows of one journey stand together
    time, way = np.full(journeys, -1, dtype=np.int64), np.zeros(journeys, dtype=np.int64)
    time[known.journey[rows]], way[known.journey[rows]] = known.time[rows], known.way[rows]
    return First(time, way)


def watched(trace: Trace) -> Iterator[Watched]:
    """Each stage's way on, each touchpoint among those who came to its stage, and each touchpoint's way on."""
    flow, known, journeys = trace.flow, touches(trace), len(trace.started)
    stage_of = trace.stage_of[known.place] if len(trace.stage_of) else known.place
    for stage in range(trace.stages):
        came, last = first_of(known, stage_of == stage, journeys), stage + 1 == trace.stages
        if not last:
            yield from _watched(trace, ("conversion", stage, None), came, flow.left[:, stage])
        places = np.flatnonzero(trace.stage_of == stage).tolist()
        for place in places:
            touched = first_of(known, known.place == place, journeys)
            yield from _watched(trace, ("touchpoint", stage, place), came, touched.time)
            if not last and (touched.time >= 0).sum() < ALL * (came.time >= 0).sum():
                left = flow.left[:, stage]
                back = (left >= 0) & (left < touched.time)  # came here only after going on: says nothing
                there = touched._replace(time=np.where(back, -1, touched.time))
                yield from _watched(trace, ("conversion", stage, place), there, left)


def _watched(
    trace: Trace, what: tuple[Literal["conversion", "touchpoint"], int, int | None], came: First, did: Places
) -> Iterator[Watched]:
    """Whole days only, and only those since when the time to do it has passed for everybody."""
    known, done = came.time >= 0, (came.time >= 0) & (did >= came.time)
    if not done.any():
        return
    within = max(SHORTEST, int(np.quantile((did - came.time)[done], MOST)))
    days = edges_until(int(came.time[known].min()), int(came.time[known].max()), "day", trace.zone)
    days = [edge for edge in days if edge + within <= trace.now]
    if len(days) < 2:
        return
    day = np.searchsorted(np.array(days), came.time, side="right") - 1
    known &= (day >= 0) & (day < len(days) - 1)
    ways, way = np.unique(came.way, return_inverse=True)
    cell, cells = day * len(ways) + way, ((len(days) - 1), len(ways))
    soon = known & done & (did - came.time <= within)
    could, by_day = (np.bincount(cell[rows], minlength=cells[0] * cells[1]).reshape(cells) for rows in (known, soon))
    series = Series(could, by_day)
    if 0 < series.did.sum() < series.could.sum():
        yield Watched(*what, within, days, series)


def _drift(document: MapDocument, trace: Trace, one: Watched, turn: Turn, language: str) -> DriftChange:
    n1, n2 = (int(one.series.could[side].sum()) for side in (slice(turn.first, turn.at), slice(turn.at, turn.stop)))
    was, is_now = before(one.series, turn), after(one.series, turn)
    low, high = newcombe(is_now * n2, n2, was * n1, n1)
    stage = document.stages[one.stage]
    stop = None if one.touchpoint is None else document.touchpoints[one.touchpoint]
    named = stop or stage
    return DriftChange(
        kind=one.kind,
        stage=stage.id,
        touchpoint=stop.id if stop is not None else None,
        name=say(named.name, language) or named.id,
        day=first_day(one.days[turn.at], "day", trace.zone).isoformat(),
        within_seconds=one.within / 1e6,
        before=_share(was, n1),
        after=_share(is_now, n2),
        difference=Number(is_now - was, "share", n2, n1 + n2, low, high),
        chance=turn.chance,
    )


def _share(share: float, of: int) -> Number:
    return Number(share, "share", round(share * of), of, *wilson(share * of, of))
