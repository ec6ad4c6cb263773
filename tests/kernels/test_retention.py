"""Cells of cohorts against sets."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.retention import RETURN, START, cohort_cells

EVENTS = st.lists(st.tuples(st.integers(-1, 6), st.booleans(), st.booleans()), max_size=10)


@settings(deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=5), st.booleans(), st.integers(1, 2))
def test_cells(journeys: list[list[tuple[int, bool, bool]]], rolling: bool, least: int) -> None:
    journeys = [sorted(journey, key=lambda one: one[0]) for journey in journeys]
    flat = [one for journey in journeys for one in journey]
    interval = np.array([one[0] for one in flat], np.int64)
    kinds = np.array([one[1] * START | one[2] * RETURN for one in flat], np.uint8)
    offsets = np.cumsum([0, *map(len, journeys)])
    marks, walked, rules = np.arange(4, dtype=np.uint8), (interval, offsets[:-1], offsets[1:]), (False, rolling, least)
    found = cohort_cells(kinds, marks, walked, np.arange(6), np.arange(6), (5, 5), rules)
    for row in range(5):
        for cell in range(5 - row):
            members = 0
            for journey in journeys:
                back = {k for k in range(5) if sum(one[2] for one in journey if one[0] == k) >= least}
                met = cell == 0 or any(row + k in back for k in (range(cell, 9) if rolling else [cell]))
                members += any(one[0] == row and one[1] for one in journey) and met
            assert found[row, cell] == members
