"""Which node directly follows which, how often, in how many journeys and how unevenly among them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.distinct import distinct

Places = NDArray[np.int64]


@compiled
def pair_counts(nodes, offsets, size):  # type: ignore[no-untyped-def]
    """Neighbouring pairs, with the way in from node `size` and the way out to node `size` + 1.

    Three tables, from by to: how often, in how many journeys, and the sum over journeys of (times in it) squared.
    A journey without events has no pairs.
    """
    wide = size + 2
    count = np.zeros((wide, wide), np.int64)
    units = np.zeros((wide, wide), np.int64)
    squares = np.zeros((wide, wide), np.float64)
    last_unit = np.full((wide, wide), -1, np.int64)
    in_unit = np.zeros((wide, wide), np.int64)
    for u in range(len(offsets) - 1):
        if offsets[u] == offsets[u + 1]:
            continue
        before = size
        for i in range(offsets[u], offsets[u + 1] + 1):
            here = nodes[i] if i < offsets[u + 1] else size + 1
            count[before, here] += 1
            if last_unit[before, here] != u:
                last_unit[before, here] = u
                in_unit[before, here] = 0
                units[before, here] += 1
            # (k + 1)² − k², so that the sum of squares is always right
            squares[before, here] += 2 * in_unit[before, here] + 1
            in_unit[before, here] += 1
            before = here
    return count, units, squares


def units_with_pair(nodes: Places, offsets: Places, before: int, here: int, size: int) -> Places:
    """The journeys in which `here` directly follows `before`; node `size` is the start, `size` + 1 the end."""
    filled = np.flatnonzero(np.diff(offsets))
    if before == size and here == size + 1:
        return filled[:0]
    if before == size:
        return np.asarray(filled[nodes[offsets[:-1][filled]] == here])
    if here == size + 1:
        return np.asarray(filled[nodes[offsets[1:][filled] - 1] == before])
    places = np.flatnonzero((nodes[:-1] == before) & (nodes[1:] == here))
    owner = np.searchsorted(offsets, places, side="right") - 1
    return distinct(owner[places + 1 < offsets[owner + 1]])


def joined(nodes: Places, owners: Places, keep_last: bool) -> NDArray[np.bool_]:
    """Of each run of equal neighbours with one owner, the last (or first) event.

    >>> joined(np.array([1, 1, 2]), np.array([0, 0, 0]), True)
    array([False,  True,  True])
    """
    kept = np.ones(len(nodes), dtype=np.bool_)
    if len(nodes):
        same = (nodes[:-1] == nodes[1:]) & (owners[:-1] == owners[1:])
        if keep_last:
            kept[:-1] = ~same
        else:
            kept[1:] = ~same
    return kept


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    pair_counts(np.zeros(1, np.int64), np.array([0, 1]), 1)
