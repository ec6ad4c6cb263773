"""How often each node directly follows each other, straight from the columns: one pass, no copy, every core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges


@compiled
def _count_range(codes, begins, ends, first, last, node_of, size):  # type: ignore[no-untyped-def]
    wide = np.uint64(size + 2)
    count = np.zeros((size + 2) * (size + 2), np.int64)
    start, end, none = np.uint64(size), np.uint64(size + 1), np.int32(-1)
    for u in range(first, last):
        before = start
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            node = node_of[np.uint32(codes[i])]
            if node == none:
                continue
            here = np.uint64(node)
            count[before * wide + here] += 1
            before = here
        if before != start:
            count[before * wide + end] += 1
    return count


def followers(
    codes: Codes,
    begins: NDArray[np.int64],
    ends: NDArray[np.int64],
    node_of: NDArray[np.int32],
    size: int,
) -> NDArray[np.int64]:
    """A table from by to: node `size` is the way in, `size` + 1 the way out; units without any node have neither.

    Unit u owns the events begins[u] … ends[u] - 1.
    node_of: the node of each code, below `size`; -1: such events are passed over.

    >>> codes, node_of = np.array([0, 1, 0], np.uint8), np.array([0, 1], np.int32)
    >>> counts = followers(codes, np.array([0, 2]), np.array([2, 3]), node_of, 2)
    >>> int(counts[0, 1]), counts[2].tolist(), counts[:, 3].tolist()
    (1, [2, 0, 0, 0], [1, 1, 0, 0])
    """

    def work(first: int, last: int) -> NDArray[np.int64]:
        return np.asarray(_count_range(codes, begins, ends, first, last, node_of, size))

    parts = in_ranges(work, ends)
    return np.sum(parts, axis=0, dtype=np.int64, initial=0).reshape(size + 2, size + 2) if parts else _nothing(size)


def _nothing(size: int) -> NDArray[np.int64]:
    return np.zeros((size + 2, size + 2), np.int64)


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one = np.zeros(1, np.int64)
    for kind in (np.uint8, np.uint16):
        followers(one.astype(kind), one, one + 1, np.zeros(2, np.int32), 1)
