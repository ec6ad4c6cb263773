"""Which message ids the log holds: the newest in memory, all others in sorted files, found without an index."""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.store.content import Hashes, hash_text, hash_texts
from cesta.store.disk import make_folder
from cesta.store.id_files import Run, quickened, read_runs, run_of, write_run

NEWEST = 1 << 16
"""Ids held in a table of their own before they become a run."""
FEW = 32
"""Ids that are hashed one by one: to begin with many at once takes its time."""
FANOUT = 4
"""Runs of one size that become one of the next."""


class Ids:
    """Hashes say which events may have an id; whoever asks compares the ids themselves.

    The caller sees to it that one thread at a time adds. Files are made in the background: they are derived, and what
    they do not cover yet is read from the log when it is opened.
    """

    def __init__(self, folder: Path, log: str, newest: int) -> None:
        self._folder, self._log = folder, log
        self._lock = threading.Lock()
        make_folder(folder)
        self._runs: tuple[Run, ...] = tuple(read_runs(folder, log, newest))
        self._recent: dict[int, int] = {}
        self._twins: list[tuple[int, int]] = []
        self._begun = self.covered = self._runs[-1].last if self._runs else 0
        self._settling: threading.Thread | None = None
        self._settle_beside()

    def seek(self, hashes: Hashes) -> list[tuple[int, int]]:
        """Pairs of a place among these hashes and the number of an event whose id has that hash."""
        if not len(hashes):
            return []
        keys, recent = hashes.tolist(), self._recent
        found = [(place, recent[key]) for place, key in enumerate(keys) if key in recent]
        found += [(place, seq) for key, seq in self._twins for place in range(len(keys)) if keys[place] == key]
        order = np.argsort(hashes)
        wanted = hashes[order]
        for run in self._runs:
            found += [(int(order[place]), seq) for place, seq in _in_run(run, wanted)]
        return found

    def add(self, hashes: Hashes, seqs: NDArray[np.int64], last: int) -> None:
        """Takes the ids of events that are on disk; with them, all up to `last` are known."""
        if 2 * len(hashes) >= NEWEST:
            self._freeze()
            self._keep(run_of(self._begun + 1, last, hashes, seqs))
            return
        pairs = list(zip(hashes.tolist(), seqs.tolist(), strict=True))
        new = dict(pairs)
        if len(new) < len(pairs) or not self._recent.keys().isdisjoint(new):
            # Two ids of one hash: next to never.
            self._twins += [pair for pair in pairs if self._recent.setdefault(*pair) != pair[1]]
        else:
            self._recent |= new
        self.covered = last
        if len(self._recent) + len(self._twins) >= NEWEST:
            self._freeze()

    def _freeze(self) -> None:
        if not self._recent:
            return
        keys = np.array([*self._recent, *(key for key, _ in self._twins)], np.uint64)
        seqs = np.array([*self._recent.values(), *(seq for _, seq in self._twins)], np.int64)
        self._recent, self._twins = {}, []
        self._keep(run_of(self._begun + 1, self.covered, keys, seqs))

    def _keep(self, run: Run) -> None:
        with self._lock:
            self._runs = (*self._runs, run)
        self._begun = self.covered = run.last
        self._settle_beside()

    def _settle_beside(self) -> None:
        if self._runs and (self._settling is None or not self._settling.is_alive()):
            self._settling = threading.Thread(target=self._settle, name="cesta ids", daemon=True)
            self._settling.start()

    def _settle(self) -> None:
        """Writes runs that are only in memory, and makes one of several, until nothing is left to do."""
        for run in self._runs:
            self._put([run], quickened(run))
        with (self._folder / "lock").open("w") as handle:
            # Another process that has the folder open keeps its files itself.
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            while parts := _due(self._runs):
                try:
                    made = write_run(self._folder, self._log, parts)
                except (OSError, CestaError):
                    # Nothing is lost: the ids stay in memory, and the log has them.
                    return
                self._put(parts, made)
                for part in parts:
                    if part.path is not None and part.path != made.path:
                        part.path.unlink(missing_ok=True)

    def _put(self, parts: Sequence[Run], made: Run) -> None:
        """In the place of runs that follow each other, one that says the same."""
        with self._lock:
            at = next(place for place, run in enumerate(self._runs) if run is parts[0])
            self._runs = (*self._runs[:at], made, *self._runs[at + len(parts) :])

    def close(self) -> None:
        """Waits for files that are being written."""
        if self._settling is not None:
            self._settling.join()


def hashes_of(sources: Sequence[str], ids: Sequence[str]) -> Hashes:
    """A hash of each (source, message id)."""
    if len(ids) < FEW:
        pairs = zip(sources, ids, strict=True)
        return np.array([hash_text(key) ^ int(_salt(source)) for source, key in pairs], np.uint64)
    found = hash_texts(pa.array(ids, pa.string()))
    if len(set(sources)) == 1:
        return found ^ _salt(sources[0])
    salts: Hashes = np.array([_salt(source) for source in sources], np.uint64)
    return found ^ salts


@lru_cache(maxsize=1024)
def _salt(source: str) -> np.uint64:
    salt: np.uint64 = hash_texts(pa.array([source], pa.string()))[0]
    return salt


def _in_run(run: Run, wanted: Hashes) -> Iterator[tuple[int, int]]:
    """The places of hashes, which ascend, that are in a run, and the numbers of their events."""
    if not len(run.hashes):
        return
    lows = run.places(wanted)
    at = np.minimum(lows, len(run.hashes) - 1)
    for place in np.flatnonzero(run.hashes[at] == wanted).tolist():
        low = int(lows[place])
        while low < len(run.hashes) and run.hashes[low] == wanted[place]:
            yield place, int(run.seqs[low])
            low += 1


def _due(runs: Sequence[Run]) -> list[Run]:
    """What is to become one file next: the first run without one, or several of one size that follow each other."""
    for run in runs:
        if run.path is None:
            return [run]
    for low in range(len(runs) - FANOUT + 1):
        group = runs[low : low + FANOUT]
        if len({_size(run) for run in group}) == 1:
            return list(group)
    return []


def _size(run: Run) -> int:
    """The how-manieth power of the fan-out a run holds."""
    return (max(1, len(run.hashes) // NEWEST).bit_length() - 1) // 2
