"""How long links between events take, and what stands behind each such time."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Fact, mean_of, median_of, seconds, tidy, total_of
from cesta.journeys.units import Journeys, Places
from cesta.kernels.distinct import distinct

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Links:
    """All pairs of neighbours, by kind: those of the kind keys[k] are starts[k] … starts[k + 1] - 1, shortest first.

    key = code of the first event · number of names + code of the second.
    """

    journeys: Journeys
    keys: Places
    starts: Places
    gaps: Numbers
    units: Places

    def of(self, key: int) -> slice:
        kind = int(np.searchsorted(self.keys, key))
        return slice(int(self.starts[kind]), int(self.starts[kind + 1]))


def links_of(journeys: Journeys) -> Links:
    """Every event with the next one of its journey."""
    codes, times = journeys.codes, journeys.times
    at = np.delete(np.arange(len(codes)), journeys.offsets[1:] - 1)
    key = codes[at] * len(journeys.names) + codes[at + 1]
    gaps = seconds(times[at + 1] - times[at])
    order = np.lexsort((gaps, key))
    keys, starts = np.unique(key[order], return_index=True)
    units = journeys.unit_of_event()[at[order]]
    return Links(journeys, keys, np.append(starts, len(order)), gaps[order], units)


def link_seconds(links: Links) -> dict[tuple[int, int], object]:
    """By pair of codes: mean, median, least, most and sum."""
    told: dict[tuple[int, int], object] = {}
    for key in links.keys.tolist():
        values = links.gaps[links.of(key)]
        told[divmod(key, len(links.journeys.names))] = {
            "mean": tidy(float(values.mean())),
            "median": tidy(float(np.median(values))),
            "min": tidy(float(values[0])),
            "max": tidy(float(values[-1])),
            "sum": tidy(float(values.sum())),
        }
    return told


def link_fact(links: Links, pair: tuple[int, int], key: str) -> Fact:
    """The customers who went that way; the interval of a mean or median is that of the single times."""
    one = links.of(pair[0] * len(links.journeys.names) + pair[1])
    gaps, owners = links.gaps[one], links.units[one]
    units, journeys = distinct(owners), links.journeys
    if key == "mean":
        return mean_of(journeys, units, gaps, journeys.size)
    if key == "median":
        return median_of(journeys, units, gaps, journeys.size)
    if key == "sum":
        sums = np.bincount(owners, gaps, journeys.size)[units].astype(np.float64)
        return total_of(journeys, units, sums, journeys.size)
    extreme = float(gaps[0] if key == "min" else gaps[-1])
    units = distinct(owners[gaps == extreme])
    return Fact(len(units), journeys.size, extreme, extreme, lambda: journeys.ids(units))


def profile_fact(journeys: Journeys, pair: tuple[int, int], key: str) -> Fact:
    """The customers who did both; each weighs by her pairs, so the interval is that of a ratio of two sums."""
    many, sums, squares = _pairs_of_units(journeys, *pair)
    units = np.flatnonzero(many)
    many, sums, squares = many[units], sums[units], squares[units]
    pairs = float(many.sum())
    mean = float(sums.sum()) / pairs
    if key == "mean":
        return mean_of(journeys, units, mean + _apart(sums, many, mean), journeys.size)
    # a spread of n - 1; its interval is the root of the variance's
    parts = squares - 2 * mean * sums + mean * mean * many
    scale = pairs / (pairs - 1) if pairs > 1 else 0.0
    variance = float(parts.sum()) / pairs
    fact = mean_of(journeys, units, (variance + _apart(parts, many, variance)) * scale, journeys.size)
    return Fact(fact.n, fact.of, math.sqrt(max(fact.low, 0.0)), math.sqrt(max(fact.high, 0.0)), fact.ids)


def _apart(part: Numbers, whole: Numbers, value: float) -> Numbers:
    """How far each unit lies from the ratio of the two sums (linearised)."""
    return np.asarray((part - value * whole) / whole.mean())


def _pairs_of_units(journeys: Journeys, a: int, b: int) -> tuple[Numbers, Numbers, Numbers]:
    """For each unit: its pairs of an `a` before a `b`, the sum of their times apart in seconds, and of the squares."""
    owner, codes = journeys.unit_of_event(), journeys.codes
    since = seconds(journeys.times - journeys.times[journeys.offsets[:-1]][owner])
    first = codes == a
    before = [
        _running(journeys, owner, np.where(first, values, 0.0)) for values in (np.ones(len(codes)), since, since**2)
    ]
    met = np.flatnonzero(codes == b)
    count, total, square = (one[met] for one in before)
    at = since[met]
    rows = (count, count * at - total, count * at * at - 2 * at * total + square)
    many, sums, squares = (np.bincount(owner[met], row, journeys.size).astype(np.float64) for row in rows)
    return many, sums, squares


def _running(journeys: Journeys, owner: Places, values: Numbers) -> Numbers:
    """For each event, the sum over the events of its unit that come before it."""
    sums = np.cumsum(values) - values
    return np.asarray(sums - np.append(sums, 0.0)[journeys.offsets[:-1]][owner])
