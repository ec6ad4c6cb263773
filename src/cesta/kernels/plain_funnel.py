"""The plain funnel, as most are: named steps in order within a window. Picks first, then steps; other rules: funnel.py.

Picking copies every event of a journey that is a step to a small buffer without asking any question of the processor;
the rules then run over those few. Measured, the questions (branches it cannot foresee) cost more than reading memory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges
from cesta.kernels.room import ROOM

NEVER = -(1 << 62)
"""Before every time there is, by more than any window: a step nobody has reached began then."""
LONGEST = 1 << 61


@compiled
def _walk_range(  # type: ignore[no-untyped-def]
    codes, times, begins, ends, first, last, slot, steps, window, level, when, tied
):
    """Writes levels, the step times up to them, and marks units that have different steps at one moment.

    began[k]: when the latest attempt that reached k steps began, at the picked event came[k]; began[0] is now.
    before[j]: the picked event from which picked event j went on. The times told are those of the first attempt that
    got furthest.
    """
    longest = 0
    for u in range(first, last):
        longest = max(longest, ends[u] - begins[u])
    step = np.empty(longest + 1, np.uint8)
    at = np.empty(longest + 1, np.int64)
    before = np.empty(longest + 1, np.uint32)
    began = np.empty(steps + 2, np.int64)
    came = np.zeros(steps + 2, np.uint32)
    for u in range(first, last):
        n = begun = np.uint64(0)
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            s = slot[np.uint32(codes[i])]
            step[n] = s
            # Every time is read, also those of no use: memory that is read on and on comes sooner than here and there.
            at[n] = times[i]
            begun |= np.uint64(s == 0)
            n += np.uint64(s < steps)
        best, best_at, is_tied = np.int64(0), np.uint32(0), False
        if begun:
            for k in range(steps + 1):
                began[k] = NEVER
            earlier, was = np.int64(NEVER), np.uint64(255)
            for j in range(n):
                s, t = np.uint64(step[j]), at[j]
                if t == earlier and s != was:
                    is_tied = True
                    break
                earlier, was = t, s
                began[0] = t
                reached = s + np.uint64(1)
                since, until_now = began[s], began[reached]
                goes_on = (t - since <= window) & (since != until_now)
                began[reached] = since if goes_on else until_now
                came[reached] = np.uint32(j) if goes_on else came[reached]
                before[j] = came[s]
                if goes_on & (np.int64(s) >= best):
                    best, best_at = np.int64(reached), np.uint32(j)
                    if best == steps:
                        # stored later at the same moment, another step may have come first
                        later = np.uint64(j) + np.uint64(1)
                        while later < n and at[later] == t and not is_tied:
                            is_tied = np.uint64(step[later]) != s
                            later += np.uint64(1)
                        break
        level[u], tied[u] = best, is_tied
        picked = best_at
        for k in range(best - 1, -1, -1):
            when[u, k] = at[picked]
            picked = before[picked]


def walk_plain(
    codes: Codes,
    times: NDArray[np.int64],
    begins: NDArray[np.int64],
    ends: NDArray[np.int64],
    slot: NDArray[np.uint8],
    window: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """How far each unit gets, and the times; `tied` units have to be asked by the full rules.

    Unit u owns the events begins[u] … ends[u] - 1. when[u, k] is right for k < level[u], else anything.
    slot: for each code the step it is, from 0; the number of steps (max of slot) for codes that are none.
    """
    steps, units = int(slot[-1]), len(begins)
    level = ROOM.empty(units, np.int64)
    when = ROOM.empty((units, steps), np.int64, order="F")  # answers read it step by step
    tied = ROOM.empty(units, np.bool_)

    def work(first: int, last: int) -> None:
        _walk_range(codes, times, begins, ends, first, last, slot, steps, min(window, LONGEST), level, when, tied)

    in_ranges(work, ends)
    return level, when, tied


def warm() -> None:
    """Compiles the walk for the types that questions bring."""
    one = np.zeros(1, np.int64)
    for kind in (np.uint8, np.uint16):
        walk_plain(one.astype(kind), one, one, one + 1, np.array([0, 1], np.uint8), 5)
