"""Many numbers, a few at a time in their order: in memory while they are few, else in sorted runs on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.store.content import Hashes
from cesta.store.standing import is_among, repeated

BITS = 6
"""By its first bits a number stands in one of 64 portions."""
EDGES = np.arange(1, 1 << BITS, dtype=np.uint64) << np.uint64(64 - BITS)


class Tally:
    """Numbers as they come. `put_down` moves them into a file, which is the caller's to remove."""

    def __init__(self) -> None:
        self._held: list[Hashes] = []
        self._path: Path | None = None
        self._bounds: list[NDArray[np.int64]] = []
        self._written = 0
        self._repeated: tuple[Hashes, NDArray[np.int64]] | None = None

    def add(self, numbers: Hashes) -> None:
        self._held.append(numbers)
        self._repeated = None

    def put_down(self, path: Path) -> None:
        """Appends what is held to this file, always the same one."""
        run = self._held_run()
        self._held, self._path = [], path
        with path.open("ab") as file:
            file.write(run.data)
        self._bounds.append(np.concatenate(([0], np.searchsorted(run, EDGES), [len(run)])) + self._written)
        self._written += len(run)

    def portions(self) -> Iterator[Hashes]:
        """All numbers, ascending, and equal ones in one portion."""
        held = self._held_run()
        if self._path is None:
            yield held
            return
        bounds = np.concatenate(([0], np.searchsorted(held, EDGES), [len(held)]))
        for number in range(1 << BITS):
            parts = [held[bounds[number] : bounds[number + 1]]]
            for low, high in ((run[number], run[number + 1]) for run in self._bounds):
                parts.append(np.fromfile(self._path, np.uint64, high - low, offset=8 * low))
            yield np.sort(np.concatenate(parts))

    def repeated(self) -> tuple[Hashes, NDArray[np.int64]]:
        """The numbers that are there more than once, ascending, and how often each is."""
        if self._repeated is None:
            found = [repeated([portion]) for portion in self.portions()]
            several, sizes = (np.concatenate(part) for part in zip(*found, strict=True))
            self._repeated = several, sizes
        return self._repeated

    def has_any(self, several: Iterable[Hashes]) -> bool:
        """Whether any of these numbers is there."""
        ordered = [np.sort(some) for some in several if len(some)]
        if not ordered:
            return False
        for mine in self.portions():
            for some in ordered if len(mine) else ():
                low, high = np.searchsorted(some, mine[0]), np.searchsorted(some, mine[-1], side="right")
                if is_among(some[low:high], mine).any():
                    return True
        return False

    def _held_run(self) -> Hashes:
        return np.sort(np.concatenate(self._held)) if self._held else np.zeros(0, np.uint64)
