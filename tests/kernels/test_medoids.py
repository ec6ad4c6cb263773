"""Medoids, silhouettes and distances against plain loops and Python's own sets."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.medoids import dice_distances, medoids_of, silhouette

SETS = st.lists(st.frozensets(st.integers(0, 5)), min_size=2, max_size=9)


def table(sets: list[frozenset[int]]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[trait in one for trait in range(6)] for one in sets], np.float32)


@given(sets=SETS)
def test_unlike_sets(sets: list[frozenset[int]]) -> None:
    found = dice_distances(table(sets), table(sets))
    for i, one in enumerate(sets):
        for j, other in enumerate(sets):
            both = len(one) + len(other)
            assert found[i, j] == pytest.approx(1 - 2 * len(one & other) / both if both else 0)
            assert (found[i, j] == 0) == (one == other)


@settings(deadline=None)
@given(sets=SETS, k=st.integers(1, 4))
def test_no_swap_is_better(sets: list[frozenset[int]], k: int) -> None:
    distances = dice_distances(table(sets), table(sets))
    k = min(k, len(set(sets)))

    def loss(medoids: set[int]) -> float:
        return sum(min(float(distances[one, m]) for m in medoids) for one in range(len(sets)))

    found = medoids_of(distances, k).tolist()
    assert found == sorted(set(found))
    assert len(found) == k
    best = loss(set(found))
    for gone in found:
        for come in range(len(sets)):
            assert loss(set(found) - {gone} | {come}) >= best - 1e-8


@settings(deadline=None)
@given(
    points=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2)), min_size=3, max_size=12).filter(
        lambda points: {group for _, group in points} == {0, 1, 2}
    )
)
def test_how_wide_the_gaps_are(points: list[tuple[int, int]]) -> None:
    values = []
    for i, (here, group) in enumerate(points):
        apart: dict[int, list[int]] = {0: [], 1: [], 2: []}
        for j, (there, other) in enumerate(points):
            if i != j:
                apart[other].append(abs(here - there))
        if not apart[group]:
            values.append(0.0)
            continue
        a = sum(apart[group]) / len(apart[group])
        b = min(sum(far) / len(far) for other, far in apart.items() if other != group)
        values.append((b - a) / max(a, b) if max(a, b) else 0.0)
    at = np.array([here for here, _ in points], np.float64)
    labels = np.array([group for _, group in points])
    assert silhouette(abs(at[:, None] - at), labels) == pytest.approx(sum(values) / len(values))


@pytest.mark.parametrize(
    ("places", "k"),
    [([0, 0.4, 1, 20, 20.5, 21.5, 50, 50.1, 53], 3), ([0, 1, 2, 10, 11, 12], 2), ([0, 3, 4, 5, 9, 30, 31, 35], 2)],
)
def test_the_best_of_all_where_groups_are_plain(places: list[float], k: int) -> None:
    # in the second, what helps most at first must give way later
    at = np.array(places, np.float64)
    distances = abs(at[:, None] - at)
    best = min(combinations(range(len(at)), k), key=lambda medoids: distances[:, medoids].min(axis=1).sum())
    assert medoids_of(distances, k).tolist() == list(best)
