"""Two sides of a comparison that may share people: how wide that makes their interval, and how sure they differ."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.differences import Interval
from cesta.kernels.intervals import Z
from cesta.kernels.many import two_sided

Numbers = NDArray[np.float64]


def chance_of(difference: Interval) -> float:
    """How easily chance would show as much: below 0.05 exactly where the 95 % interval leaves zero out.

    >>> round(chance_of((0.2, 0.0, 0.3)), 3), chance_of((0.0, 0.0, 0.0))
    (0.05, 1.0)
    """
    value, low, high = difference
    half = value - low if value > 0 else high - value
    if value == 0:
        return 1.0
    return two_sided(Z * abs(value) / half) if half > 0 else 0.0


def width_by_people(parts: Numbers, wholes: Numbers) -> float:
    """How many times as wide as for strangers the interval of the difference of two shares is to be.

    parts, wholes: a row for each side, a place for each person: so many of her things, of so many. Who has several
    things on one side makes it wider, who is on both sides makes it narrower: one person's part in the difference is
    counted as one.

    >>> width_by_people(np.array([[1.0, 0, 0, 0], [0, 0, 0, 1]]), np.array([[1.0, 1, 0, 0], [0, 0, 1, 1]]))  # strangers
    1.0
    >>> float(width_by_people(np.array([[1.0, 0], [1, 0]]), np.ones((2, 2))))  # the same people, doing the same
    0.0
    """
    sums = wholes.sum(axis=1)
    if (sums <= 0).any():
        return 1.0
    shares = parts.sum(axis=1) / sums
    strangers = float((shares * (1 - shares) / sums).sum())
    if strangers <= 0:
        return 1.0
    rest = (parts - shares[:, None] * wholes) / sums[:, None]
    people = float(((rest[0] - rest[1]) ** 2).sum())
    return round(math.sqrt(people / strangers), 12)
