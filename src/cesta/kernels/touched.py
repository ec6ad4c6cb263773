"""Which steps of a funnel runs touched, a bit for each: bit k - 1 is step k."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.room import ROOM

Bits = NDArray[np.uint64]
UP_TO = np.array([(1 << level) - 1 for level in range(64)], np.uint64)
"""The bits of the steps 1 … level."""


@compiled
def _count(touched, steps):  # type: ignore[no-untyped-def]
    counts = np.zeros(steps, np.int64)
    for u in range(len(touched)):
        bits = touched[u]
        for k in range(steps):
            counts[k] += np.int64((bits >> np.uint64(k)) & np.uint64(1))
    return counts


@compiled
def _touch(touched, bit, met):  # type: ignore[no-untyped-def]
    for u in range(len(touched)):
        met[u] = touched[u] & bit != 0


@compiled
def _fill(level, table, touched):  # type: ignore[no-untyped-def]
    for u in range(len(level)):
        touched[u] = table[level[u]]


def touch_counts(touched: Bits, steps: int) -> NDArray[np.int64]:
    """How many runs touched each step.

    >>> touch_counts(np.array([0b11, 0b1, 0b101], np.uint64), 3)
    array([3, 1, 1])
    """
    return np.asarray(_count(touched, steps))


def touch(touched: Bits, step: int) -> NDArray[np.bool_]:
    """For each run, whether it touched this step, numbered from 1.

    >>> touch(np.array([0b11, 0b1], np.uint64), 2)
    array([ True, False])
    """
    met: NDArray[np.bool_] = ROOM.empty(len(touched), np.bool_)
    _touch(touched, np.uint64(1 << step - 1), met)
    return met


def all_up_to(level: NDArray[np.int64]) -> Bits:
    """The bits of runs that touched every step up to their level.

    >>> all_up_to(np.array([0, 1, 3]))
    array([0, 1, 7], dtype=uint64)
    """
    touched: Bits = ROOM.empty(len(level), np.uint64)
    _fill(level, UP_TO, touched)
    return touched


def warm() -> None:
    """Compiles the passes."""
    touched = all_up_to(np.ones(1, np.int64))
    touch(touched, 1)
    touch_counts(touched, 1)
