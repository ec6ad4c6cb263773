"""Many comparisons at once: how unlikely each difference is by chance, and what remains when all are counted."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def two_sided(z: float) -> float:
    """The chance that a normal number lies further from zero than z.

    >>> round(two_sided(1.959964), 4), two_sided(0.0)
    (0.05, 1.0)
    """
    return math.erfc(abs(z) / math.sqrt(2))


def adjusted(chances: Numbers) -> Numbers:
    """For each comparison, the smallest share of false finds at which it would still be named.

    Of those at or below 0.05 at most one in twenty is expected to be chance, however the comparisons hang together
    (Benjamini and Yekutieli, "The control of the false discovery rate in multiple testing under dependency", 2001).

    >>> adjusted(np.array([0.001, 0.8, 0.02])).round(4).tolist()
    [0.0055, 1.0, 0.055]
    """
    m = len(chances)
    if not m:
        return np.zeros(0)
    order = np.argsort(chances, kind="stable")
    ranks = np.arange(1, m + 1)
    scaled = chances[order] * m * (1 / ranks).sum() / ranks
    found = np.empty(m)
    found[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return found


def difference_in_units(parts: Numbers, wholes: Numbers, inside: NDArray[np.bool_]) -> Numbers:
    """For each group (row of `inside`), how far its share lies from that of all others, in standard errors.

    Unit u has parts[u] of wholes[u]; units differ independently, what lies within one may hang together. Zero where one
    side has nothing or nothing varies.

    >>> inside = np.array([[True] * 50 + [False] * 50])
    >>> difference_in_units(np.repeat([1.0, 0.0, 1.0, 0.0], [30, 20, 20, 30]), np.ones(100), inside).round(3).tolist()
    [2.0]
    """
    whole = wholes.sum()
    share = parts.sum() / whole if whole else 0.0
    squares = (parts - share * wholes) ** 2
    sums = inside.astype(np.float64) @ np.stack([parts, wholes, squares], axis=1)
    others = np.array([parts.sum(), whole, squares.sum()]) - sums
    both = np.minimum(sums[:, 1], others[:, 1]) > 0
    held = np.where(both[:, None], sums, 1.0), np.where(both[:, None], others, 1.0)
    gap = held[0][:, 0] / held[0][:, 1] - held[1][:, 0] / held[1][:, 1]
    error = np.sqrt(held[0][:, 2] / held[0][:, 1] ** 2 + held[1][:, 2] / held[1][:, 1] ** 2)
    return np.where(both & (error > 0), gap / np.where(error > 0, error, 1.0), 0.0)
