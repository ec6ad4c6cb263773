"""The fast reader: pieces of words and signs, added up. Thousands of texts a second, no start-up to speak of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from cesta.voice.folding import folded
from cesta.voice.languages import summed
from cesta.voice.scores import MODELS, Floats, Scaled, as_chances
from cesta.voice.signs import signs_of
from cesta.voice.spans import spans


class FastReader:
    """Weights of pieces and signs, learned by `scripts/train_voice.py`."""

    def __init__(self) -> None:
        with np.load(MODELS / "fast.npz") as stored:
            self._wide = np.asarray(stored["wide"], np.float32) * np.asarray(stored["wide_scale"], np.float32)
            self._deep = np.asarray(stored["deep"], np.float32)
            self._scaled = Scaled(np.asarray(stored["middle"], np.float32), np.asarray(stored["spread"], np.float32))
            self._sharpness = float(stored["sharpness"])
            self.thresholds = np.asarray(stored["thresholds"], np.float32)

    def chances(self, texts: Sequence[str], langs: Sequence[str]) -> Floats:
        if not texts:
            return np.zeros((0, 11), np.float32)
        dense = self._scaled.of(signs_of(texts, langs))
        scores = summed(spans([folded(text) for text in texts]), self._wide, len(texts))
        scores += dense @ self._deep[:-1] + self._deep[-1]
        return as_chances(scores, self._sharpness)


@cache
def fast_reader() -> FastReader:
    """The one fast reader of this process."""
    return FastReader()
