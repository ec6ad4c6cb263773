"""Sessions as stretches of columns: where each begins and ends, without a copy of any event."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges
from cesta.kernels.room import ROOM

Places = NDArray[np.int64]


class Visits(NamedTuple):
    """Session s is the places begins[s] … ends[s] - 1, of which events[s] are there.

    The sessions of unit u are first[u] … first[u + 1] - 1.
    """

    begins: Places
    ends: Places
    events: Places
    first: Places


@compiled
def _walk(codes, times, begins, ends, low, high, absent, silence, first, fills, opened, closed, events):  # type: ignore[no-untyped-def]
    """Counts the sessions of each unit into `first`, or, with `fills`, writes them down from first[u] on."""
    for u in range(low, high):
        n = first[u] if fills else np.int64(0)
        began = n
        latest = np.int64(0)
        for i in range(begins[u], ends[u]):
            if codes[i] == absent:
                continue
            if n == began or times[i] - latest > silence:
                if fills:
                    opened[n] = i
                    events[n] = 0
                n += 1
            latest = times[i]
            if fills:
                closed[n - 1] = i + 1
                events[n - 1] += 1
        if not fills:
            first[u] = n


def visits(codes: Codes, times: Places, begins: Places, ends: Places, absent: int, silence: int) -> Visits:
    """The sessions of all units, in order: a new one begins where more than `silence` passes without an event.

    Unit u owns the places begins[u] … ends[u] - 1; events of the code `absent` are not there.

    >>> times, none = np.array([0, 5, 20, 20]), np.zeros(4, np.uint8)
    >>> found = visits(none, times, np.array([0, 3]), np.array([3, 4]), 9, 10)
    >>> [one.tolist() for one in found]
    [[0, 2, 3], [2, 3, 4], [2, 1, 1], [0, 2, 3]]
    """
    nothing, before = np.zeros(0, np.int64), np.cumsum(ends - begins)
    counts = np.zeros(len(begins), np.int64)

    def work(low: int, high: int, first: Places, fills: bool, found: tuple[Places, Places, Places]) -> None:
        _walk(codes, times, begins, ends, low, high, absent, silence, first, fills, *found)

    in_ranges(lambda low, high: work(low, high, counts, False, (nothing, nothing, nothing)), before)
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
    opened, closed, events = (ROOM.empty(int(first[-1]), np.int64) for _ in range(3))
    in_ranges(lambda low, high: work(low, high, first, True, (opened, closed, events)), before)
    return Visits(opened, closed, events, first)


def warm() -> None:
    """Compiles the walk for the types that questions bring."""
    codes: Codes
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        for writable in (True, False):
            times = np.zeros(1, np.int64)
            codes.flags.writeable = times.flags.writeable = writable
            visits(codes, times, np.zeros(1, np.int64), np.ones(1, np.int64), 9, 5)
