"""The customers' order of things: what usually comes before what, however often they turn back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.eventual import eventual_pairs
from cesta.kernels.pairs import joined, pair_counts

Places = NDArray[np.int64]
Table = NDArray[np.float64]
USUAL = 2.0
"""What is usual weighs as much as so many journeys: little, but enough where none says anything."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Of kinds, by place. before[a, b]: journeys and visits in which a comes before b on the whole.

    flow[a, b]: how often b directly follows a other than a; reached: journeys with it. ends: journeys that end with it.
    begins: journeys that begin with it. waited: median seconds from a journey's start to its first.
    """

    before: Table
    flow: Table
    reached: Places
    begins: Places
    ends: Places
    waited: Table
    journeys: int


def ways(kind: Places, times: Places, journey: Places, visit: Places, size: int) -> Ways:
    """Follows each journey and each visit; events of no kind (-1) are passed over."""
    known = kind >= 0
    kind, times, journey, visit = kind[known], times[known], journey[known], visit[known]
    kept = joined(kind, journey, False)
    counts, _, _ = pair_counts(kind[kept], _offsets(journey[kept]), size)
    first, seconds = _firsts(kind, times, journey, size)
    return Ways(
        before=(votes(kind, journey, size) + votes(kind, visit, size)).astype(np.float64),
        flow=counts[:size, :size].astype(np.float64),
        reached=np.bincount(first, minlength=size),
        begins=counts[size, :size],
        ends=counts[:size, size + 1],
        waited=np.array(
            [float(np.median(seconds[first == one])) if (first == one).any() else 0 for one in range(size)]
        ),
        journeys=len(_offsets(journey)) - 1,
    )


def votes(kind: Places, unit: Places, size: int) -> Places:
    """In how many units a comes before b, each unit with one vote: by the mean place of its a's and b's.

    So what is merely frequent does not look early, and a loop does not outvote those who walk straight. `unit` ascends.

    >>> votes(np.array([0, 1, 0, 1, 2]), np.array([0, 0, 0, 0, 0]), 3).tolist()
    [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
    """
    if not len(kind):
        return np.zeros((size, size), dtype=np.int64)
    offsets = _offsets(unit)
    dense = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    place = np.arange(len(kind)) - offsets[:-1][dense]
    keys, first, which, counts = np.unique(
        dense * size + kind, return_index=True, return_inverse=True, return_counts=True
    )
    mean = np.bincount(which, place) / counts
    sorted_ = np.lexsort((first, mean, keys // size))
    count, _, _ = eventual_pairs(keys[sorted_] % size, np.arange(len(keys)), _offsets(keys // size), size)
    found: Places = count
    return found


def _firsts(kind: Places, times: Places, journey: Places, size: int) -> tuple[Places, Table]:
    """The first of each kind in each journey: its kind, and how long after the journey's start."""
    offsets = _offsets(journey)
    dense = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    keys, first = np.unique(dense * max(size, 1) + kind, return_index=True)
    return keys % max(size, 1), (times[first] - times[offsets[:-1]][dense[first]]) / 1e6


def _median(values: Table) -> float:
    return float(np.median(values)) if len(values) else 0.0


def _offsets(unit: Places) -> Places:
    return np.append(np.flatnonzero(np.diff(unit, prepend=-1)), len(unit)).astype(np.int64)


def in_order(found: Ways, usual: Sequence[int | None]) -> list[int]:
    """All kinds, first to last. `usual`: where each usually comes, if that is known.

    Begins with how much comes before each, then moves one at a time while more journeys agree with the order.
    """
    size = len(usual)
    before = found.before + _usually(usual)
    both = before + before.T
    share = np.divide(before, both, out=np.full_like(before, 0.5), where=both > 0)
    weight = np.sqrt(both)
    total = weight.sum(axis=0)
    late = np.divide((weight * share).sum(axis=0), total, out=np.full(size, 0.5), where=total > 0)
    order = sorted(range(size), key=lambda one: (late[one], one))
    gain = (share - 0.5) * weight
    for _ in range(size):
        moved = _improved(order, gain)
        if moved == order:
            break
        order = moved
    return order


def sureness(found: Ways) -> Table:
    """How sure the place of each is: 1 where all journeys agree what comes before it, 0 where they are divided.

    >>> found = ways(*(np.array(part) for part in ([0, 1, 1, 0], [1, 2, 3, 4], [0, 0, 1, 1], [0, 0, 1, 1])), 2)
    >>> sureness(found).tolist()
    [0.0, 0.0]
    """
    both = found.before + found.before.T
    one_way = np.abs(found.before - found.before.T)
    sure: Table = np.divide(one_way.sum(0), both.sum(0), out=np.zeros(len(both)), where=both.sum(0) > 0)
    return sure


def _usually(usual: Sequence[int | None]) -> Table:
    """A few votes for what is usual, where that is known of both."""
    places = np.array([-1 if place is None else place for place in usual])
    known = places >= 0
    usually = (places[:, None] < places[None, :]) & known[:, None] & known[None, :]
    return np.where(usually, USUAL, 0.0)


def _improved(order: list[int], gain: Table) -> list[int]:
    """Each one in turn is put where most agree; ties leave it where it is."""
    for one in list(order):
        at = order.index(one)
        rest = order[:at] + order[at + 1 :]
        after = np.concatenate(([0.0], np.cumsum(gain[rest, one] - gain[one, rest])))
        best = int(np.argmax(after))
        if after[best] > after[at] + 1e-9:
            order = [*rest[:best], one, *rest[best:]]
    return order
