"""Where a share changed, day by day: change points that neither chance nor a series' own unrest explains."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.maps.barriers.compared import kept

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]
FALSE = 0.01
"""So large a share of all changes named may be chance."""
LEAST = 0.03
"""A smaller change is not worth a mark."""
SIDE, TRIALS = 2, 30
"""On either side of a change: at least so many days, and so many that could have done it."""
WEEK = 7
SHORT = 28
"""A series of fewer days says nothing yet of what is usual."""
WILD = 2.5
"""A day counts as no further off than so many standard deviations."""
BLOCKS, FEW_BLOCKS = (28, 14, 7), 8
"""Unrest is how far stretches of so many days lie from their neighbours; of the longest that there are enough of."""
MEDIAN_OF_SQUARES = 0.4549
"""Of a standard normal variable."""


class Series(NamedTuple):
    """Day by day (rows), how many could have done it and how many did, each by where they came from (columns)."""

    could: Counts
    did: Counts


class Off(NamedTuple):
    """The days on which anybody could, how far each lies from what is usual, with its variance. They sum to nothing."""

    day: Counts
    by: Floats
    variance: Floats


class Turn(NamedTuple):
    """A change between day `at` - 1 and day `at`; first, stop: the days around it in which nothing else changed."""

    first: int
    at: int
    stop: int
    chance: float


def turns(many: Sequence[Series]) -> list[list[Turn]]:
    """For each series its changes in order of time (binary segmentation; Benjamini and Hochberg over the series)."""
    restless = [unrest(off(one.could, one.did)) for one in many]
    first = [best_turn(one, 0, len(one.could), wild) for one, wild in zip(many, restless, strict=True)]
    chances = np.array([1.0 if found is None else found.chance for found in first])
    named = kept(chances, FALSE)
    level = FALSE * max(int(named.sum()), 1) / max(len(many), 1)
    return [
        _settled(one, level, wild) if is_named and len(one.could) >= SHORT else []
        for one, is_named, wild in zip(many, named, restless, strict=True)
    ]


def _settled(one: Series, level: float, restless: float) -> list[Turn]:
    """Splits while a split is sure, then looks again for each between its neighbours."""
    cuts, open_ = [], [(0, len(one.could))]
    while open_:
        begin, stop = open_.pop()
        found = best_turn(one, begin, stop, restless)
        if found is not None and found.chance <= level:
            cuts.append(found.at)
            open_ += [(begin, found.at), (found.at, stop)]
    cuts.sort()
    edges = [0, *cuts, len(one.could)]
    settled = []
    for place in range(1, len(edges) - 1):
        found = best_turn(one, edges[place - 1], edges[place + 1], restless)
        if found is not None and found.chance <= level and abs(after(one, found) - before(one, found)) >= LEAST:
            settled.append(found)
            edges[place] = found.at
    return settled


def after(one: Series, turn: Turn) -> float:
    """The share since a change."""
    return float(one.did[turn.at : turn.stop].sum() / max(one.could[turn.at : turn.stop].sum(), 1))


def before(one: Series, turn: Turn) -> float:
    """What the share would be since then, had all who came the same way done as those did before.

    >>> mail_less = Series(np.array([[90, 10], [50, 50]]), np.array([[45, 10], [25, 50]]))
    >>> before(mail_less, Turn(0, 1, 2, 0.0)), after(mail_less, Turn(0, 1, 2, 0.0))
    (0.75, 0.75)
    """
    could, did = one.could[turn.first : turn.at].sum(0), one.did[turn.first : turn.at].sum(0)
    share = np.where(could > 0, did / np.maximum(could, 1), did.sum() / max(could.sum(), 1))
    since = one.could[turn.at : turn.stop].sum(0)
    return float(since @ share / max(since.sum(), 1))


def best_turn(one: Series, begin: int, stop: int, restless: float = 1.0) -> Turn | None:
    """The day in these that parts them most surely, and how easily chance would do as much somewhere among them.

    restless: the variance of the whole series, as a multiple of chance's. The chance of the largest of all splits is
    Miller and Siegmund's ("Maximally selected chi square statistics", 1982).
    """
    could = one.could[begin:stop]
    found = off(could, one.did[begin:stop])
    many, whole = len(found.day), float(found.variance.sum())
    if many <= 2 * SIDE or whole <= 0:
        return None
    days, trials = np.arange(1, many), np.cumsum(could.sum(1)[found.day])[:-1]
    fits = (days >= SIDE) & (many - days >= SIDE) & (trials >= TRIALS) & (could.sum() - trials >= TRIALS)
    if not fits.any():
        return None
    share = (np.cumsum(found.variance)[:-1] / whole)[fits]
    wild = max(restless, daily_unrest(found))
    z = np.abs(np.cumsum(found.by)[:-1][fits]) / np.sqrt(wild * whole * share * (1 - share))
    best = int(z.argmax())
    chance = largest_by_chance(float(z[best]), float(share[0]), float(share[-1]))
    return Turn(begin, begin + int(found.day[days[fits][best]]), stop, chance)


def off(could: Counts, did: Counts) -> Off:
    """How many more did it each day than would have, had each done as is usual where they came from and that weekday.

    >>> many = np.array([[10, 10], [10, 30], [10, 10]])
    >>> off(many, np.array([[5, 9], [5, 27], [5, 9]])).by.round(6).tolist()
    [0.0, 0.0, 0.0]
    """
    share = did.sum(0) / np.maximum(could.sum(0), 1)
    variance = could @ (share * (1 - share))
    day = np.flatnonzero(variance > 0)
    by, variance = (did.sum(1) - could @ share)[day], variance[day]
    if not len(day):
        return Off(day, by, variance)
    weekday = day % WEEK if len(could) >= SHORT else np.zeros(len(day), dtype=np.int64)
    by = by - variance * (_sums(weekday, by) / np.maximum(_sums(weekday, variance), 1e-12))[weekday]
    error = np.sqrt(variance)
    by = np.clip(by / error, -WILD, WILD) * error
    return Off(day, by - variance * by.sum() / variance.sum(), variance)


def unrest(found: Off) -> float:
    """The variance of what is off, as a multiple of chance's: from day to day or from month to month, what is more.

    A number that rises and falls with the season must move further to be named. Stretches are compared with their
    neighbours, and the middle of all such differences counts: a change of level parts one pair of many.
    """
    told = [daily_unrest(found)]
    for days in BLOCKS:
        blocks = len(found.day) // days
        if blocks >= FEW_BLOCKS:
            place = np.arange(len(found.day)) * blocks // len(found.day)
            by, variance = _sums(place, found.by), _sums(place, found.variance)
            gaps = np.diff(by / variance) ** 2 / (1 / variance[1:] + 1 / variance[:-1])
            told.append(float(np.median(gaps)) / MEDIAN_OF_SQUARES)
            break
    return max(told)


def daily_unrest(found: Off) -> float:
    """How much more days differ than by chance (Pearson's dispersion); 1 at the least."""
    whole = float(found.variance.sum())
    return max(1.0, float((found.by**2).sum()) / whole) if whole > 0 else 1.0


def _sums(place: Counts, values: Floats) -> Floats:
    return np.bincount(place, weights=values).astype(np.float64)


def largest_by_chance(z: float, low: float, high: float) -> float:
    """The chance that the largest of all splits, between these shares of what is known, is as sure as z.

    >>> round(largest_by_chance(3.5, 0.05, 0.95), 3), largest_by_chance(0.5, 0.1, 0.9)
    (0.018, 1.0)
    """
    if z <= 1.0:
        return 1.0
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    ways = math.log(high * (1 - low) / (low * (1 - high))) if low < high else 0.0
    return min(1.0, density * ((z - 1 / z) * ways + 4 / z))
