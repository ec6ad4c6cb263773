"""How journeys stray from the desired one, stop by stop: missing, extra, order, repeated, late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.wanted import in_codes
from cesta.kernels.alignment import cheapest_alignments
from cesta.kernels.strays import KINDS, MISSING, ORDER, REPEATED, weigh_strays
from cesta.kernels.variants import Variants, variants_of
from cesta.maps.desired import Desired, Limit
from cesta.maps.document import MapDocument
from cesta.maps.trace import Trace

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
Kind = Literal["missing", "extra", "order", "repeated", "late"]
EXTRA_STOP = 2
"""A stop too many weighs as much as two passed over: who skips two stops and goes on is told of those two."""


@dataclass(frozen=True, slots=True)
class Touches:
    """Each journey's touches of touchpoints, one after the other; touches of one stop in a row are one.

    journey, touchpoint, time: of each touch, in order.
    """

    journey: Places
    touchpoint: Places
    time: Places


@dataclass(frozen=True, slots=True)
class Strayed:
    """One way to stray at one touchpoint. journeys: those that stray so; peers: all that came far enough to do it.

    Both are masks over all journeys of the map. waited: for each of `waiting`, in microseconds, how long it took.
    """

    kind: Kind
    touchpoint: int
    journeys: Mask
    peers: Mask
    limit: Limit | None = None
    waiting: Places | None = None
    waited: Places | None = None


def touches_of(found: Trace, pool: Mask) -> Touches:
    """The touches of the journeys in the pool."""
    rows = np.flatnonzero((found.touch >= 0) & (found.journey >= 0))
    rows = rows[pool[found.journey[rows]]]
    journey, touchpoint = found.journey[rows], found.touch[rows].astype(np.int64)
    new = np.ones(len(rows), np.bool_)
    new[1:] = (np.diff(journey) != 0) | (np.diff(touchpoint) != 0)
    return Touches(journey[new], touchpoint[new], found.columns.times[rows][new])


def strays(found: Trace, document: MapDocument, desired: Desired, pool: Mask) -> tuple[Strayed, ...]:
    """All deviations of the journeys in the pool, by kind and touchpoint.

    A journey is laid beside the path at the least number of extra and missing stops. It may end anywhere: what it never
    came to is a loss of the map, not a stop passed over. missing: passed over, though the journey came further; extra:
    a stop off the path; order: done, but elsewhere; repeated: once more after it was done in its place; late: over its
    limit of time. What may come again is neither repeated nor out of order.
    """
    touches = touches_of(found, pool)
    rows = [*_laid_beside(found, desired, touches), *_late(found, document, desired, touches)]
    rows.sort(key=lambda one: (-int(np.count_nonzero(one.journeys)), one.kind, one.touchpoint))
    return tuple(rows)


def _laid_beside(found: Trace, desired: Desired, touches: Touches) -> Iterator[Strayed]:
    wanted, _ = in_codes(desired.model, found.ids)
    size = len(found.won)
    aside = np.array([name in desired.aside for name in found.ids])
    kept = ~aside[touches.touchpoint]
    journey, codes = touches.journey[kept], touches.touchpoint[kept]
    offsets = np.searchsorted(journey, np.arange(size + 1))
    everything = np.ones(len(found.ids) + 1, np.bool_)
    variants = variants_of(codes.astype(np.uint16), offsets[:-1], offsets[1:], everything)
    paths = variants.codes, variants.offsets
    costs = float(EXTRA_STOP), 1.0
    _, served = cheapest_alignments(paths[1], paths[0], wanted.steps, wanted.distances, wanted.ending, *costs)
    ones = np.ones(len(variants.counts), np.int64)
    counted = weigh_strays(paths, served, wanted, (ones, ones))[0].customers
    for kind, code in np.argwhere(counted[:, : len(found.ids)]).tolist():
        if found.ids[code] in desired.again and kind in (ORDER, REPEATED):
            continue
        here = weigh_strays(paths, served, wanted, (ones, ones), (kind, code))[2]
        journeys = here[variants.of_unit]
        if kind == MISSING:
            peers = journeys | _came_further(variants, served, wanted.steps, code)[variants.of_unit]
        elif KINDS[kind] == "extra":
            peers = journeys | found.reached(int(found.stage_of[code]))
        else:
            peers = journeys | found.touched(code)
        yield Strayed(KINDS[kind], code, journeys, peers)  # type: ignore[arg-type]


def _came_further(variants: Variants, served: Places, steps: Places, code: int) -> Mask:
    """Sequences that did the step in its place and a later one, too."""
    owner = np.repeat(np.arange(len(variants.counts)), np.diff(variants.offsets))
    place = int(np.flatnonzero(steps == code)[0])
    did, later = (np.zeros(len(variants.counts), np.bool_) for _ in range(2))
    did[owner[(served >= 0) & (steps[np.maximum(served, 0)] == code)]] = True
    later[owner[served > place]] = True
    return did & later


def _late(found: Trace, document: MapDocument, desired: Desired, touches: Touches) -> Iterator[Strayed]:
    stages = [stage.id for stage in document.stages]

    def stops_of(name: str) -> Mask:
        if name in found.ids:
            return np.array([one == name for one in found.ids])
        return np.asarray(found.stage_of == stages.index(name))

    for limit in desired.limits:
        waiting, waited, target = waits(touches, stops_of(limit.origin), stops_of(limit.target), len(found.won))
        late, peers = np.zeros(len(found.won), np.bool_), np.zeros(len(found.won), np.bool_)
        late[waiting[waited > limit.most]] = True
        peers[waiting] = True
        if late.any():
            named = found.ids.index(limit.target) if limit.target in found.ids else _most_often(target)
            yield Strayed("late", named, late, peers, limit, waiting, waited)


def _most_often(touchpoints: Places) -> int:
    return int(np.bincount(touchpoints).argmax())


def waits(touches: Touches, origin: Mask, target: Mask, size: int) -> tuple[Places, Places, Places]:
    """Journeys that came from one to the other, how long that took from the first touch, and where they arrived.

    >>> touches = Touches(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), np.array([5, 7, 9, 4]))
    >>> [one.tolist() for one in waits(touches, np.array([True, False]), np.array([False, True]), 2)]
    [[0], [4], [1]]
    """
    never = np.iinfo(np.int64).max
    begun = np.full(size, never)
    start = origin[touches.touchpoint]
    np.minimum.at(begun, touches.journey[start], touches.time[start])
    came = np.flatnonzero(target[touches.touchpoint] & ~start & (touches.time >= begun[touches.journey]))
    journeys, first = np.unique(touches.journey[came], return_index=True)
    rows = came[first]
    return journeys, touches.time[rows] - begun[journeys], touches.touchpoint[rows]
