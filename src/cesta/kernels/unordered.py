"""The most steps that each journey takes in any order within a window, and the smallest such window."""

from __future__ import annotations

import numpy as np

from cesta.kernels.compiled import compiled

NONE = np.iinfo(np.int64).min


@compiled
def _take_in(bits, at, steps, holder_time, holder_bits, parent, queue):  # type: ignore[no-untyped-def]
    """Takes one more (earlier) event into the best assignment of events to steps.

    Every step is held by at most one event, every event holds at most one step. If no step is free for it, even by
    passing steps on, the latest event that stands in the way leaves.
    """
    parent[:] = -2
    head, tail = 0, 0
    for s in range(steps):
        if (bits >> np.uint64(s)) & np.uint64(1):
            parent[s] = -1
            queue[tail] = s
            tail += 1
    target, latest = -1, NONE
    while head < tail:
        s = queue[head]
        head += 1
        if holder_time[s] == NONE:
            target = s
            break
        if holder_time[s] > latest:
            latest = holder_time[s]
            target = s
        for other in range(steps):
            if parent[other] == -2 and (holder_bits[s] >> np.uint64(other)) & np.uint64(1):
                parent[other] = s
                queue[tail] = other
                tail += 1
    s = target
    while parent[s] >= 0:
        holder_time[s] = holder_time[parent[s]]
        holder_bits[s] = holder_bits[parent[s]]
        s = parent[s]
    holder_time[s] = at
    holder_bits[s] = bits


@compiled
def best_windows(time, bits, excluded, offsets, steps, window, only_first, runs, run_from, run_until):  # type: ignore[no-untyped-def]
    """For each run over the journey `runs[r]`, windows that open in run_from[r] <= t < run_until[r].

    Goes backwards in time, so that at each event the earliest events after it are known. An exclusion ends every
    window; one that it cut short counts for a single step. Returns levels and the step times, ascending.
    """
    count = len(runs)
    level = np.zeros(count, np.int64)
    when = np.full((count, steps), NONE, np.int64)
    holder_time = np.full(steps, NONE, np.int64)
    holder_bits = np.zeros(steps, np.uint64)
    parent = np.zeros(steps, np.int64)
    queue = np.zeros(steps, np.int64)
    for r in range(count):
        a, b = offsets[runs[r]], offsets[runs[r] + 1]
        holder_time[:] = NONE
        spoiler = NONE
        shortest = np.int64(0)
        only = -1
        if only_first:
            for i in range(a, b):
                if bits[i] and not excluded[i]:
                    only = i
                    break
        for i in range(b - 1, a - 1, -1):
            at = time[i]
            if excluded[i]:
                holder_time[:] = NONE
                spoiler = at
                continue
            if not bits[i]:
                continue
            _take_in(bits[i], at, steps, holder_time, holder_bits, parent, queue)
            held = 0
            end = at
            for s in range(steps):
                if holder_time[s] != NONE and holder_time[s] - at > window:
                    holder_time[s] = NONE
                if holder_time[s] != NONE:
                    held += 1
                    end = max(end, holder_time[s])
            if not run_from[r] <= at < run_until[r] or (only_first and i != only):
                continue
            spoiled = held < steps and held > 1 and spoiler != NONE and spoiler - at <= window
            if spoiled:
                held, end = 1, at
            if held > level[r] or (held == level[r] and end - at <= shortest):
                level[r] = held
                shortest = end - at
                if spoiled:
                    when[r, 0] = at
                else:
                    found = np.sort(holder_time)
                    for s in range(held):
                        when[r, s] = found[steps - held + s]
    return level, when


def warm() -> None:
    """Compiles the search for the types that questions bring."""
    one = np.zeros(1, np.int64)
    best_windows(
        one, np.ones(1, np.uint64), np.zeros(1, np.bool_), np.array([0, 1]), 1, 5, False,
        one, np.array([NONE]), np.array([np.iinfo(np.int64).max]),
    )  # fmt: skip
