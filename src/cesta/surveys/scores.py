"""What scores come to: NPS, CSAT, CES and stars by their fixed definitions, each with n and a 95 % interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import student_mean, wilson

Scores = NDArray[np.int64] | NDArray[np.float64]
Interval = tuple[float, float, float]
"""The value, and between what it lies."""


@dataclass(frozen=True, slots=True)
class Score:
    """value: None below the smallest n of the workspace. definition: name and version of the rule it follows."""

    definition: str
    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    too_few: bool = False


def nps(scores: Scores) -> Interval:
    """Net Promoter Score: of 100, so many more give 9 or 10 than give 0 to 6; from −100 to 100.

    Its interval puts together Wilson's for both shares, which hang together: who promotes does not detract.

    >>> tuple(round(part, 2) for part in nps(np.array([10, 9, 8, 7, 6, 0])))
    (0.0, -52.65, 52.65)
    """
    n = len(scores)
    up, down = int(np.count_nonzero(scores >= 9)), int(np.count_nonzero(scores <= 6))
    p, d = up / n, down / n
    (p_low, p_high), (d_low, d_high) = wilson(up, n), wilson(down, n)
    spread = (1 - p) * (1 - d)
    together = -math.sqrt(p * d / spread) if spread > 0 else 0.0
    below, above = _joined(p - p_low, d_high - d, together), _joined(p_high - p, d - d_low, together)
    return 100 * (p - d), 100 * max(-1.0, p - d - below), 100 * min(1.0, p - d + above)


def _joined(one: float, other: float, together: float) -> float:
    return math.sqrt(max(0.0, one * one + other * other - 2 * together * one * other))


def csat(scores: Scores) -> Interval:
    """Customer satisfaction: the share that gives 4 or 5 of 5, with Wilson's interval.

    >>> tuple(round(part, 3) for part in csat(np.array([5, 4, 1])))
    (0.667, 0.208, 0.939)
    """
    good, n = int(np.count_nonzero(scores >= 4)), len(scores)
    return good / n, *wilson(good, n)


def ces(scores: Scores) -> Interval:
    """Customer effort score: the mean on 1 to 7, where 7 is easiest, with Student's interval.

    >>> tuple(round(part, 2) for part in ces(np.array([5, 6, 7])))
    (6.0, 3.52, 7.0)
    """
    return _mean(scores, 1, 7)


def stars(scores: Scores) -> Interval:
    """The mean of 1 to 5 stars, with Student's interval.

    >>> stars(np.array([4, 4]))
    (4.0, 4.0, 4.0)
    """
    return _mean(scores, 1, 5)


def _mean(scores: Scores, bottom: int, top: int) -> Interval:
    low, high = student_mean(scores.astype(np.float64))
    return float(scores.mean()), max(float(bottom), low), min(float(top), high)


DEFINITIONS: Mapping[str, tuple[str, Callable[[Scores], Interval]]] = {
    "nps": ("nps/1", nps),
    "csat": ("csat/1", csat),
    "ces": ("ces/1", ces),
    "stars": ("stars/1", stars),
}
"""By the kind of question. A rule that changes gets another version."""


def score(ask: str, scores: Scores, min_n: int) -> Score:
    """What these scores come to."""
    definition, rule = DEFINITIONS[ask]
    if len(scores) < max(min_n, 1):
        return Score(definition, None, len(scores), too_few=True)
    value, low, high = rule(scores)
    return Score(definition, value, len(scores), low, high)
