"""Texts that mean about the same, put together: as many groups as there are, and none where there are none."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.voice.scores import Floats

Ints = NDArray[np.int64]
DECIDING = 2000
"""So many texts decide which groups there are; further ones are put to the nearest."""
FEWEST, LEVELS, NULLS, SEED = 3, 60, 3, 8
WORSE = 0.05
"""The share of a group's deciding texts that lie so far out that another text there belongs to none."""
NONE = -1


class Merge(NamedTuple):
    """Two groups, by their first texts, that become one, and how alike they are on average."""

    one: int
    other: int
    alike: float


def merges(points: Floats) -> list[Merge]:
    """Which texts and groups go together one after the other, the most alike first: the mean over all pairs counts.

    >>> merges(np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32))[0][:2]
    (1, 2)
    """
    alike = (points @ points.T).astype(np.float64)
    np.fill_diagonal(alike, -np.inf)
    sizes, left = np.ones(len(points)), np.ones(len(points), bool)
    found: list[Merge] = []
    chain: list[int] = []
    while len(found) < len(points) - 1:
        if not chain:
            chain.append(int(left.argmax()))
        last = chain[-1]
        nearest = int(alike[last].argmax())
        # Of equally near ones the one before wins, or the chain would go round for ever.
        if len(chain) > 1 and alike[last, chain[-2]] >= alike[last, nearest]:
            one, other = sorted((chain.pop(), chain.pop()))
            found.append(Merge(one, other, float(alike[one, other])))
            _joined(alike, sizes, one, other)
            left[other] = False
        else:
            chain.append(nearest)
    return sorted(found, key=lambda merge: -merge.alike)


def _joined(alike: NDArray[np.float64], sizes: NDArray[np.float64], one: int, other: int) -> None:
    whole = sizes[one] + sizes[other]
    row = (sizes[one] * alike[one] + sizes[other] * alike[other]) / whole
    row[[one, other]] = -np.inf
    alike[one], alike[:, one] = row, row
    alike[other], alike[:, other] = -np.inf, -np.inf
    sizes[one] = whole


def cut(found: list[Merge], count: int, least: float, fewest: int = FEWEST) -> Ints:
    """The groups as they are before anything less alike goes together; those too small are none."""
    top = np.arange(count)

    def root(place: int) -> int:
        while top[place] != place:
            top[place] = top[top[place]]
            place = int(top[place])
        return place

    for merge in found:
        if merge.alike < least:
            break
        top[root(merge.other)] = root(merge.one)
    return _numbered(np.array([root(place) for place in range(count)]), fewest)


def _numbered(roots: Ints, fewest: int) -> Ints:
    """Groups by size, the biggest is 0; of equal ones the one with the first text."""
    kinds, first, which, sizes = np.unique(roots, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    numbers = np.full(len(kinds), NONE)
    kept = order[sizes[order] >= fewest]
    numbers[kept] = np.arange(len(kept))
    return np.asarray(numbers[which], np.int64)


def parted(points: Floats, groups: Ints) -> float:
    """How well groups are parted (the mean silhouette over cosines; texts of no group count 0): 1 is perfectly.

    >>> points = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
    >>> parted(points, np.array([0, 0, 1, 1])), parted(points, np.array([-1, -1, -1, -1]))
    (1.0, 0.0)
    """
    count = int(groups.max(initial=NONE)) + 1
    if count < 2:
        return 0.0
    sums = np.zeros((count, points.shape[1]))
    some = np.flatnonzero(groups >= 0)
    np.add.at(sums, groups[some], points[some])
    sizes = np.bincount(groups[some], minlength=count)
    to_each = points[some] @ sums.T
    rows, own = np.arange(len(some)), groups[some]
    near = 1 - (to_each[rows, own] - 1) / (sizes[own] - 1)
    to_each /= sizes
    to_each[rows, own] = -np.inf
    far = 1 - to_each.max(axis=1)
    worth = (far - near) / np.maximum(np.maximum(far, near), 1e-9)
    return float(worth.sum() / len(points))


def best_cut(points: Floats, fewest: int = FEWEST) -> tuple[Ints, float]:
    """The groups at the level where they are parted best, and how well."""
    found = merges(points)
    heights = np.array([merge.alike for merge in found])
    levels = np.unique(np.quantile(heights, np.linspace(0, 1, LEVELS)))
    tried = [cut(found, len(points), float(level), fewest) for level in levels]
    scores = [round(parted(points, groups), 9) for groups in tried]
    best = int(np.argmax(scores))
    return tried[best], scores[best]


def by_chance(points: Floats, fewest: int = FEWEST) -> float:
    """How well groups seem to be parted at most where there are none: points drawn at random, spread alike."""
    random = np.random.default_rng(SEED)
    found = 0.0
    for _ in range(NULLS):
        drawn = random.standard_normal((len(points), len(points))).astype(np.float32) @ points
        drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
        found = max(found, best_cut(drawn, fewest)[1])
    return found


def fewest_of(texts: int) -> int:
    """How many texts a group has at least: more of more texts, or each way of saying a thing would be a group.

    >>> [fewest_of(texts) for texts in (20, 200, 2000)]
    [3, 7, 22]
    """
    return max(FEWEST, round(sqrt(texts) / 2))


def grouped(points: Floats, deciding: int = DECIDING) -> Ints:
    """The group of each text, the biggest is 0 and -1 is none. The first ones decide (2,000 at most): mix them."""
    first = points[: min(deciding, DECIDING)]
    if len(first) < 2 * FEWEST:
        return np.full(len(points), NONE)
    fewest = fewest_of(len(first))
    groups, worth = best_cut(first, fewest)
    if worth <= by_chance(first, fewest):
        return np.full(len(points), NONE)
    return _everybody(points, groups)


def _everybody(points: Floats, groups: Ints) -> Ints:
    """Those in a group stay; of the others each goes to the nearest, unless it lies farther out than nearly all."""
    middles = middles_of(points[: len(groups)], groups)
    near = points @ middles.T
    decided = np.flatnonzero(groups >= 0)
    least = float(np.quantile(near[decided, groups[decided]], WORSE))
    nearest = near.argmax(axis=1)
    told = np.where(near[np.arange(len(points)), nearest] >= least, nearest, NONE)
    told[decided] = groups[decided]
    return _numbered_again(told)


def _numbered_again(groups: Ints) -> Ints:
    some = groups >= 0
    told = np.full(len(groups), NONE)
    told[some] = _numbered(groups[some], FEWEST)
    return told


def middles_of(points: Floats, groups: Ints) -> Floats:
    """The middle of each group, of length 1."""
    count = int(groups.max(initial=NONE)) + 1
    sums = np.zeros((count, points.shape[1]), np.float32)
    some = groups >= 0
    np.add.at(sums, groups[some], points[some])
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), np.float32)
