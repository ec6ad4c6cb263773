"""What texts of a workspace feel like, each read once: a file of numbers by hash, without a word that anybody wrote."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.store.content import Hashes, hash_texts
from cesta.store.log import Log, Marks
from cesta.store.wiping import FEELINGS, is_begun
from cesta.store.workspace import Workspace
from cesta.voice.feelings import Feeling, feel
from cesta.voice.languages import LANGUAGES, UNKNOWN
from cesta.voice.scores import EMOTIONS, MODELS

UNREAD = 0
"""The place in LABELS of a text that nobody has read yet."""
LABELS = ("unread", "unknown", "negative", "neutral", "positive", "mixed")
TONGUES = (UNKNOWN, *LANGUAGES)
FELT = np.dtype(
    [("hash", "<u8"), ("polarity", "<f4"), ("confidence", "<f4"), ("label", "u1"), ("lang", "u1"), ("emotions", "u1")]
)
"""emotions: a bit for each of EMOTIONS."""
READING = b"2"
"""Goes up when the same model would read the same text otherwise."""
BATCH = 256
AT_ONCE = 20_000
"""So many texts are read while somebody waits, where nobody reads beside."""

Felt = NDArray[np.void]


class Kept:
    """The feelings of one workspace. For several threads and processes; who erases removes the file, and it is gone."""

    def __init__(self, log: Log, data: Path) -> None:
        self._log, self._file = log, data / FEELINGS / f"{_version()}.felt"
        self._data = data
        self._lock = threading.Lock()
        self._hashes: Hashes = np.zeros(0, np.uint64)
        self._rows: Felt = np.zeros(0, FELT)
        self._seen = b"", 0
        self.at_once = AT_ONCE
        self.told = 0
        """Goes up when texts were read beside, so that what was worked out without them is worked out again."""

    def of(self, texts: Sequence[str]) -> Felt:
        """What is known of each text, in the same order."""
        hashes = hash_texts(pa.array(texts, pa.string()))
        found: Felt = np.zeros(len(texts), FELT)
        found["hash"] = hashes
        with self._lock:
            self._catch_up()
            if len(self._hashes):
                place = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
                known = self._hashes[place] == hashes
                found[known] = self._rows[place[known]]
        return found

    def keep(self, workspace: Workspace, rows: Felt, marks: Marks) -> bool:
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

    def _catch_up(self) -> None:
        """Takes in what was added to the file, also by others; all is forgotten when the file was removed."""
        try:
            with self._file.open("rb") as opened:
                size = os.fstat(opened.fileno()).st_size
                whole, born = size - size % FELT.itemsize, opened.read(FELT.itemsize)
                if self._seen == (born, whole):
                    return
                if self._seen[0] != born or whole < self._seen[1]:
                    self._rows, self._seen = np.zeros(0, FELT), (born, 0)
                opened.seek(self._seen[1])
                new = np.frombuffer(opened.read(whole - self._seen[1]), FELT)
        except OSError:
            self._hashes, self._rows, self._seen = np.zeros(0, np.uint64), np.zeros(0, FELT), (b"", 0)
            return
        rows = np.concatenate((self._rows, new))
        self._hashes, first = np.unique(rows["hash"], return_index=True)
        self._rows, self._seen = rows[first], (born, whole)


def _append(file: Path, rows: Felt) -> None:
    file.parent.mkdir(exist_ok=True)
    for old in file.parent.glob("*.felt"):
        if old != file:
            old.unlink()
    with file.open("ab") as opened:
        # What a killed process left half written would shift all that follows.
        end = opened.truncate(opened.tell() - opened.tell() % FELT.itemsize)
        if end == 0:
            opened.write(_born())
        opened.write(rows.tobytes())


def _born() -> bytes:
    """What a file begins with: a row of no text, by which it is told from one that was there before."""
    row: Felt = np.zeros(1, FELT)
    row["hash"] = np.frombuffer(os.urandom(8), np.uint64)
    return row.tobytes()


@lru_cache(maxsize=16)
def _kept(log: Log, data: Path) -> Kept:
    return Kept(log, data)


def kept_of(workspace: Workspace) -> Kept:
    """The one of a workspace."""
    return _kept(workspace.log, workspace.data)


def read(workspace: Workspace, texts: Sequence[str], marks: Marks) -> Felt:
    """What each text feels like. Those that are new are read now; where they are many, the rest stays unread.

    marks: the log's, from before the texts were taken out of it.
    """
    kept = kept_of(workspace)
    rows = kept.of(texts)
    waiting = np.flatnonzero(rows["label"] == UNREAD)[: kept.at_once]
    for part in _parts(waiting):
        rows[part] = felt_rows(rows["hash"][part], [texts[place] for place in part.tolist()])
    if len(waiting):
        kept.keep(workspace, rows[waiting], marks)
    return rows


def felt_rows(hashes: Hashes, texts: Sequence[str]) -> Felt:
    """The rows of texts that are read now."""
    rows: Felt = np.zeros(len(texts), FELT)
    rows["hash"] = hashes
    for place, feeling in enumerate(feel(texts)):
        rows[place] = (hashes[place], *_numbers(feeling))
    return rows


def emotions_of(bits: int) -> tuple[str, ...]:
    """The feelings of these bits.

    >>> emotions_of(0b10001)
    ('anger', 'joy')
    """
    return tuple(name for place, name in enumerate(EMOTIONS) if bits >> place & 1)


def _numbers(feeling: Feeling) -> tuple[float, float, int, int, int]:
    bits = sum(1 << EMOTIONS.index(name) for name in feeling.emotions)
    label, lang = LABELS.index(feeling.label), TONGUES.index(feeling.lang)
    return feeling.polarity, feeling.confidence, label, lang, bits


def _parts(places: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    for start in range(0, len(places), BATCH):
        yield places[start : start + BATCH]


@cache
def _version() -> str:
    """Another model reads everything again."""
    said = hashlib.sha256(READING)
    for name in ("fast.npz", "languages.npz"):
        said.update((MODELS / name).read_bytes())
    return said.hexdigest()[:12]
