"""How many times each key was seen before, in a stream of keys too long to sort."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Keys = NDArray[np.uint64]
SMALLEST = 1 << 12


@compiled
def _count(keys: Keys, slots: Keys, counts: NDArray[np.int32], times: NDArray[np.int32], nth: NDArray[np.int32]) -> int:
    """Adds `times` to each key's count and writes the count into `nth`; how many keys are new. No key is 0."""
    mask = np.uint64(len(slots) - 1)
    new = 0
    for place in range(len(keys)):
        key = keys[place]
        slot = key & mask
        while slots[slot] != key and slots[slot] != np.uint64(0):
            slot = (slot + np.uint64(1)) & mask
        if slots[slot] == np.uint64(0):
            slots[slot] = key
            new += 1
        counts[slot] += times[place]
        nth[place] = counts[slot]
    return new


class Occurrences:
    """Counts keys as they come, in 12 bytes a slot; at most half of the slots are taken."""

    def __init__(self) -> None:
        self._known = 0
        self._slots, self._counts = np.zeros(SMALLEST, np.uint64), np.zeros(SMALLEST, np.int32)

    def add(self, keys: Keys) -> NDArray[np.int32]:
        """For each key the how-manieth of its kind it is, from 1.

        >>> seen = Occurrences()
        >>> seen.add(np.array([7, 9, 7], np.uint64)).tolist(), seen.add(np.array([7], np.uint64)).tolist()
        ([1, 1, 2], [3])
        """
        self._grow(self._known + len(keys))
        nth = np.zeros(len(keys), np.int32)
        some = np.where(keys == 0, np.uint64(1), keys)
        self._known += _count(some, self._slots, self._counts, np.ones(len(keys), np.int32), nth)
        return nth

    def _grow(self, wanted: int) -> None:
        size = len(self._slots)
        while wanted * 2 > size:
            size *= 2
        if size == len(self._slots):
            return
        taken = self._slots != 0
        keys, counts = self._slots[taken], self._counts[taken]
        self._slots, self._counts = np.zeros(size, np.uint64), np.zeros(size, np.int32)
        _count(keys, self._slots, self._counts, counts, np.zeros(len(keys), np.int32))


def warm() -> None:
    """Compiles the loop."""
    Occurrences().add(np.ones(1, np.uint64))
