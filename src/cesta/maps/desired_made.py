"""A desired journey made from the current one: the way most go who reach the goal, to be changed at will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.maps.deviations import Touches, touches_of, waits
from cesta.maps.trace import Trace
from cesta.model.duration import duration

MOST, SOME, OFTEN = 0.5, 0.05, 0.25
"""On the path: what most winners touch. At any time: what some do. Again: what so many of those touch once more."""
LIMITS = ("15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d", "7d", "14d", "30d", "60d")


@dataclass(frozen=True, slots=True)
class MadePath:
    """As a map's `desired` says it. max_time: pairs of "from -> to" and a length of time."""

    path: tuple[str, ...]
    optional: tuple[str, ...]
    again: tuple[str, ...]
    max_time: dict[str, str]


def made(found: Trace, pool: NDArray[np.bool_]) -> MadePath | None:
    """The way of the journeys in the pool that reached the goal; None where none did."""
    touches = touches_of(found, pool & found.won)
    winners = len(np.unique(touches.journey))
    if not winners:
        return None
    stops = len(found.ids)
    keys, first, many = np.unique(touches.journey * stops + touches.touchpoint, return_index=True, return_counts=True)
    stop = keys % stops
    reach = np.bincount(stop, minlength=stops)
    most = np.flatnonzero(reach >= MOST * winners).tolist()
    on_path = sorted(most, key=lambda one: (_rank(touches, first, stop, one), one))
    aside = [one for one in np.flatnonzero(reach >= SOME * winners).tolist() if one not in on_path]
    twice = np.bincount(stop[many > 1], minlength=stops)
    return MadePath(
        path=tuple(found.ids[one] for one in on_path),
        optional=tuple(found.ids[one] for one in aside),
        again=tuple(found.ids[one] for one in on_path if twice[one] >= OFTEN * reach[one]),
        max_time=dict(_times(found, touches, on_path)),
    )


def _rank(touches: Touches, first: NDArray[np.int64], stop: NDArray[np.int64], one: int) -> float:
    """How many touches usually come before the first one of this stop."""
    at = first[stop == one]
    return float(np.median(at - np.searchsorted(touches.journey, touches.journey[at])))


def _times(found: Trace, touches: Touches, path: list[int]) -> Iterator[tuple[str, str]]:
    """Between neighbours on the path, what nine of ten winners keep to."""
    places = np.arange(len(found.ids))
    for before, after in pairwise(path):
        waited = waits(touches, places == before, places == after, len(found.won))[1]
        if len(waited):
            usual = float(np.quantile(waited, 0.9))
            limit = next((limit for limit in LIMITS if duration(limit) >= usual), None)
            if limit is not None:
                yield f"{found.ids[before]} -> {found.ids[after]}", limit
