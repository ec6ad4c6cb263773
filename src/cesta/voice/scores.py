"""What a reader of texts gives: three scores for bad, neither and good, and one for each of eight feelings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

MODELS = Path(__file__).parent / "models"
EMOTIONS = ("anger", "anticipation", "disgust", "fear", "joy", "sadness", "surprise", "trust")
SIDES = ("negative", "neutral", "positive")

Floats = NDArray[np.float32]


class Reader(Protocol):
    """Reads cleaned texts of known languages."""

    thresholds: Floats
    """From which chance each feeling is named."""

    def chances(self, texts: Sequence[str], langs: Sequence[str]) -> Floats:
        """One row a text: the chances of bad, neither and good, which add up to 1, and of each feeling alone."""
        ...


class Scaled(NamedTuple):
    """How dense numbers are brought to one size."""

    middle: Floats
    spread: Floats

    def of(self, dense: Floats) -> Floats:
        # Something far outside of what was seen in learning must not decide alone.
        near: Floats = np.clip((dense - self.middle) / self.spread, -6, 6).astype(np.float32)
        return near


def as_chances(scores: Floats, sharpness: float) -> Floats:
    """Scores as chances; sharpness is set so that of what is 80 % sure about 80 % is right.

    >>> as_chances(np.zeros((1, 11), np.float32), 1.0).round(2)[0, :4].tolist()
    [0.33000001311302185, 0.33000001311302185, 0.33000001311302185, 0.5]
    """
    sides = np.exp(sharpness * (scores[:, :3] - scores[:, :3].max(axis=1, keepdims=True)))
    sides /= sides.sum(axis=1, keepdims=True)
    return np.hstack([sides, 1 / (1 + np.exp(-scores[:, 3:].clip(-30, 30)))]).astype(np.float32)
