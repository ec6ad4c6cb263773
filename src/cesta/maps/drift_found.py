"""Where a share changed, day by day: change points that chance does not explain, over all series together."""

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
WEEK, WEEKS = 7, 4
SHORT = 28
"""A series of fewer days says nothing yet of what is usual."""


class Series(NamedTuple):
    """Day by day, how many could have done it and how many did."""

    could: Counts
    did: Counts


class Turn(NamedTuple):
    """A change between day `at` - 1 and day `at`; first, stop: the days around it in which nothing else changed."""

    first: int
    at: int
    stop: int
    chance: float


def turns(many: Sequence[Series]) -> list[list[Turn]]:
    """For each series its changes in order of time (binary segmentation; Benjamini and Hochberg over the series)."""
    first = [best_turn(one, 0, len(one.could)) for one in many]
    chances = np.array([1.0 if found is None else found.chance for found in first])
    named = kept(chances, FALSE)
    level = FALSE * max(int(named.sum()), 1) / max(len(many), 1)
    return [
        _settled(one, level) if is_named and len(one.could) >= SHORT else []
        for one, is_named in zip(many, named, strict=True)
    ]


def _settled(one: Series, level: float) -> list[Turn]:
    """Splits while a split is sure, then looks again for each between its neighbours."""
    cuts, open_ = [], [(0, len(one.could))]
    while open_:
        begin, stop = open_.pop()
        found = best_turn(one, begin, stop)
        if found is not None and found.chance <= level:
            cuts.append(found.at)
            open_ += [(begin, found.at), (found.at, stop)]
    cuts.sort()
    edges = [0, *cuts, len(one.could)]
    settled = []
    for place in range(1, len(edges) - 1):
        found = best_turn(one, edges[place - 1], edges[place + 1])
        if found is not None and found.chance <= level and abs(_gap(one, found)) >= LEAST:
            settled.append(found)
            edges[place] = found.at
    return settled


def _gap(one: Series, turn: Turn) -> float:
    before, after = slice(turn.first, turn.at), slice(turn.at, turn.stop)
    return float(
        one.did[after].sum() / max(one.could[after].sum(), 1) - one.did[before].sum() / max(one.could[before].sum(), 1)
    )


def best_turn(one: Series, begin: int, stop: int) -> Turn | None:
    """The day in these that parts them most surely, and how easily chance would do as much somewhere among them.

    Days are compared by rank, each against its weekday's share: one wild day counts no more than any other. The chance
    of the largest of all splits is Miller and Siegmund's ("Maximally selected chi square statistics", 1982).
    """
    could, did = one.could[begin:stop].astype(np.float64), one.did[begin:stop].astype(np.float64)
    there, rank = ranks(could, did)
    many = len(rank)
    spread = float(rank.var()) if many else 0.0
    if many <= 2 * SIDE or spread <= 0:
        return None
    days, trials = np.arange(1, many), np.cumsum(could[there])[:-1]
    fits = (days >= SIDE) & (many - days >= SIDE) & (trials >= TRIALS) & (could.sum() - trials >= TRIALS)
    if not fits.any():
        return None
    at = days[fits]
    lead = np.cumsum(rank - rank.mean())[:-1][fits]
    z = np.abs(lead) / np.sqrt(at * (many - at) / (many - 1) * spread)
    best = int(z.argmax())
    chance = largest_by_chance(float(z[best]), at[0] / many, at[-1] / many)
    return Turn(begin, begin + int(there[at[best]]), stop, chance)


def ranks(could: Floats, did: Floats) -> tuple[Counts, Floats]:
    """The days on which anybody could, and for each its rank among them by how far it lies from its weekday's share.

    >>> day, rank = ranks(np.array([10.0, 0.0, 10.0, 10.0]), np.array([5.0, 0.0, 9.0, 5.0]))
    >>> day.tolist(), rank.tolist()
    ([0, 2, 3], [1.5, 3.0, 1.5])
    """
    weekday = np.arange(len(could)) % WEEK if len(could) >= WEEK * WEEKS else np.zeros(len(could), dtype=np.int64)
    wholes = np.bincount(weekday, weights=could)
    share = (np.bincount(weekday, weights=did) / np.maximum(wholes, 1.0))[weekday]
    variance = could * share * (1 - share)
    there = np.flatnonzero(variance > 0)
    far = ((did - could * share)[there] / np.sqrt(variance[there])).round(9)
    _, place, count = np.unique(far, return_inverse=True, return_counts=True)
    return there, (np.cumsum(count) - (count - 1) / 2)[place]


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
