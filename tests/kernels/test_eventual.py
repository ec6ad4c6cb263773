"""Pairs at any distance against all pairs written out."""

from __future__ import annotations

import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.eventual import eventual_pairs


@settings(deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 10**6)), max_size=6), min_size=1, max_size=5))
def test_all_ordered_pairs(journeys: list[list[tuple[int, int]]]) -> None:
    journeys = [sorted(journey, key=lambda one: one[1]) for journey in journeys]
    flat = [one for journey in journeys for one in journey]
    codes, times = (np.array([one[side] for one in flat], np.int64) for side in (0, 1))
    offsets = np.cumsum([0, *map(len, journeys)])
    count, mean, spread = eventual_pairs(codes, times * 1_000_000, offsets, 3)
    for a in range(3):
        for b in range(3):
            gaps = [
                later[1] - earlier[1]
                for journey in journeys
                for place, later in enumerate(journey)
                for earlier in journey[:place]
                if (earlier[0], later[0]) == (a, b)
            ]
            assert count[a, b] == len(gaps)
            if gaps:
                assert mean[a, b] == pytest.approx(statistics.mean(gaps), abs=1e-6)
                assert spread[a, b] == pytest.approx(statistics.pvariance(gaps) * len(gaps), rel=1e-6, abs=1e-3)
