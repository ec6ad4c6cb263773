"""Groups: those that are there are found, whatever their number; where there are none, none are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.scores import Floats
from cesta.voice.themes_grouped import NONE, cut, grouped, merges


def around(groups: int, each: int, strays: int, spread: float, seed: int = 1) -> Floats:
    """Points around middles in 60 dimensions, and strays; mixed."""
    random = np.random.default_rng(seed)
    middles = random.standard_normal((groups, 60))
    points = np.repeat(middles, each, axis=0) + spread * random.standard_normal((groups * each, 60))
    points = np.vstack([points, random.standard_normal((strays, 60))])
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize(("groups", "each"), [(2, 10), (5, 8), (12, 6)])
def test_planted_groups_are_found_and_strays_left_out(groups: int, each: int) -> None:
    found = grouped(around(groups, each, 6, 0.5))
    planted = np.repeat(np.arange(groups), each)
    assert len(set(zip(planted.tolist(), found[: len(planted)].tolist(), strict=True))) == groups
    assert (found[len(planted) :] == NONE).sum() >= 5


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_there_is_nothing_nothing_is_found(seed: int) -> None:
    assert (grouped(around(0, 0, 120, 0, seed)) == NONE).all()


def test_a_few_points_are_no_groups() -> None:
    assert grouped(np.zeros((0, 60), np.float32)).tolist() == []
    assert grouped(around(1, 4, 0, 0.1)).tolist() == [NONE] * 4


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 12), st.integers(0, 1000))
def test_going_together_agrees_with_trying_every_pair(count: int, seed: int) -> None:
    points = around(0, 0, count, 0, seed)
    groups = [[at] for at in range(count)]
    heights = []
    while len(groups) > 1:
        pairs = [
            (float(np.mean(points[one].astype(float) @ points[other].astype(float).T)), at, to)
            for at, one in enumerate(groups)
            for to, other in enumerate(groups[:at])
        ]
        height, at, to = max(pairs)
        heights.append(height)
        groups[to] += groups.pop(at)
    found = merges(points)
    assert [merge.alike for merge in found] == pytest.approx(heights, abs=1e-5)
    assert cut(found, count, -2, fewest=1).tolist() == [0] * count
    assert sorted(cut(found, count, 2, fewest=1).tolist()) == list(range(count))
