"""How long journeys take from one step to another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.room import ROOM


@compiled
def _measure(touched, since, until, both, gaps):  # type: ignore[no-untyped-def]
    n = np.uint64(0)
    for u in range(len(touched)):
        gaps[n] = (until[u] - since[u]) / 1_000_000
        n += np.uint64(touched[u] & both == both)
    return n


def seconds_between(
    touched: NDArray[np.uint64], since: NDArray[np.int64], until: NDArray[np.int64], both: int
) -> NDArray[np.float64]:
    """The seconds from `since` to `until`, for each unit that touched all steps of these bits, in their order.

    >>> moments = np.array([0, 0]), np.array([1_500_000, 7])
    >>> seconds_between(np.array([3, 1], np.uint64), *moments, 3)
    array([1.5])
    """
    gaps = ROOM.empty(len(touched) + 1, np.float64)
    return gaps[: _measure(touched, since, until, np.uint64(both), gaps)]


def warm() -> None:
    """Compiles the measuring for the types that questions bring."""
    whens = np.zeros((1, 2), np.int64), np.zeros((1, 2), np.int64, order="F")
    for when in whens:
        seconds_between(np.ones(1, np.uint64), when[:, 0], when[:, 1], 1)
