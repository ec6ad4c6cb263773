"""Numbers of texts by hash, each text read once: a file without a word that anybody wrote, gone with any erasing."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.store.content import Hashes, hash_texts
from cesta.store.log import Log, Marks
from cesta.store.wiping import FEELINGS, is_begun
from cesta.store.workspace import Workspace

Rows = NDArray[np.void]


class KeptRows:
    """The rows of one kind of one workspace: `hash` first, the rest is 0 of texts that nobody has read.

    For several threads and processes; who erases removes the file, and it is gone.
    """

    def __init__(self, log: Log, data: Path, name: str, kind: np.dtype[Any]) -> None:
        self._log, self._data, self._kind = log, data, kind
        self._file = data / FEELINGS / name
        self._lock = threading.Lock()
        self._forget((b"", 0))

    def of(self, texts: Sequence[str]) -> Rows:
        """What is known of each text, in the same order."""
        return self.at(hash_texts(pa.array(texts, pa.string())))

    def at(self, hashes: Hashes) -> Rows:
        """What is known of the texts with these hashes, in the same order."""
        found: Rows = np.zeros(len(hashes), self._kind)
        found["hash"] = hashes
        with self._lock:
            self._catch_up()
            if len(self._hashes):
                place = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
                known = self._hashes[place] == hashes
                found[known] = self._rows[place[known]]
        return found

    def are_kept(self, hashes: Hashes) -> NDArray[np.bool_]:
        """Of which texts anything is known."""
        with self._lock:
            self._catch_up()
            return np.isin(hashes, self._hashes)

    def keep(self, workspace: Workspace, rows: Rows, marks: Marks) -> bool:
        """Adds rows, unless something was erased since these marks; whether that was possible now."""
        try:
            with workspace.sealing(wait=False):
                # Who erases holds the seal until the file is gone: nothing of hers comes back behind it.
                if is_begun(self._data) or self._log.marks().loads != marks.loads:
                    return False
                _append(self._file, rows)
        except OSError:
            return False
        return True

    def exists(self) -> bool:
        """Whether anything was read since the last erasing."""
        return self._file.exists()

    def born(self) -> bytes:
        """By what this file is told from one that was there before an erasing."""
        with self._lock:
            self._catch_up()
            return self._seen[0]

    def _forget(self, seen: tuple[bytes, int]) -> None:
        self._hashes: Hashes = np.zeros(0, np.uint64)
        self._rows: Rows = np.zeros(0, self._kind)
        self._seen = seen

    def _catch_up(self) -> None:
        """Takes in what was added to the file, also by others; all is forgotten when the file was removed."""
        size = self._kind.itemsize
        try:
            with self._file.open("rb") as opened:
                end = os.fstat(opened.fileno()).st_size
                whole, born = end - end % size, opened.read(size)
                if self._seen == (born, whole):
                    return
                if self._seen[0] != born or whole < self._seen[1]:
                    self._forget((born, 0))
                opened.seek(self._seen[1])
                new = np.frombuffer(opened.read(whole - self._seen[1]), self._kind)
        except OSError:
            self._forget((b"", 0))
            return
        rows = np.concatenate((self._rows, new))
        self._hashes, first = np.unique(rows["hash"], return_index=True)
        self._rows, self._seen = rows[first], (born, whole)


def _append(file: Path, rows: Rows) -> None:
    file.parent.mkdir(exist_ok=True)
    for old in file.parent.glob(f"*{file.suffix}"):
        if old != file:
            old.unlink()
    with file.open("ab") as opened:
        # What a killed process left half written would shift all that follows.
        end = opened.truncate(opened.tell() - opened.tell() % rows.dtype.itemsize)
        if end == 0:
            opened.write(_born(rows.dtype))
        opened.write(rows.tobytes())


def _born(kind: np.dtype[Any]) -> bytes:
    """What a file begins with: a row of no text, by which it is told from one that was there before."""
    row: Rows = np.zeros(1, kind)
    row["hash"] = np.frombuffer(os.urandom(8), np.uint64)
    return row.tobytes()
