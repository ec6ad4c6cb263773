"""How far each journey gets through ordered steps: attempts, windows, exclusions, ties, strictness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import in_ranges

Places = NDArray[np.int64]
Bits = NDArray[np.uint64]

NONE = np.iinfo(np.int64).min
"""No time at all."""


@compiled
def _offer(k, at, event, window, optional, state, tied):  # type: ignore[no-untyped-def]
    """Lets one event serve step k (from 1) of the latest attempt that stands right before it.

    State: slot[k] is when the latest attempt that reached k began; seen, times, used and marked tell of that attempt.
    best holds the level and the beginning of the furthest attempt, whether it is marked, and whether it is over.
    """
    slot, seen, times, used, marked, best, best_seen, best_times = state
    steps = len(slot) - 1
    came = -1
    if k == 1:
        if slot[1] == at:
            return
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
            return
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
        best[3] = 0
        best_seen[0] = seen[k]
        for s in range(1, steps + 1):
            best_times[s] = times[k, s]


@compiled
def _mark(bits, at, window, first, last, state):  # type: ignore[no-untyped-def]
    """Spoils the attempts that stand where an exclusion holds."""
    slot, _seen, _times, _used, marked, best, _best_seen, _best_times = state
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
            if best[0] == s and best[3] == 0 and at - best[1] <= window:
                best[2] = 1


@compiled
def _alone(event, at, bits, may_enter, strict, window, optional, state):  # type: ignore[no-untyped-def]
    """One event, or one of several alike, from the last step down, so that it serves only one step of an attempt."""
    slot, best = state[0], state[5]
    for k in range(len(slot) - 1, 0, -1):
        met = (bits >> np.uint64(k - 1)) & np.uint64(1)
        if met and (k > 1 or may_enter):
            _offer(k, at, event, window, optional, state, False)
        if strict and not met:
            slot[k] = NONE
            if best[0] == k:
                best[3] = 1


@compiled
def _together(first, end, at, bits, may_enter, window, optional, state):  # type: ignore[no-untyped-def]
    """Different events at one moment, tried in step order; whoever can serve the fewest later steps goes first."""
    steps = len(state[0]) - 1
    for k in range(1, steps + 1):
        if k == 1 and not may_enter:
            continue
        for furthest in range(k, steps + 1):
            for event in range(first, end):
                can = (bits[event] >> np.uint64(k - 1)) & np.uint64(1)
                if can and bits[event] >> np.uint64(furthest - 1) == np.uint64(1):
                    _offer(k, at, event, window, optional, state, True)


@compiled
def _walk(  # type: ignore[no-untyped-def]
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
    state,
):
    """Walks the picked events a … b - 1 of one journey; the furthest attempt is left in the `best` arrays."""
    slot, best = state[0], state[5]
    steps = len(slot) - 1
    slot[:] = NONE
    best[:] = 0
    entered = False
    i = a
    while i < b:
        at = time[i]
        end = i + 1
        alike = True
        enters = bits[i] & np.uint64(1)
        while end < b and time[end] == at:
            if bits[end] != bits[i] or exclusion[end] != exclusion[i]:
                alike = False
            enters |= bits[end] & np.uint64(1)
            end += 1
        may_enter = entry_from <= at < entry_until and not (only_first and entered)
        if alike:
            for event in range(i, end):
                if exclusion[event]:
                    _mark(exclusion[event], at, window, first, last, state)
                _alone(event, at, bits[event], may_enter, strict, window, optional, state)
                if best[0] == steps and best[2] == 0:
                    return
        else:
            _together(i, end, at, bits, may_enter, window, optional, state)
            if best[0] == steps and best[2] == 0:
                return
        if enters and may_enter:
            entered = True
        i = end


def walk_all(
    time: Places,
    bits: Bits,
    exclusion: Bits,
    offsets: Places,
    rules: tuple[int, int, bool, bool, NDArray[np.bool_], Places, Places],
    runs: tuple[Places, Places, Places],
) -> tuple[Places, Bits, Places]:
    """How far each run comes, whatever the rules: its level (0 = nobody), the bits of the steps, the time of each.

    rules: number of steps, window, strict, only the first entry, which steps are optional (from place 1), and from
    where to where each exclusion holds. runs: the unit of each, and the range of times in which its attempts begin.
    """
    lengths = np.diff(offsets)[runs[0]]

    def work(first: int, last: int) -> tuple[Places, Bits, Places]:
        walked: tuple[Places, Bits, Places]
        walked = _walk_runs(time, bits, exclusion, offsets, *rules, *(one[first:last] for one in runs))
        return walked

    parts = in_ranges(work, np.cumsum(lengths))
    level, touched, when = (np.concatenate(one) for one in zip(*parts, strict=True)) if parts else _nobody(rules[0])
    return level, touched, when


def _nobody(steps: int) -> tuple[Places, Bits, Places]:
    return np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros((0, steps), np.int64)


@compiled
def _walk_runs(  # type: ignore[no-untyped-def]
    time,
    bits,
    exclusion,
    offsets,
    steps,
    window,
    strict,
    only_first,
    optional,
    first,
    last,
    runs,
    run_from,
    run_until,
):
    """Each run is one walk over the journey `runs[r]`, with attempts that begin in run_from[r] <= t < run_until[r].

    Returns for each run its level (0 = nobody), the bits of the steps it touched, and the time of each step.
    """
    count = len(runs)
    level = np.zeros(count, np.int64)
    touched = np.zeros(count, np.uint64)
    when = np.full((count, steps), NONE, np.int64)
    wide = steps + 1
    best = np.zeros(4, np.int64)
    best_seen = np.zeros(1, np.uint64)
    best_times = np.full(wide, NONE, np.int64)
    state = (
        np.full(wide, NONE, np.int64),
        np.zeros(wide, np.uint64),
        np.full((wide, wide), NONE, np.int64),
        np.full((wide, wide), -1, np.int64),
        np.zeros(wide, np.bool_),
        best,
        best_seen,
        best_times,
    )
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
            state,
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
    none, no = one[:0], np.zeros(2, np.bool_)
    bits = np.ones(1, np.uint64)
    walk_all(one, bits, bits * 0, np.array([0, 1]), (1, 5, False, False, no, none, none), (one, one, one))
