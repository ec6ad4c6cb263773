"""Room for the large arrays that every question needs anew: kept for the next one instead of given back.

The system hands memory out empty and page by page, which costs more than most passes over it (2 ms a megabyte where a
virtual machine has to fetch it from its host), and takes it away again as soon as it is free.
"""

from __future__ import annotations

import os
import threading
import time
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

WORTH_KEEPING = 1 << 20
"""Bytes; smaller arrays come from memory that Python keeps anyway."""
IDLE = 60.0
"""Seconds without a question after which all that is kept goes back to the system."""
Block = NDArray[np.uint8]
T = TypeVar("T", bound=np.generic)


class Room:
    """Blocks of memory that nobody uses now, together at most `most` bytes; safe to use from many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._free: list[Block] = []
        # taken again by its own thread when a collection of garbage inside gives an array back
        self._lock = threading.RLock()
        self._used = 0.0
        self._waits = False

    @property
    def kept(self) -> int:
        """Bytes that wait for the next array."""
        with self._lock:
            return sum(block.nbytes for block in self._free)

    def empty(self, shape: int | tuple[int, ...], dtype: DTypeLike, order: Literal["C", "F"] = "C") -> NDArray[Any]:
        """As np.empty; the memory comes back here when the last view of the array is gone.

        >>> Room(1 << 30).empty((2, 3), np.int64).shape
        (2, 3)
        """
        kind = np.dtype(dtype)
        size = int(np.prod(shape, dtype=np.int64)) * kind.itemsize
        if size < WORTH_KEEPING:
            return np.empty(shape, kind, order)
        lent = _Lent(self, self._block(size))
        return np.asarray(lent)[:size].view(kind).reshape(shape, order=order)

    def give_back(self, block: Block) -> None:
        """Keeps the block for the next array, if there is room for it."""
        with self._lock:
            if self.kept + block.nbytes <= self._most:
                self._free.append(block)

    def clear(self) -> None:
        """Gives all that is kept back to the system."""
        with self._lock:
            self._free.clear()

    def _block(self, size: int) -> Block:
        """The smallest block that is large enough and not twice too large, else a new one."""
        with self._lock:
            self._used = time.monotonic()
            self._watch()
            fitting = [
                (block.nbytes, place) for place, block in enumerate(self._free) if size <= block.nbytes < 2 * size
            ]
            if fitting:
                return self._free.pop(min(fitting)[1])
        # A little more than asked for: as journeys grow, the next question asks for a little more.
        return np.empty(size + size // 16, np.uint8)

    def _watch(self) -> None:
        if not self._waits:
            self._waits = True
            waiting = threading.Timer(IDLE, self._when_idle)
            waiting.daemon = True
            waiting.start()

    def _when_idle(self) -> None:
        with self._lock:
            self._waits = False
            if time.monotonic() - self._used < IDLE:
                self._watch()
            else:
                self._free.clear()


class _Lent:
    """Stands at the end of an array's chain of bases, so that it goes when the last view of the array goes."""

    def __init__(self, room: Room, block: Block) -> None:
        self._room, self._block = room, block
        self.__array_interface__ = block.__array_interface__

    def __del__(self) -> None:
        self._room.give_back(self._block)


def _an_eighth_of_memory() -> int:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 8
    except (AttributeError, ValueError, OSError):
        return 1 << 28


ROOM = Room(_an_eighth_of_memory())
"""The room of this process."""


def taken(values: NDArray[T], places: NDArray[np.int64]) -> NDArray[T]:
    """values[places]; of a table, its rows.

    >>> taken(np.array([[1, 2], [3, 4]], order="F"), np.array([1]))
    array([[3, 4]])
    """
    if values.ndim > 1:
        table: NDArray[T] = ROOM.empty((len(places), values.shape[1]), values.dtype, "F")
        for column in range(values.shape[1]):
            _take(values[:, column], places, table[:, column])
        return table
    found: NDArray[T] = ROOM.empty(len(places), values.dtype)
    _take(values, places, found)
    return found


def _take(values: NDArray[T], places: NDArray[np.int64], found: NDArray[T]) -> None:
    # with another mode, NumPy would fill an array of its own first
    values.take(places, out=found, mode="clip")
