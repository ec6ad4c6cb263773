"""Pairs of neighbours against a plain count."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.pairs import joined, pair_counts, units_with_pair

JOURNEYS = st.lists(st.lists(st.integers(0, 2), max_size=6), min_size=1, max_size=6)


@given(JOURNEYS)
def test_counts_units_and_squares(journeys: list[list[int]]) -> None:
    offsets = np.cumsum([0, *map(len, journeys)])
    nodes = np.array([node for journey in journeys for node in journey], np.int64)
    count, units, squares = pair_counts(nodes, offsets, 3)
    seen = [Counter(pairwise([3, *journey, 4])) if journey else Counter() for journey in journeys]
    for a in range(5):
        for b in range(5):
            each = [one[a, b] for one in seen]
            assert count[a, b] == sum(each)
            assert units[a, b] == sum(n > 0 for n in each)
            assert squares[a, b] == sum(n * n for n in each)
            wanted = [unit for unit, n in enumerate(each) if n]
            assert units_with_pair(nodes, offsets, a, b, 3).tolist() == wanted


def test_of_a_run_the_last_or_the_first() -> None:
    nodes, owners = np.array([1, 1, 1, 2, 1, 1]), np.array([0, 0, 0, 0, 0, 1])
    assert joined(nodes, owners, keep_last=True).tolist() == [False, False, True, True, True, True]
    assert joined(nodes, owners, keep_last=False).tolist() == [True, False, False, True, True, True]
    assert joined(nodes[:0], owners[:0], keep_last=True).tolist() == []
