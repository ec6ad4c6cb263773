"""Picking the few events a question is about out of all, by their codes; unit by unit, on every core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges

Places = NDArray[np.int64]


@compiled
def _count(codes, begins, ends, first, last, wanted, counts):  # type: ignore[no-untyped-def]
    for u in range(first, last):
        n = np.uint64(0)
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            n += np.uint64(wanted[np.uint32(codes[i])])
        counts[u] = n


@compiled
def _fill(codes, begins, ends, first, last, wanted, offsets, places):  # type: ignore[no-untyped-def]
    for u in range(first, last):
        n, full = offsets[u], offsets[u + 1]
        for i in range(begins[u], ends[u]):
            if n == full:
                break
            places[n] = i
            n += np.int64(wanted[np.uint32(codes[i])])


def pick(codes: Codes, begins: Places, ends: Places, wanted: NDArray[np.bool_]) -> tuple[Places, Places]:
    """The places of the wanted events, unit by unit, and where each unit begins among them.

    Unit u owns the events begins[u] … ends[u] - 1. wanted: by code.

    >>> codes = np.array([0, 1, 0, 1, 1], np.uint8)
    >>> pick(codes, np.array([0, 3]), np.array([3, 5]), np.array([True, False]))
    (array([0, 2]), array([0, 2, 2]))
    """
    offsets = np.zeros(len(begins) + 1, np.int64)
    in_ranges(lambda first, last: _count(codes, begins, ends, first, last, wanted, offsets[1:]), ends)
    np.cumsum(offsets, out=offsets)
    places = np.empty(offsets[-1], np.int64)
    in_ranges(lambda first, last: _fill(codes, begins, ends, first, last, wanted, offsets, places), ends)
    return places, offsets


def warm() -> None:
    """Compiles the picking for the types that questions bring."""
    for kind in (np.uint8, np.uint16):
        pick(np.zeros(1, kind), np.zeros(1, np.int64), np.ones(1, np.int64), np.ones(1, np.bool_))
