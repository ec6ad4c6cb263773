"""How far each journey gets through ordered steps: attempts, windows, exclusions, ties, strictness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Places = NDArray[np.int64]
Bits = NDArray[np.uint64]
NONE = np.iinfo(np.int64).min
"""No time at all."""


@compiled
def _offer(k, at, event, window, optional, slot, seen, times, used, marked, best, best_seen, best_times, tied):  # type: ignore[no-untyped-def]
    """Lets one event serve step k (from 1) of the latest attempt that stands right before it.

    slot[k]: when the latest attempt that reached k began. best: level, beginning, marked. Returns true if it served.
    """
    steps = len(slot) - 1
    came = -1
    if k == 1:
        if slot[1] == at:
            return False
        came = 0
    else:
        p = k - 1
        while p >= 1:
            free = slot[p] != NONE and at - slot[p] <= window
            if free and tied:
                for s in range(1, p + 1):
                    if used[p, s] == event:
                        free = False
            if free and (came < 0 or slot[p] > slot[came]):
                came = p
            if not optional[p]:
                break
            p -= 1
        if came < 0 or slot[k] == slot[came]:
            return False
    slot[k] = at if k == 1 else slot[came]
    seen[k] = np.uint64(1) << np.uint64(k)
    marked[k] = False
    for s in range(1, steps + 1):
        times[k, s] = NONE
        used[k, s] = -1
    if came > 0:
        seen[k] |= seen[came]
        marked[k] = marked[came]
        for s in range(1, came + 1):
            times[k, s] = times[came, s]
            used[k, s] = used[came, s]
    times[k, k] = at
    used[k, k] = event
    if k > best[0] or (k == best[0] and best[2] == 1 and not marked[k]):
        best[0] = k
        best[1] = slot[k]
        best[2] = 1 if marked[k] else 0
        best_seen[0] = seen[k]
        for s in range(1, steps + 1):
            best_times[s] = times[k, s]
    return True


@compiled
def _mark(bits, at, window, first, last, slot, marked, best):  # type: ignore[no-untyped-def]
    """Spoils the attempts that stand where an exclusion holds."""
    steps = len(slot) - 1
    for x in range(len(first)):
        if not (bits >> np.uint64(x)) & np.uint64(1):
            continue
        for s in range(first[x], last[x]):
            if slot[s] != NONE and at - slot[s] <= window:
                moved_on = False
                for higher in range(s + 1, steps + 1):
                    if slot[higher] == slot[s]:
                        moved_on = True
                if not moved_on:
                    marked[s] = True
            if best[0] == s and at - best[1] <= window:
                best[2] = 1


@compiled
def _walk(
    a,
    b,
    time,
    bits,
    exclusion,
    window,
    strict,
    entry_from,
    entry_until,
    only_first,
    optional,
    first,
    last,
    slot,
    seen,
    times,
    used,
    marked,
    best,
    best_seen,
    best_times,
):  # type: ignore[no-untyped-def]
    """Walks the picked events a … b - 1 of one journey; the furthest attempt is left in the `best` arrays."""
    steps = len(slot) - 1
    slot[:] = NONE
    best[0] = 0
    best[1] = NONE
    best[2] = 0
    entered = False
    i = a
    while i < b:
        at = time[i]
        end = i + 1
        alike = True
        while end < b and time[end] == at:
            if bits[end] != bits[i] or exclusion[end] != exclusion[i]:
                alike = False
            end += 1
        may_enter = entry_from <= at < entry_until and not (only_first and entered)
        if alike:
            for e in range(i, end):
                if exclusion[e]:
                    _mark(exclusion[e], at, window, first, last, slot, marked, best)
                for k in range(steps, 0, -1):
                    if (bits[e] >> np.uint64(k - 1)) & np.uint64(1):
                        if k == 1:
                            if may_enter and not (only_first and entered):
                                _offer(
                                    1,
                                    at,
                                    e,
                                    window,
                                    optional,
                                    slot,
                                    seen,
                                    times,
                                    used,
                                    marked,
                                    best,
                                    best_seen,
                                    best_times,
                                    False,
                                )
                                entered = True
                        else:
                            _offer(
                                k,
                                at,
                                e,
                                window,
                                optional,
                                slot,
                                seen,
                                times,
                                used,
                                marked,
                                best,
                                best_seen,
                                best_times,
                                False,
                            )
                if strict:
                    for k in range(1, steps + 1):
                        if not (bits[e] >> np.uint64(k - 1)) & np.uint64(1):
                            slot[k] = NONE
                if best[0] == steps and best[2] == 0:
                    return
        else:
            for k in range(1, steps + 1):
                # whoever can serve the fewest later steps serves this one
                for limit in range(k, steps + 1):
                    for e in range(i, end):
                        if (bits[e] >> np.uint64(k - 1)) & np.uint64(1) and bits[e] < (
                            np.uint64(1) << np.uint64(limit)
                        ):
                            if limit > k and bits[e] < (np.uint64(1) << np.uint64(limit - 1)):
                                continue
                            if k == 1:
                                if may_enter and not (only_first and entered):
                                    _offer(
                                        1,
                                        at,
                                        e,
                                        window,
                                        optional,
                                        slot,
                                        seen,
                                        times,
                                        used,
                                        marked,
                                        best,
                                        best_seen,
                                        best_times,
                                        True,
                                    )
                                    entered = True
                            else:
                                _offer(
                                    k,
                                    at,
                                    e,
                                    window,
                                    optional,
                                    slot,
                                    seen,
                                    times,
                                    used,
                                    marked,
                                    best,
                                    best_seen,
                                    best_times,
                                    True,
                                )
            if best[0] == steps and best[2] == 0:
                return
        i = end


@compiled
def walk_all(
    time, bits, exclusion, offsets, steps, window, strict, only_first, optional, first, last, runs, run_from, run_until
):  # type: ignore[no-untyped-def]
    """Each run is one walk over the journey `runs[r]`, with attempts that begin in run_from[r] <= t < run_until[r].

    Returns for each run its level (0 = nobody), the bits of the steps it touched, and the time of each step.
    """
    count = len(runs)
    level = np.zeros(count, np.int64)
    touched = np.zeros(count, np.uint64)
    when = np.full((count, steps), NONE, np.int64)
    slot = np.full(steps + 1, NONE, np.int64)
    seen = np.zeros(steps + 1, np.uint64)
    times = np.full((steps + 1, steps + 1), NONE, np.int64)
    used = np.full((steps + 1, steps + 1), -1, np.int64)
    marked = np.zeros(steps + 1, np.bool_)
    best = np.zeros(3, np.int64)
    best_seen = np.zeros(1, np.uint64)
    best_times = np.full(steps + 1, NONE, np.int64)
    for r in range(count):
        a, b = offsets[runs[r]], offsets[runs[r] + 1]
        if run_from[r] != NONE:
            a += np.searchsorted(time[a:b], run_from[r])
            if window < np.int64(1) << np.int64(62):
                b = a + np.searchsorted(time[a:b], run_until[r] + window + 1)
        _walk(
            a,
            b,
            time,
            bits,
            exclusion,
            window,
            strict,
            run_from[r],
            run_until[r],
            only_first,
            optional,
            first,
            last,
            slot,
            seen,
            times,
            used,
            marked,
            best,
            best_seen,
            best_times,
        )
        if best[0] > 0 and best[2] == 0:
            level[r] = best[0]
            touched[r] = best_seen[0] >> np.uint64(1)
            for s in range(best[0]):
                when[r, s] = best_times[s + 1]
    return level, touched, when


def warm() -> None:
    """Compiles the walk for the types that questions bring."""
    one = np.zeros(1, np.int64)
    walk_all(
        one, np.ones(1, np.uint64), np.zeros(1, np.uint64), np.array([0, 1]), 1, 5, False, False,
        np.zeros(2, np.bool_), one[:0], one[:0], one, np.array([NONE]), np.array([np.iinfo(np.int64).max]),
    )  # fmt: skip
