"""A number of the practice in one period: its value, how sure it is, and whom it counts."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import student_mean, student_quantile, wilson

Places = NDArray[np.int64]
Floats = NDArray[np.float64]
NOBODY: Places = np.zeros(0, np.int64)


@dataclass(frozen=True)
class Figure:
    """`units` of `base` enter into it, as places among the journeys; n, of: how many. value: None where it has none.

    journeys: n and of count journeys of a map, and the units are whose they are. left_out: events that were not counted
    as their amounts are in another currency; currency: the one of the value.
    """

    value: float | None
    low: float | None
    high: float | None
    units: Places = field(default_factory=lambda: NOBODY, repr=False)
    base: Places = field(default_factory=lambda: NOBODY, repr=False)
    n: int = 0
    of: int = 0
    journeys: bool = False
    currency: str | None = None
    left_out: int = 0


def share(units: Places, base: Places) -> Figure:
    """How many of those in `base` are in `units`."""
    n, of = len(units), len(base)
    low, high = wilson(n, of)
    return Figure(n / of if of else None, low, high, units, base, n, of)


def mean(units: Places, values: Floats) -> Figure:
    """The mean of one value for each unit."""
    low, high = student_mean(values)
    n = len(units)
    return Figure(float(values.mean()) if n else None, low, high, units, units, n, n)


def mean_per(units: Places, totals: Floats, counts: Floats) -> Figure:
    """The mean over things of which each unit has some: its total and its count of them.

    The interval counts units, whose things are alike: a ratio of means, linearised (Cochran, "Sampling Techniques").

    >>> found = mean_per(np.arange(3), np.array([10.0, 20.0, 60.0]), np.array([1.0, 1.0, 2.0]))
    >>> found.value, round(found.low or 0, 1), round(found.high or 0, 1)
    (22.5, -3.4, 48.4)
    """
    n, things = len(units), float(counts.sum())
    if not things:
        return Figure(None, None, None, units, units, n, n)
    ratio = float(totals.sum()) / things
    if n < 2:
        return Figure(ratio, ratio, ratio, units, units, n, n)
    spread = math.sqrt(n / (n - 1) * float(((totals - ratio * counts) ** 2).sum())) / things
    half = student_quantile(n - 1) * spread
    return Figure(ratio, ratio - half, ratio + half, units, units, n, n)


def total(units: Places, values: Floats, base: Places) -> Figure:
    """The sum over units, those in `base` without a value bringing nothing: the mean times their number."""
    of = len(base)
    spread = np.concatenate((values, np.zeros(max(of - len(values), 0))))
    low, high = student_mean(spread)
    return Figure(float(values.sum()), low * of, high * of, units, base, len(units), of)


def count(units: Places, base: Places) -> Figure:
    """How many of those in `base`."""
    n, of = len(units), len(base)
    low, high = wilson(n, of)
    return Figure(float(n), low * of, high * of, units, base, n, of)


def growth(now: tuple[Places, float, float], before: tuple[float, float]) -> Figure:
    """By how much a sum of independent parts has grown: units, sum and sum of squares; before: sum and sum of squares.

    The interval is that of the logarithm of the ratio. Who is in both makes it wider than it need be.

    >>> found = growth((np.arange(120), 120.0, 120.0), (100.0, 100.0))
    >>> round(found.value or 0, 3), round(found.low or 0, 3), round(found.high or 0, 3)
    (0.2, -0.08, 0.565)
    """
    units, here, here_squares = now
    there, there_squares = before
    n = len(units)
    if here <= 0 or there <= 0:
        return Figure(None if there <= 0 else here / there - 1, None, None, units, units, n, n)
    half = 1.959964 * math.sqrt(here_squares / here**2 + there_squares / there**2)
    ratio = here / there
    return Figure(ratio - 1, ratio * math.exp(-half) - 1, ratio * math.exp(half) - 1, units, units, n, n)
