"""What texts of a workspace feel like, each read once: a file of numbers by hash, without a word that anybody wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.store.content import Hashes
from cesta.store.log import Log, Marks
from cesta.store.workspace import Workspace
from cesta.voice.feelings import Feeling, feel
from cesta.voice.kept_rows import KeptRows, Rows
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

Felt = Rows


class Kept(KeptRows):
    """The feelings of one workspace."""

    def __init__(self, log: Log, data: Path) -> None:
        super().__init__(log, data, f"{_version()}.felt", FELT)
        self.at_once = AT_ONCE
        self.told = 0
        """Goes up when texts were read beside, so that what was worked out without them is worked out again."""


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
