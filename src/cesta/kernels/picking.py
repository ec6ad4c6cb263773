"""Taking some journeys out of many, without touching the others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import in_ranges
from cesta.kernels.room import ROOM

Places = NDArray[np.int64]
NEVER, FOR_EVER = np.iinfo(np.int64).min, np.iinfo(np.int64).max


def lengths_of(begins: Places, ends: Places) -> Places:
    """How many events each unit has.

    >>> lengths_of(np.array([0, 2]), np.array([2, 5]))
    array([2, 3])
    """
    lengths: Places = ROOM.empty(len(begins), np.int64)
    return np.subtract(ends, begins, out=lengths)


@compiled
def _places_of(wanted, places):  # type: ignore[no-untyped-def]
    n = np.uint64(0)
    for u in range(len(wanted)):
        places[n] = u
        n += np.uint64(wanted[u])
    return n


def places_of(wanted: NDArray[np.bool_]) -> Places:
    """The places of what is wanted, ascending.

    >>> places_of(np.array([True, False, True]))
    array([0, 2])
    """
    places: Places = ROOM.empty(len(wanted) + 1, np.int64)
    return places[: _places_of(wanted, places)]


def gather(offsets: Places, units: Places) -> tuple[Places, Places]:
    """The places of these units' events, unit by unit, and where each unit begins among them.

    >>> gather(np.array([0, 2, 3, 6]), np.array([2, 0]))
    (array([3, 4, 5, 0, 1]), array([0, 3, 5]))
    """
    starts = offsets[:-1][units]
    counts = offsets[1:][units] - starts
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    events = np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - counts), counts)
    return events, np.concatenate((np.zeros(1, np.int64), ends))


@compiled
def _stretch_range(times, lows, highs, first, last, since, until, begins, ends):  # type: ignore[no-untyped-def]
    for u in range(first, last):
        a, b = lows[u], highs[u]
        begins[u] = a + np.searchsorted(times[a:b], since)
        ends[u] = a + np.searchsorted(times[a:b], until)


def stretch_of(
    times: Places, stretches: tuple[Places, Places], since: int | None, until: int | None
) -> tuple[Places, Places]:
    """For each unit, where its events at or after `since` begin and where those before `until` end.

    Unit u owns the events begins[u] … ends[u] - 1 of `stretches`.

    >>> stretch_of(np.array([1, 5, 9, 2]), (np.array([0, 3]), np.array([3, 4])), 5, None)
    (array([1, 4]), array([3, 4]))
    """
    if since is None and until is None:
        return stretches
    lows, highs = stretches
    begins, ends = np.empty(len(lows), np.int64), np.empty(len(lows), np.int64)
    low = NEVER if since is None else max(since, NEVER)
    high = FOR_EVER if until is None else min(until, FOR_EVER)

    def work(first: int, last: int) -> None:
        _stretch_range(times, lows, highs, first, last, low, high, begins, ends)

    in_ranges(work, highs)
    return begins, ends


def first_event(offsets: Places, wanted: NDArray[np.bool_]) -> Places:
    """For each unit, the place of its first wanted event, or -1.

    >>> first_event(np.array([0, 2, 3]), np.array([False, True, False]))
    array([ 1, -1])
    """
    return first_in((offsets[:-1], offsets[1:]), wanted)


def first_in(stretches: tuple[Places, Places], wanted: NDArray[np.bool_]) -> Places:
    """For each unit, which owns begins[u] … ends[u] - 1, the place of its first wanted event, or -1.

    >>> first_in((np.array([2, 0]), np.array([3, 2])), np.array([False, True, False]))
    array([-1,  1])
    """
    begins, ends = stretches
    places = np.flatnonzero(wanted)
    found = np.append(places, np.iinfo(np.int64).max)[np.searchsorted(places, begins)]
    return np.where(found < ends, found, -1)


def last_event(offsets: Places, wanted: NDArray[np.bool_]) -> Places:
    """For each unit, the place of its last wanted event, or -1.

    >>> last_event(np.array([0, 2, 3]), np.array([True, True, False]))
    array([ 1, -1])
    """
    places = np.flatnonzero(wanted)
    before = np.searchsorted(places, offsets[1:])
    found = np.concatenate((np.array([-1]), places))[before]
    return np.where(found >= offsets[:-1], found, -1)


def session_numbers(offsets: Places, times: Places, gap: int, at_limit: bool) -> Places:
    """For each event the number of its session, counted through all units from 0.

    A session ends where the silence is longer than `gap` (with `at_limit`: as long), and with its unit.

    >>> session_numbers(np.array([0, 3, 4]), np.array([0, 5, 20, 20]), 10, False)
    array([0, 0, 1, 2])
    """
    silence = np.diff(times, prepend=times[:1])
    opens = silence >= gap if at_limit else silence > gap
    opens[offsets[:-1][np.diff(offsets) > 0]] = True
    return np.cumsum(opens, dtype=np.int64) - 1


def warm() -> None:
    """Compiles the search for the types that questions bring."""
    places_of(np.zeros(1, np.bool_))
    stretch_of(np.zeros(1, np.int64), (np.zeros(1, np.int64), np.ones(1, np.int64)), 0, 1)
