"""Two sides of a comparison that may share people: how far apart they are, and how sure that is."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import Z
from cesta.kernels.many import two_sided

Numbers = NDArray[np.float64]
Interval = tuple[float, float, float]
"""A value and the ends of its 95 % interval."""


def apart(one: Interval, other: Interval, width: float = 1.0) -> Interval:
    """The difference one − other with the interval that follows from the two, made so many times as wide.

    Zou and Donner, "Construction of confidence limits about effect measures", 2008; of two shares with Wilson's
    intervals it is Newcombe's.

    >>> from cesta.kernels.intervals import newcombe, wilson
    >>> found = apart((56 / 70, *wilson(56, 70)), (48 / 80, *wilson(48, 80)))
    >>> tuple(round(edge, 4) for edge in found[1:]) == tuple(round(edge, 4) for edge in newcombe(56, 70, 48, 80))
    True
    """
    (value1, low1, high1), (value2, low2, high2) = one, other
    difference = value1 - value2
    down, up = math.hypot(value1 - low1, high2 - value2), math.hypot(high1 - value1, value2 - low2)
    return difference, difference - down * width, difference + up * width


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
