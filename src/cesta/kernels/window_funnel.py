"""The window funnel of analytical databases: how far one chain gets from the latest beginning before it."""

from __future__ import annotations

import numpy as np

from cesta.kernels.compiled import compiled

NONE = np.iinfo(np.int64).min


@compiled
def _read_order(first, end, bits, steps, step_of, event_of):  # type: ignore[no-untyped-def]
    """The readings of the events at one moment: those of no step, then step by step. Returns how many."""
    n = 0
    for event in range(first, end):
        if not bits[event]:
            step_of[n], event_of[n] = -1, event
            n += 1
    for step in range(steps):
        for event in range(first, end):
            if (bits[event] >> np.uint64(step)) & np.uint64(1):
                step_of[n], event_of[n] = step, event
                n += 1
    return n


@compiled
def _level(  # type: ignore[no-untyped-def]
    a,
    b,
    time,
    bits,
    steps,
    window,
    strict_order,
    increase,
    deduplicate,
    once,
    reentry,
    began,
    met,
    used,
    step_of,
    event_of,
    began_then,
    met_then,
    used_then,
):
    """The level of one journey; the arrays `…_then` hold what was so before the moment that is read."""
    began[:] = NONE
    before = 0
    i = a
    while i < b:
        end = i + 1
        while end < b and time[end] == time[i]:
            end += 1
        n = _read_order(i, end, bits, steps, step_of, event_of)
        together = once and end > i + 1
        if together:
            began_then[:], met_then[:], used_then[:, :] = began, met, used
        for place in range(n):
            # one event alone serves its last step first, so that it cannot serve two
            at = n - 1 - place if once and end == i + 1 else place
            step, event = step_of[at], event_of[at]
            started = began[0] != NONE
            if step < 0:
                if strict_order and started:
                    i, end = b, b
                    break
                continue
            if step == 0:
                if strict_order and not reentry and steps > 1 and began[1] != NONE:
                    i, end = b, b
                    break
                began[0], met[0], used[0, 0] = time[event], time[event], event
            elif deduplicate and began[step] != NONE:
                return before
            elif began[step - 1] == NONE:
                if strict_order and started:
                    i, end = b, b
                    break
            else:
                begin, when, by = began[step - 1], met[step - 1], used[step - 1]
                if together:
                    for k in range(step):
                        if by[k] == event:
                            # it has served an earlier step at this moment: go on from what was before
                            begin, when, by = began_then[step - 1], met_then[step - 1], used_then[step - 1]
                            break
                if begin != NONE and time[event] - begin <= window and not (increase and time[event] <= when):
                    began[step], met[step] = begin, time[event]
                    used[step, :step] = by[:step]
                    used[step, step] = event
                    if step + 1 == steps:
                        return steps
            before = step + 1
        i = end
    level = 0
    for step in range(steps):
        if began[step] != NONE:
            level = step + 1
    return level


@compiled
def window_levels(time, bits, offsets, steps, window, strict_order, increase, deduplicate, once, reentry):  # type: ignore[no-untyped-def]
    """For each journey the furthest step reached; `bits` are the steps that each event meets."""
    longest = 1
    for u in range(len(offsets) - 1):
        longest = max(longest, offsets[u + 1] - offsets[u])
    step_of = np.zeros(longest * steps, np.int64)
    event_of = np.zeros(longest * steps, np.int64)
    began = np.zeros(steps, np.int64)
    met = np.zeros(steps, np.int64)
    used = np.full((steps, steps), -1, np.int64)
    began_then, met_then, used_then = began.copy(), met.copy(), used.copy()
    levels = np.zeros(len(offsets) - 1, np.int64)
    for u in range(len(levels)):
        levels[u] = _level(
            offsets[u],
            offsets[u + 1],
            time,
            bits,
            steps,
            window,
            strict_order,
            increase,
            deduplicate,
            once,
            reentry,
            began,
            met,
            used,
            step_of,
            event_of,
            began_then,
            met_then,
            used_then,
        )
    return levels


def warm() -> None:
    """Compiles the search for the types that questions bring."""
    one = np.zeros(1, np.int64)
    window_levels(one, np.ones(1, np.uint64), np.array([0, 1]), 1, 5, False, False, False, False, False)
