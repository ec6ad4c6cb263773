"""Journeys that are the same, told apart from all others: each sequence of codes is found once, by its hash."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes

Places = NDArray[np.int64]


class Variants(NamedTuple):
    """Sequence v is codes[offsets[v]:offsets[v + 1]]; sequences are numbered in the order in which they are met.

    of_unit: for each unit its sequence. first: for each sequence the first unit that has it. counts: how many have it.
    """

    codes: Codes
    offsets: Places
    of_unit: Places
    first: Places
    counts: Places

    def path(self, variant: int) -> Codes:
        """The codes of one sequence."""
        return self.codes[self.offsets[variant] : self.offsets[variant + 1]]


@compiled
def _same(codes, begins, ends, kept, one, other):  # type: ignore[no-untyped-def]
    i, k = begins[one], begins[other]
    while True:
        while i < ends[one] and not kept[codes[i]]:
            i += 1
        while k < ends[other] and not kept[codes[k]]:
            k += 1
        if i == ends[one] or k == ends[other]:
            return i == ends[one] and k == ends[other]
        if codes[i] != codes[k]:
            return False
        i += 1
        k += 1


@compiled
def _number(codes, begins, ends, kept, of_unit, first):  # type: ignore[no-untyped-def]
    """Fills `of_unit`, and `first` so far as there are sequences; gives how many there are and their length in all."""
    size = 1 << 12
    slots = np.full(size, -1, np.int64)
    hashes = np.zeros(size, np.uint64)
    found = 0
    whole = 0
    for u in range(len(begins)):
        seen = np.uint64(14695981039346656037)
        length = 0
        for i in range(begins[u], ends[u]):
            if kept[codes[i]]:
                seen = (seen ^ (np.uint64(codes[i]) + np.uint64(1))) * np.uint64(0x9E3779B97F4A7C15)
                seen ^= seen >> np.uint64(29)
                length += 1
        slot = np.int64(seen & np.uint64(size - 1))
        while slots[slot] >= 0:
            known = slots[slot]
            if hashes[known] == seen and _same(codes, begins, ends, kept, u, first[known]):
                break
            slot = (slot + 1) & (size - 1)
        if slots[slot] >= 0:
            of_unit[u] = slots[slot]
            continue
        slots[slot] = found
        hashes[found] = seen
        first[found] = u
        of_unit[u] = found
        found += 1
        whole += length
        if found * 2 > size:
            size *= 2
            slots = np.full(size, -1, np.int64)
            wider = np.zeros(size, np.uint64)
            wider[:found] = hashes[:found]
            hashes = wider
            for v in range(found):
                slot = np.int64(hashes[v] & np.uint64(size - 1))
                while slots[slot] >= 0:
                    slot = (slot + 1) & (size - 1)
                slots[slot] = v
    return found, whole


@compiled
def _copy(codes, begins, ends, kept, first, copied, offsets):  # type: ignore[no-untyped-def]
    n = 0
    for v in range(len(first)):
        for i in range(begins[first[v]], ends[first[v]]):
            if kept[codes[i]]:
                copied[n] = codes[i]
                n += 1
        offsets[v + 1] = n


def variants_of(codes: Codes, begins: Places, ends: Places, kept: NDArray[np.bool_]) -> Variants:
    """The different sequences of the units' codes; unit u owns the places begins[u] … ends[u] - 1.

    kept: by code, whether it belongs to the sequence.

    >>> edges, kept = np.array([0, 2, 4, 5]), np.array([True, True, False])
    >>> found = variants_of(np.array([0, 1, 2, 0, 0], np.uint8), edges[:-1], edges[1:], kept)
    >>> found.codes.tolist(), found.offsets.tolist(), found.of_unit.tolist(), found.counts.tolist()
    ([0, 1, 0], [0, 2, 3], [0, 1, 1], [1, 2])
    """
    of_unit, first = np.zeros(len(begins), np.int64), np.zeros(len(begins), np.int64)
    found, whole = _number(codes, begins, ends, kept, of_unit, first)
    first = first[:found].copy()
    copied, offsets = np.empty(whole, codes.dtype), np.zeros(found + 1, np.int64)
    _copy(codes, begins, ends, kept, first, copied, offsets)
    return Variants(copied, offsets, of_unit, first, np.bincount(of_unit, minlength=found))


def warm() -> None:
    """Compiles the loops for the types that questions bring."""
    codes: Codes
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        for writable in (True, False):
            codes.flags.writeable = writable
            variants_of(codes, np.zeros(1, np.int64), np.ones(1, np.int64), np.ones(1, np.bool_))
