"""Groups of things that are alike: each gathers around one of its own, its medoid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
GAIN = 1e-9
"""A swap must better the sum of distances by this much, so rounding can never make it go round in circles."""


def dice_distances(one: NDArray[np.float32], other: NDArray[np.float32]) -> Numbers:
    """How unlike sets are: 0 for the same, 1 when they share nothing (Dice 1945, Sørensen 1948).

    Each row says of every trait whether the set has it (1 or 0). All sums are of whole numbers, so they are exact
    and do not depend on the order of the traits.

    >>> have = np.array([[1, 1, 0], [1, 0, 0], [0, 0, 1]], np.float32)
    >>> dice_distances(have, have).round(3).tolist()
    [[0.0, 0.333, 1.0], [0.333, 0.0, 1.0], [1.0, 1.0, 0.0]]
    """
    shared = (one @ other.T).astype(np.float64)
    sizes = one.sum(axis=1, dtype=np.float64)[:, None] + other.sum(axis=1, dtype=np.float64)
    return np.asarray(1 - 2 * shared / np.maximum(sizes, 1) - (sizes == 0))


def medoids_of(distances: Numbers, k: int) -> Places:
    """The k things around which all others lie closest, ascending; `distances` between all pairs.

    Partitioning around medoids (Kaufman and Rousseeuw, "Finding Groups in Data", 1990): first each that helps most,
    then the best swap, until none helps; all swaps are weighed at once (Schubert and Rousseeuw, FastPAM1, 2019).

    >>> at = np.array([0.0, 1.0, 2.0, 10.0, 11.0, 12.0])
    >>> medoids_of(abs(at[:, None] - at), 2).tolist()
    [1, 4]
    """
    chosen = [int(distances.sum(axis=0).argmin())]
    while len(chosen) < k:
        nearest = distances[:, chosen].min(axis=1)
        chosen.append(int(np.minimum(distances, nearest[:, None]).sum(axis=0).argmin()))
    found = np.array(chosen, np.int64)
    while k > 1:
        apart = np.sort(distances[:, found], axis=1)
        mine = distances[:, found].argmin(axis=1)
        kept = np.minimum(distances, apart[:, :1])
        lost = np.minimum(distances, apart[:, 1:2]) - kept
        # sums[m, x]: all distances when thing x takes the place of medoid m
        sums = kept.sum(axis=0) + np.stack([lost[mine == m].sum(axis=0) for m in range(k)])
        m, x = np.unravel_index(sums.argmin(), sums.shape)
        if sums[m, x] > apart[:, 0].sum() - GAIN:
            break
        found[m] = x
    return np.sort(found)


def silhouette(distances: Numbers, labels: Places) -> float:
    """How much nearer things are to their own group than to the next, on average: from -1 to 1 (Rousseeuw 1987).

    >>> at = np.array([0.0, 1.0, 10.0, 11.0])
    >>> round(silhouette(abs(at[:, None] - at), np.array([0, 0, 1, 1])), 4)
    0.8997
    """
    k = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=k)
    sums = np.stack([distances[:, labels == group].sum(axis=1) for group in range(k)], axis=1)
    every = np.arange(len(labels))
    own = sums[every, labels] / np.maximum(sizes[labels] - 1, 1)
    others = sums / sizes
    others[every, labels] = np.inf
    nearest = others.min(axis=1)
    wider = np.maximum(own, nearest)
    value = np.where((sizes[labels] > 1) & (wider > 0), (nearest - own) / np.where(wider > 0, wider, 1), 0.0)
    return float(value.mean())
