"""The plain funnel, as most are: named steps in order within a window. Picks first, then steps; other rules: funnel.py.

Picking copies every event of a journey that is a step to a small buffer without asking any question of the processor;
the rules then run over those few. Measured, the questions (branches it cannot foresee) cost more than reading memory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.funnel import NONE
from cesta.kernels.ranges import Codes, in_ranges


@compiled
def _walk_range(  # type: ignore[no-untyped-def]
    codes, times, begins, ends, first, last, slot, steps, window, level, when, tied
):
    """Writes levels, the step times up to them, and marks units that have different steps at one moment.

    began[k]: when the latest attempt that reached k steps began, at the picked event came[k]. before[j]: the picked
    event from which picked event j went on. The times told are those of the first attempt that got furthest.
    """
    longest = 0
    for u in range(first, last):
        longest = max(longest, ends[u] - begins[u])
    step = np.empty(longest + 1, np.uint8)
    place = np.empty(longest + 1, np.int64)
    before = np.empty(longest + 1, np.int64)
    began = np.empty(steps + 1, np.int64)
    came = np.empty(steps + 1, np.int64)
    for u in range(first, last):
        n = met = np.uint64(0)
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            s = slot[np.uint32(codes[i])]
            step[n] = s
            place[n] = i
            n += np.uint64(s < steps)
            met |= np.uint64(1) << np.uint64(s)
        level[u] = 0
        tied[u] = False
        if not met & np.uint64(1):
            continue
        for k in range(steps + 1):
            began[k] = NONE
        best = best_at = np.int64(0)
        earlier, was = NONE, np.int64(-1)
        for j in range(np.int64(n)):
            s, t = np.int64(step[j]), times[place[j]]
            if t == earlier and s != was:
                tied[u] = True
                break
            earlier, was = t, s
            if s == 0:
                if began[1] == t:
                    continue
                began[1], came[1] = t, j
            else:
                since = began[s]
                if since == NONE or t - since > window or since == began[s + 1]:
                    continue
                began[s + 1], came[s + 1], before[j] = since, j, came[s]
            if s + 1 > best:
                best, best_at = s + 1, np.int64(j)
                if best == steps:
                    break
        if tied[u]:
            continue
        level[u] = best
        picked = best_at
        for k in range(best - 1, -1, -1):
            when[u, k] = times[place[picked]]
            if k:
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
    level = np.empty(units, np.int64)
    when = np.empty((units, steps), np.int64, order="F")  # answers read it step by step
    tied = np.empty(units, np.bool_)

    def work(first: int, last: int) -> None:
        _walk_range(codes, times, begins, ends, first, last, slot, steps, window, level, when, tied)

    in_ranges(work, ends)
    return level, when, tied


def warm() -> None:
    """Compiles the walk for the types that questions bring."""
    one = np.zeros(1, np.int64)
    for kind in (np.uint8, np.uint16):
        walk_plain(one.astype(kind), one, one, one + 1, np.array([0, 1], np.uint8), 5)
