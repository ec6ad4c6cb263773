"""Where texts stand among all meanings, whichever language they are in: the same said in two languages is one place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from cesta.voice.many import embedded_many
from cesta.voice.scores import MODELS, Floats

SIZE = 384
"""Numbers that say where a text stands."""


@cache
def _apart() -> tuple[Floats, Floats]:
    """The middle of all languages, and the directions in which languages differ (`scripts/voice/apart.py`)."""
    with np.load(MODELS / "apart.npz") as stored:
        return np.asarray(stored["middle"], np.float32), np.asarray(stored["between"], np.float32)


def without_language(meaning: Floats) -> Floats:
    """Meanings without what only tells the language; each of length 1."""
    middle, between = _apart()
    rows = meaning - middle
    rows = rows - (rows @ between.T) @ between
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def points_of(texts: Sequence[str]) -> Floats:
    """The place of each cleaned text; one said twice is read once."""
    different = sorted(set(texts))
    where = {text: at for at, text in enumerate(different)}
    return without_language(embedded_many(different))[[where[text] for text in texts]]
