"""How sure a difference of two numbers is, from how sure each of them is."""

from __future__ import annotations

import math


def difference(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float, float]:
    """one − other with its 95 % interval; each as (value, low, high), from different customers or periods.

    Zou and Donner's method (MOVER, 2008); for shares with Wilson's intervals it is Newcombe's.

    >>> difference((5.0, 4.0, 6.0), (1.0, 1.0, 1.0))
    (4.0, 3.0, 5.0)
    """
    (a, a_low, a_high), (b, b_low, b_high) = one, other
    gap = a - b
    return gap, gap - math.hypot(a - a_low, b_high - b), gap + math.hypot(a_high - a, b - b_low)
