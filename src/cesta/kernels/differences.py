"""How sure a difference of two numbers is, from how sure each of them is."""

from __future__ import annotations

import math

Interval = tuple[float, float, float]
"""A value and the ends of its 95 % interval."""


def difference(one: Interval, other: Interval, width: float = 1.0) -> Interval:
    """one − other with its 95 % interval, made so many times as wide as that of different customers or periods.

    Zou and Donner's method (MOVER, 2008); for shares with Wilson's intervals it is Newcombe's.

    >>> difference((5.0, 4.0, 6.0), (1.0, 1.0, 1.0))
    (4.0, 3.0, 5.0)
    """
    (a, a_low, a_high), (b, b_low, b_high) = one, other
    gap, down, up = a - b, math.hypot(a - a_low, b_high - b), math.hypot(a_high - a, b - b_low)
    return gap, gap - down * width, gap + up * width
