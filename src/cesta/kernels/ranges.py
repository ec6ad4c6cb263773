"""Work over all units, cut into ranges that run at once on every core: the same answer whatever their number."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

A = TypeVar("A")
S = TypeVar("S")
Places = NDArray[np.int64]
Codes = NDArray[np.integer[Any]]
WORTH_A_RANGE = 100_000
"""Events below which starting another thread costs more than it saves."""


def cores() -> int:
    """How many cores this process may use.

    >>> cores() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ranges(ends: Places, parts: int) -> list[tuple[int, int]]:
    """Runs of units with about equally many events, together all of them.

    `ends` ascend with the units; where they do not, as journeys lie in no order, units are taken for equally long.

    >>> ranges(np.array([5, 6, 7, 12]), 2), ranges(np.array([5, 12, 7, 6]), 2)
    ([(0, 2), (2, 4)], [(0, 2), (2, 4)])
    """
    if len(ends) and not bool((ends[1:] >= ends[:-1]).all()):
        ends = np.arange(1, len(ends) + 1)
    wanted = np.arange(1, parts) * ends[-1] // parts if len(ends) else []
    edges = [0, *(np.searchsorted(ends, wanted) + 1).tolist(), len(ends)]
    return [(low, high) for low, high in pairwise(edges) if low < high]


def in_ranges(work: Callable[[int, int], S], ends: Places, parts: int | None = None) -> list[S]:
    """What `work(first unit, unit after the last)` gives for each range, in the order of the units."""
    if parts is None:
        parts = max(1, min(cores(), int(ends.max() if len(ends) else 0) // WORTH_A_RANGE))
    cut = ranges(ends, parts)
    if len(cut) < 2:
        return [work(low, high) for low, high in cut]
    return list(_pool().map(lambda edges: work(*edges), cut))


def at_once(work: Callable[[A], S], items: Iterable[A]) -> list[S]:
    """What `work` gives for each item, in their order. Never from inside other work done at once.

    >>> at_once(abs, [-1, 2])
    [1, 2]
    """
    return list(_pool().map(work, items))


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(cores(), thread_name_prefix="kernel")
