"""The intervals of a question: their edges, and how answers name them."""

from __future__ import annotations

from datetime import tzinfo
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.given import Given
from cesta.model.calendar import edges_until
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant, to_datetime


def edges_of_range(given: Given) -> list[int]:
    """Edges of all intervals from `date_from` to `date_to`, which is moved to the end of its interval."""
    first, after = given.dates()
    if first is None or after is None:
        raise CestaError("missing_param", '"date_from" and "date_to" are required.', None)
    return edges_until(first, after - 1, given.interval(), given.zone, given.week_start())


def names_of(edges: list[int], interval: str, zone: tzinfo) -> list[str]:
    """The start of each interval: a day, or with hours a moment."""
    starts = [first for first, _ in pairwise(edges)]
    if interval == "hour":
        return [show_instant(start) for start in starts]
    return [to_datetime(start).astimezone(zone).date().isoformat() for start in starts]


def place_in(edges: list[int], times: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each time, the interval it lies in; -1 before all, their number after all."""
    return np.searchsorted(np.array(edges, np.int64), times, side="right").astype(np.int64) - 1
