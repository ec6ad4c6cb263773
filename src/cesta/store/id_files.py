"""Sorted hashes of message ids in a file, mapped when it is read: derived from the log, whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.store.content import Hashes
from cesta.store.disk import having_room, settle_folder

MAGIC = b"cesta id"
HEAD = 32
PORTION = 1 << 16
"""Hashes that are sorted at once when files are merged, so that memory stays flat."""
ENDING = ".ids"
MANY = 1 << 20
"""Hashes in which a plain search waits for memory at every step: these are found by their first bits."""
NEAR = 16
"""Hashes that begin with the same bits, about."""


@dataclass(frozen=True, slots=True)
class Run:
    """The ids of events `first` to `last`: hashes ascending, and the number of the event with each.

    begins: where the hashes begin that have the same first bits, for each of those, and the end; none for a few.
    """

    first: int
    last: int
    hashes: Hashes
    seqs: NDArray[np.int64]
    path: Path | None = None
    begins: NDArray[np.int32] | None = None

    def places(self, wanted: Hashes) -> NDArray[np.int64]:
        """Where each of these hashes stands, or would: as `searchsorted` tells it."""
        if self.begins is None:
            return self.hashes.searchsorted(wanted)
        first_bits = (wanted >> np.uint64(64 - _bits(len(self.hashes)))).astype(np.int64)
        low, high = self.begins[first_bits].astype(np.int64), self.begins[first_bits + 1].astype(np.int64)
        while (low < high).any():
            middle = (low + high) >> 1
            # Where a search has ended its middle stays where it is, which may be behind the last.
            below = (self.hashes[np.minimum(middle, len(self.hashes) - 1)] < wanted) & (low < high)
            low, high = np.where(below, middle + 1, low), np.where(below, high, middle)
        return low


def _bits(count: int) -> int:
    return max(1, (count // NEAR).bit_length() - 1)


def quickened(run: Run) -> Run:
    """The run with its places by first bits, if it is one of many; to find them all of it is read once."""
    count = len(run.hashes)
    if run.begins is not None or not MANY <= count < 1 << 31:
        return run
    bits = _bits(count)
    edges = np.arange(1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
    return replace(run, begins=np.append(run.hashes.searchsorted(edges), count).astype(np.int32))


def run_of(first: int, last: int, hashes: Hashes, seqs: NDArray[np.int64]) -> Run:
    """A run in memory of hashes in any order."""
    order = np.argsort(hashes, kind="stable")
    return Run(first, last, hashes[order], seqs[order])


def write_run(folder: Path, log: str, parts: Sequence[Run]) -> Run:
    """Runs that follow each other as one file, on the disk itself when this returns. Raises disk_full."""
    first, last = parts[0].first, parts[-1].last
    total = sum(len(part.hashes) for part in parts)
    path = folder / f"{first}-{last}{ENDING}"
    part = path.with_suffix(".part")
    try:
        with having_room(path), part.open("wb") as file:
            file.write(_head(log, total))
            at = 0
            for hashes, seqs in _merged(parts, total):
                for place, values in ((at, hashes), (total + at, seqs)):
                    file.seek(HEAD + 8 * place)
                    file.write(values.data)
                at += len(hashes)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    settle_folder(folder)
    return quickened(Run(first, last, *_mapped(path, total), path))


def read_runs(folder: Path, log: str, newest: int) -> list[Run]:
    """The runs in the folder that belong to this log and follow each other from its first event; others are removed."""
    by_first: dict[int, list[tuple[int, Path]]] = {}
    for path in folder.glob(f"*{ENDING}"):
        first, _, last = path.stem.partition("-")
        if first.isdigit() and last.isdigit() and int(last) <= newest:
            by_first.setdefault(int(first), []).append((int(last), path))
    runs: list[Run] = []
    while found := by_first.get(runs[-1].last + 1 if runs else 1):
        run = next((run for last, path in sorted(found, reverse=True) if (run := _read(path, log, last))), None)
        if run is None:
            break
        runs.append(run)
    kept = {run.path for run in runs}
    for path in (*folder.glob(f"*{ENDING}"), *folder.glob("*.part")):
        if path not in kept:
            path.unlink(missing_ok=True)
    return runs


def _read(path: Path, log: str, last: int) -> Run | None:
    try:
        size = (path.stat().st_size - HEAD) // 16
        with path.open("rb") as file:
            if size < 0 or file.read(HEAD) != _head(log, size):
                return None
        return Run(int(path.stem.partition("-")[0]), last, *_mapped(path, size), path)
    except OSError:
        return None


def _head(log: str, total: int) -> bytes:
    return MAGIC + log.encode()[:16].ljust(16) + total.to_bytes(8, "little")


def _mapped(path: Path, total: int) -> tuple[Hashes, NDArray[np.int64]]:
    if not total:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    hashes = np.asarray(np.memmap(path, np.uint64, "r", HEAD, (total,)))
    return hashes, np.asarray(np.memmap(path, np.int64, "r", HEAD + 8 * total, (total,)))


def _merged(parts: Sequence[Run], total: int) -> Iterator[tuple[Hashes, NDArray[np.int64]]]:
    """All hashes ascending, a portion at a time: hashes are spread evenly, so equal ranges hold about as many."""
    bits = max(0, (total // PORTION).bit_length())
    edges = np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(64 - bits) if bits else np.zeros(0, np.uint64)
    bounds = [np.concatenate(([0], part.hashes.searchsorted(edges), [len(part.hashes)])) for part in parts]
    for number in range(1 << bits):
        pieces = [slice(int(bound[number]), int(bound[number + 1])) for bound in bounds]
        hashes = np.concatenate([part.hashes[piece] for part, piece in zip(parts, pieces, strict=True)])
        seqs = np.concatenate([part.seqs[piece] for part, piece in zip(parts, pieces, strict=True)])
        order = np.argsort(hashes, kind="stable")
        yield hashes[order], seqs[order]
