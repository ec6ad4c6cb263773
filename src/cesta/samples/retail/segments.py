"""Who shops here: groups of customers that differ in what they do, never in what one event says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail.calendar import USUAL_MONTHS

Floats = NDArray[np.float64]

SOURCES = ("search", "direct", "newsletter", "ad", "social", "friend")
CATEGORIES = ("coats", "dresses", "shirts", "trousers", "shoes", "accessories")
DEVICES = ("phone", "desktop", "tablet")


@dataclass(frozen=True, slots=True)
class Segment:
    """The habits of a group; `share` is its part of all customers. Chances are per shopping occasion or per look.

    gap_days: mean time between occasions. monthly: how its wants spread over the year. buys: the share of occasions on
    which something is to be bought. more_views, more_visits: the chance of yet another one.
    """

    name: str
    share: float
    gap_days: float
    monthly: tuple[float, ...]
    in_store: float
    on_app: float
    device: tuple[float, ...]
    source: tuple[float, ...]
    category: tuple[float, ...]
    buys: float
    more_views: float
    more_visits: float
    size_guide: float
    discounted: float
    returns: float
    joins: float
    opens: float


SALES = (1.7, 0.9, 0.6, 0.6, 0.7, 1.1, 1.7, 1.1, 0.6, 0.7, 1.9, 1.2)
GIFTS = (0.2, 0.8, 0.5, 0.3, 0.9, 0.4, 0.2, 0.2, 0.3, 0.4, 1.3, 2.6)
SEGMENTS = (
    Segment(
        "deal_hunters", 0.24, 38, SALES, 0.12, 0.4, (0.55, 0.38, 0.07), (0.14, 0.12, 0.5, 0.1, 0.1, 0.04),
        (0.15, 0.2, 0.2, 0.2, 0.15, 0.1), 0.3, 0.7, 0.2, 0.12, 0.8, 0.18, 0.3, 0.6,
    ),
    Segment(
        "gift_buyers", 0.16, 100, GIFTS, 0.2, 0.12, (0.4, 0.5, 0.1), (0.52, 0.16, 0.06, 0.1, 0.06, 0.1),
        (0.06, 0.1, 0.1, 0.04, 0.1, 0.6), 0.62, 0.5, 0.12, 0.04, 0.2, 0.07, 0.1, 0.25,
    ),
    Segment(
        "loyal_regulars", 0.18, 30, USUAL_MONTHS, 0.5, 0.55, (0.5, 0.4, 0.1), (0.08, 0.62, 0.18, 0.03, 0.04, 0.05),
        (0.14, 0.2, 0.2, 0.2, 0.16, 0.1), 0.52, 0.45, 0.1, 0.1, 0.25, 0.1, 0.7, 0.55,
    ),
    Segment(
        "careful_comparers", 0.22, 75, USUAL_MONTHS, 0.08, 0.1, (0.28, 0.62, 0.1), (0.4, 0.34, 0.1, 0.06, 0.05, 0.05),
        (0.25, 0.12, 0.1, 0.25, 0.22, 0.06), 0.4, 0.82, 0.45, 0.3, 0.32, 0.12, 0.15, 0.35,
    ),
    Segment(
        "passing_phones", 0.20, 260, USUAL_MONTHS, 0.02, 0.04, (0.9, 0.06, 0.04), (0.12, 0.04, 0.03, 0.42, 0.33, 0.06),
        (0.1, 0.25, 0.2, 0.12, 0.2, 0.13), 0.22, 0.36, 0.04, 0.1, 0.35, 0.22, 0.05, 0.12,
    ),
)  # fmt: skip
APART = (1.9, 1.0, 0.3)
"""How far segments stand from their common middle at noise 0, 1 and 2; 1 is as written above."""


def chances(of: Callable[[Segment], float], apart: float) -> Floats:
    """One chance of each segment, moved away from their middle, or towards it, in log odds."""
    odds = np.log([of(segment) / (1 - of(segment)) for segment in SEGMENTS])
    return np.asarray(1 / (1 + np.exp(-_moved(odds, apart))))


def amounts(of: Callable[[Segment], float], apart: float) -> Floats:
    """One positive amount of each segment, moved likewise in logarithms."""
    return np.asarray(np.exp(_moved(np.log([of(segment) for segment in SEGMENTS]), apart)))


def spreads(of: Callable[[Segment], Sequence[float]], apart: float) -> Floats:
    """One distribution of each segment, moved likewise; rows sum to 1."""
    weights = np.exp(_moved(np.log([of(segment) for segment in SEGMENTS]), apart))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _moved(values: Floats, apart: float) -> Floats:
    middle = values.mean(axis=0)
    return np.asarray(middle + apart * (values - middle))
