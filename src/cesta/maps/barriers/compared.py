"""Two kinds of moments compared fairly: like with like, customers as witnesses, many comparisons counted."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.many import two_sided

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
Z95 = 1.959963984540054


class Contrast(NamedTuple):
    """How much more often it happened where exposed. n1, n0: moments on both sides that could be compared; k1, k0: of
    them, those where it happened. weight: how many pairs of like moments the difference rests on."""

    difference: float
    low: float
    high: float
    z: float
    n1: int
    k1: int
    n0: int
    k0: int
    weight: float

    @property
    def chance(self) -> float:
        return two_sided(self.z)


NOTHING = Contrast(0.0, 0.0, 0.0, 0.0, 0, 0, 0, 0, 0.0)


def contrast(exposed: Mask, happened: Mask, strata: Places, cluster: Places) -> Contrast:
    """The difference of shares within strata (Mantel and Haenszel 1959), each stratum by the pairs it can give.

    The interval lets moments of one cluster hang together in any way.

    >>> exposed, happened = np.array([True, True, False, False]), np.array([True, True, True, False])
    >>> contrast(exposed, happened, np.zeros(4, int), np.arange(4)).difference
    0.5
    """
    if not len(exposed):
        return NOTHING
    _, strata = np.unique(strata, return_inverse=True)
    size = int(strata.max()) + 1
    n1 = np.bincount(strata[exposed], minlength=size).astype(np.float64)
    n0 = np.bincount(strata[~exposed], minlength=size).astype(np.float64)
    k1 = np.bincount(strata[exposed & happened], minlength=size).astype(np.float64)
    k0 = np.bincount(strata[~exposed & happened], minlength=size).astype(np.float64)
    both = (n1 > 0) & (n0 > 0)
    if not both.any():
        return NOTHING
    whole = np.where(both, n1 + n0, 1.0)
    weight = np.where(both, n1 * n0 / whole, 0.0)
    total = float(weight.sum())
    difference = float(np.where(both, (k1 * n0 - k0 * n1) / whole, 0.0).sum()) / total
    pulled = _pull(exposed, happened, strata, (n1, k1, n0, k0), difference)
    error = float(np.sqrt((np.bincount(cluster, weights=pulled) ** 2).sum())) / total
    z = difference / error if error > 0 else 0.0
    seen = [int(part[both].sum()) for part in (n1, k1, n0, k0)]
    edges = difference - Z95 * error, difference + Z95 * error
    return Contrast(difference, *edges, z, seen[0], seen[1], seen[2], seen[3], total)


def _pull(
    exposed: Mask, happened: Mask, strata: Places, sums: tuple[NDArray[np.float64], ...], difference: float
) -> NDArray[np.float64]:
    """How far each moment pulls its stratum's difference from the one of all."""
    n1, k1, n0, k0 = sums
    whole, usable = np.maximum(n1 + n0, 1.0), (n1 > 0) & (n0 > 0)
    rate1, rate0 = k1 / np.maximum(n1, 1.0), k0 / np.maximum(n0, 1.0)
    own = np.where(exposed, happened - rate1[strata], rate0[strata] - happened)
    own = own * np.where(exposed, (n0 / whole)[strata], (n1 / whole)[strata])
    shared = n1 * n0 / whole**2 * (rate1 - rate0 - difference)
    return np.where(usable[strata], own + shared[strata], 0.0)


def kept(chances: NDArray[np.float64], false: float) -> Mask:
    """Those that are named so that at most this share of them is expected to be chance (Benjamini, Hochberg 1995).

    >>> kept(np.array([0.001, 0.5, 0.02]), 0.05).tolist()
    [True, False, True]
    """
    order = np.argsort(chances, kind="stable")
    below = np.flatnonzero(chances[order] <= false * np.arange(1, len(chances) + 1) / max(len(chances), 1))
    found = np.zeros(len(chances), np.bool_)
    if len(below):
        found[order[: below[-1] + 1]] = True
    return found
