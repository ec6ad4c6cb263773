"""Paths inside sessions: cut at silences, between a start and an end, and to a number of steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Places = NDArray[np.int64]


@compiled
def cut_paths(nodes, times, offsets, start, end, via, max_steps, gap_node):  # type: ignore[no-untyped-def]
    """Cuts each path before its first `start`, after the first `end` from there on, and to `max_steps` nodes.

    -1 for start, end or via asks for nothing. Paths that lack one asked for are left out. With both start and end a
    path too long keeps its first and its last half, with `gap_node` between them. Returns nodes, times, where each
    path left begins, and which path it was.
    """
    out_nodes = np.empty(len(nodes) + len(offsets), np.int64)
    out_times = np.empty(len(nodes) + len(offsets), np.int64)
    begins = np.zeros(len(offsets), np.int64)
    which = np.empty(len(offsets), np.int64)
    paths = 0
    n = 0
    for p in range(len(offsets) - 1):
        a, b = offsets[p], offsets[p + 1]
        if start >= 0:
            while a < b and nodes[a] != start:
                a += 1
        if end >= 0:
            i = a
            while i < b and nodes[i] != end:
                i += 1
            if i == b:
                continue
            b = i + 1
        if a >= b:
            continue
        if via >= 0:
            i = a
            while i < b and nodes[i] != via:
                i += 1
            if i == b:
                continue
        half = max_steps // 2
        if start >= 0 and end >= 0 and b - a > max_steps:
            for i in range(a, a + half):
                out_nodes[n], out_times[n] = nodes[i], times[i]
                n += 1
            out_nodes[n], out_times[n] = gap_node, times[a + half]
            n += 1
            for i in range(b - half, b):
                out_nodes[n], out_times[n] = nodes[i], times[i]
                n += 1
        else:
            for i in range(a, min(b, a + max_steps)):
                out_nodes[n], out_times[n] = nodes[i], times[i]
                n += 1
        which[paths] = p
        paths += 1
        begins[paths] = n
    return out_nodes[:n], out_times[:n], begins[: paths + 1], which[:paths]


def steps_of(begins: Places) -> Places:
    """For each node of the paths, its step from 1.

    >>> steps_of(np.array([0, 2, 5]))
    array([1, 2, 1, 2, 3])
    """
    lengths = np.diff(begins)
    return np.arange(int(begins[-1]), dtype=np.int64) - np.repeat(begins[:-1], lengths) + 1


def links_of(begins: Places) -> Places:
    """The places of all nodes that have a next one on their path."""
    return np.delete(np.arange(int(begins[-1]), dtype=np.int64), begins[1:] - 1)


def warm() -> None:
    """Compiles the cut for the types that questions bring."""
    one = np.zeros(1, np.int64)
    cut_paths(one, one, np.array([0, 1]), -1, -1, -1, 5, 1)
