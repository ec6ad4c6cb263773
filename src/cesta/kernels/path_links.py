"""The links of paths inside sessions, counted straight from the columns: one pass, no copy, every core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges

SECOND = 1_000_000
JOIN_NONE, JOIN_FIRST, JOIN_LAST = 0, 1, 2


@compiled
def _end_run(step, before, here, since, until, size, count, whole, rest):  # type: ignore[no-untyped-def]
    """The link into a run that has ended: from the step before to this one. `here` below 0: the path had ended."""
    if step >= 2 and here >= 0:
        cell = ((step - 2) * size + before) * size + here
        gap = np.uint64(until - since)  # never negative, and so divided without asking
        count[cell] += 1
        whole[cell] += np.int64(gap // np.uint64(SECOND))
        rest[cell] += np.int64(gap % np.uint64(SECOND))


@compiled
def _count_range(  # type: ignore[no-untyped-def]
    codes, times, begins, ends, first, last, node_of, size, start, most_steps, silence, joining
):
    cells = (most_steps - 1) * size * size
    count, whole, rest = np.zeros(cells, np.int64), np.zeros(cells, np.int64), np.zeros(cells, np.int64)
    paths = 0
    for u in range(first, last):
        step = 0  # of the run that is open; 0: none
        before = here = np.int64(-1)
        since = until = latest = np.int64(0)
        fresh = True
        for i in range(begins[u], ends[u]):
            node = np.int64(node_of[np.uint32(codes[i])])
            if node < 0:
                continue
            t = times[i]
            if not fresh and t - latest >= silence:
                _end_run(step, before, here, since, until, size, count, whole, rest)
                step = 0
            fresh, latest = False, t
            if step == 0:
                if start < 0 or node == start:
                    step, here, until = 1, node, t
                    paths += 1
            elif step <= most_steps:
                if node == here and joining != JOIN_NONE:
                    if joining == JOIN_LAST:
                        until = t
                else:
                    _end_run(step, before, here, since, until, size, count, whole, rest)
                    before, since, here, until = here, until, node, t
                    step += 1
                    if step > most_steps:
                        here = np.int64(-1)  # the path is long enough: the rest of the session passes by
        if step <= most_steps:
            _end_run(step, before, here, since, until, size, count, whole, rest)
    return count, whole, rest, paths


@compiled
def _count_from_starts(  # type: ignore[no-untyped-def]
    codes, times, begins, ends, first, last, node_of, size, start, most_steps, silence, joining
):
    """The same where paths begin with a node: picks those, and walks on from each until its session ends."""
    cells = (most_steps - 1) * size * size
    count, whole, rest = np.zeros(cells, np.int64), np.zeros(cells, np.int64), np.zeros(cells, np.int64)
    paths = longest = 0
    for u in range(first, last):
        longest = max(longest, ends[u] - begins[u])
    place = np.empty(longest + 1, np.int64)
    for u in range(first, last):
        n = np.uint64(0)
        for i in range(begins[u], ends[u]):
            place[n] = i
            n += np.uint64(node_of[np.uint32(codes[i])] == start)
        done = np.int64(begins[u])  # what lies before belongs to a session that has its path
        for j in range(np.int64(n)):
            i = place[j]
            if i < done:
                continue
            step, before, here = 1, np.int64(-1), np.int64(start)
            since = until = latest = times[i]
            paths += 1
            i += 1
            while i < ends[u]:
                node = np.int64(node_of[np.uint32(codes[i])])
                if node >= 0:
                    t = times[i]
                    if t - latest >= silence:
                        break
                    latest = t
                    if step > most_steps:
                        if j + 1 == np.int64(n):
                            break
                    elif node == here and joining != JOIN_NONE:
                        if joining == JOIN_LAST:
                            until = t
                    else:
                        _end_run(step, before, here, since, until, size, count, whole, rest)
                        before, since, here, until = here, until, node, t
                        step += 1
                i += 1
            if step <= most_steps:
                _end_run(step, before, here, since, until, size, count, whole, rest)
            done = i
    return count, whole, rest, paths


def path_links(
    journeys: tuple[Codes, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]],
    node_of: NDArray[np.int32],
    size: int,
    start: int,
    most_steps: int,
    silence: int,
    joining: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], int]:
    """Three tables by step (of the node left, from 0), from and to, and how many paths there are.

    The tables: how often; the whole seconds between the two nodes, added up; what is left of them in microseconds.
    journeys: codes, times, and where each unit begins and ends. node_of: the node of each code, below `size`; -1: such
    events are passed over. start: paths begin with the first such node; -1: with any. A silence of `silence`
    microseconds or more ends a session, and no path crosses that. joining: what becomes of equal neighbours.
    """
    codes, times, begins, ends = journeys

    def work(first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], int]:
        args = (first, last, node_of, size, start, most_steps, silence, joining)
        found: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], int]
        found = (_count_range if start < 0 else _count_from_starts)(codes, times, begins, ends, *args)
        return found

    shape = (most_steps - 1, size, size)
    count, whole, rest = (np.zeros(shape, np.int64) for _ in range(3))
    paths = 0
    for part in in_ranges(work, ends):
        count += part[0].reshape(shape)
        whole += part[1].reshape(shape)
        rest += part[2].reshape(shape)
        paths += part[3]
    return count, whole, rest, paths


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one = np.zeros(1, np.int64)
    for kind in (np.uint8, np.uint16):
        for start in (-1, 0):
            path_links((one.astype(kind), one, one, one + 1), np.zeros(2, np.int32), 1, start, 2, 5, JOIN_LAST)
