"""Since when a map's numbers are others than before: changes of each stage's conversion and each touchpoint's share."""

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
from cesta.maps.drift_found import FALSE, Series, Turn, turns
from cesta.maps.trace import Trace
from cesta.maps.view import Number
from cesta.model.calendar import edges_until, first_day
from cesta.model.duration import duration
from cesta.model.shape import say
from cesta.store.workspace import Workspace

MOST = 0.75
"""What counts happened within the time that so many of those who did it took."""
SHORTEST = duration("1h")
Places = NDArray[np.int64]
_KEEP = 16
_kept: OrderedDict[Hashable, DriftView] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class DriftChange:
    """One change. conversion: of those who came to the stage, the share that went on to a later one. touchpoint: the
    share that touched it. Both within so many seconds, so that whoever came last week counts as those of last year.

    day: the first one of the new. before, after: the share on either side, as far as nothing else changed.
    chance: how easily chance would show as much in this one series.
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


def watched(trace: Trace) -> Iterator[Watched]:
    """Each stage's way on, and each touchpoint among those who came to its stage."""
    flow = trace.flow
    for stage in range(trace.stages):
        came = flow.entered[:, stage]
        if stage + 1 < trace.stages:
            yield from _watched(trace, stage, None, came, flow.left[:, stage])
        for place in np.flatnonzero(trace.stage_of == stage).tolist():
            yield from _watched(trace, stage, place, came, first_touch(trace, place))


def first_touch(trace: Trace, touchpoint: int) -> Places:
    """When each journey first touched it; -1 for never."""
    rows = np.flatnonzero((trace.touch == touchpoint) & (trace.journey >= 0))
    journeys = trace.journey[rows]
    first = np.flatnonzero(np.diff(journeys, prepend=-1))  # rows of one journey stand together
    found = np.full(len(trace.started), -1, dtype=np.int64)
    found[journeys[first]] = trace.columns.times[rows[first]]
    return found


def _watched(trace: Trace, stage: int, touchpoint: int | None, came: Places, did: Places) -> Iterator[Watched]:
    """Whole days only, and only those since when the time to do it has passed for everybody."""
    done = (came >= 0) & (did >= came)
    if not done.any():
        return
    within = max(SHORTEST, int(np.quantile(did[done] - came[done], MOST)))
    known = came >= 0
    days = edges_until(int(came[known].min()), int(came[known].max()), "day", trace.zone)
    days = [edge for edge in days if edge + within <= trace.now]
    if len(days) < 2:
        return
    edges = np.array(days)
    day = np.searchsorted(edges, came, side="right") - 1
    known &= (day >= 0) & (day < len(days) - 1)
    could = np.bincount(day[known], minlength=len(days) - 1)
    soon = known & done & (did - came <= within)
    series = Series(could, np.bincount(day[soon], minlength=len(days) - 1))
    if 0 < series.did.sum() < could.sum():
        yield Watched(stage, touchpoint, within, days, series)


def _drift(document: MapDocument, trace: Trace, one: Watched, turn: Turn, language: str) -> DriftChange:
    (n1, k1), (n2, k2) = (
        (int(one.series.could[side].sum()), int(one.series.did[side].sum()))
        for side in (slice(turn.first, turn.at), slice(turn.at, turn.stop))
    )
    low, high = newcombe(k2, n2, k1, n1)
    stage = document.stages[one.stage]
    stop = None if one.touchpoint is None else document.touchpoints[one.touchpoint]
    named = stop or stage
    return DriftChange(
        kind="conversion" if stop is None else "touchpoint",
        stage=stage.id,
        touchpoint=stop.id if stop is not None else None,
        name=say(named.name, language) or named.id,
        day=first_day(one.days[turn.at], "day", trace.zone).isoformat(),
        within_seconds=one.within / 1e6,
        before=_share(k1, n1),
        after=_share(k2, n2),
        difference=Number(k2 / n2 - k1 / n1, "share", n2, n1 + n2, low, high),
        chance=turn.chance,
    )


def _share(above: int, below: int) -> Number:
    return Number(above / below, "share", above, below, *wilson(above, below))
