"""What stands behind a number: how many customers, of how many, which ones, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Journeys, Places
from cesta.kernels.intervals import quantile_interval, student_mean, wilson
from cesta.kernels.room import ROOM

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fact:
    """One number: `n` of `of` units enter into it, `ids()` are their ids, ascending."""

    n: int
    of: int
    low: float
    high: float
    ids: Callable[[], list[str]]

    def about(self) -> dict[str, object]:
        return {"n": self.n, "of": self.of, "low": self.low, "high": self.high, "evidence": "measured"}


def no_fact(_path: Path) -> Fact | None:
    """For numbers that no customers stand behind."""
    return None


@dataclass(frozen=True)
class Answer:
    """A result, and for any place in it the fact behind; `entered` says whether anybody is in it at all."""

    result: dict[str, object]
    fact: Callable[[Path], Fact | None] = no_fact
    entered: bool = True
    per_customer: frozenset[str] = field(default=frozenset())
    customers: int | None = None
    """How many the question looked at, where that is not the number of units it was handed."""


def count_of(journeys: Journeys, units: Places, of: int) -> Fact:
    """A number of customers."""
    low, high = wilson(len(units), of)
    scale = of if of else 0
    return Fact(len(units), of, low * scale, high * scale, lambda: journeys.ids(units))


def share_of(journeys: Journeys, units: Places, of: int) -> Fact:
    """A share of customers."""
    low, high = wilson(len(units), of)
    return Fact(len(units), of, low, high, lambda: journeys.ids(units))


def mean_of(journeys: Journeys, units: Places, values: NDArray[np.float64], of: int) -> Fact:
    """A mean over customers, one value each."""
    low, high = student_mean(values)
    return Fact(len(units), of, low, high, lambda: journeys.ids(units))


def median_of(journeys: Journeys, units: Places, values: NDArray[np.float64], of: int) -> Fact:
    """A median over customers, one value each."""
    low, high = quantile_interval(values)
    return Fact(len(units), of, low, high, lambda: journeys.ids(units))


def total_of(journeys: Journeys, units: Places, values: NDArray[np.float64], of: int) -> Fact:
    """A sum over customers, of whom those listed bring `values` and the rest nothing: the mean times their number."""
    spread = np.concatenate((values, np.zeros(max(of - len(values), 0))))
    low, high = student_mean(spread)
    return Fact(len(units), of, max(low, 0.0) * of, high * of, lambda: journeys.ids(units))


def seconds(microseconds: NDArray[np.int64]) -> NDArray[np.float64]:
    """Lengths of time as answers give them."""
    return microseconds / 1_000_000


def mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if len(values) else None


def median(values: NDArray[np.float64]) -> float | None:
    if not len(values):
        return None
    lower, upper = (len(values) - 1) // 2, len(values) // 2
    ordered = ROOM.empty(len(values), values.dtype)
    ordered[:] = values
    ordered.partition((lower, upper))
    return float(ordered[lower] + ordered[upper]) / 2


def tidy(number: float | None) -> float | None:
    """A whole number without its fraction: 1050.0 is told as 1050."""
    return int(number) if number is not None and number == int(number) else number


def ratio(part: float, whole: float) -> float | None:
    """part / whole, or None when there is nothing to divide by."""
    return tidy(part / whole) if whole else None
