"""Followers against the table that walks prepared paths."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.followers import followers
from cesta.kernels.pairs import pair_counts


@given(st.lists(st.lists(st.integers(0, 3), max_size=8), max_size=6))
def test_it_counts_what_the_prepared_paths_hold(journeys: list[list[int]]) -> None:
    node_of = np.array([1, -1, 0, 1], np.int32)
    codes = np.array([code for journey in journeys for code in journey], np.uint8)
    ends = np.cumsum([len(journey) for journey in journeys], dtype=np.int64)
    begins = ends - np.array([len(journey) for journey in journeys], np.int64)
    kept = [[int(node_of[code]) for code in journey if node_of[code] >= 0] for journey in journeys]
    nodes = np.array([node for journey in kept for node in journey], np.int64)
    offsets = np.cumsum([0, *map(len, kept)])
    assert (followers(codes, begins, ends, node_of, 2) == pair_counts(nodes, offsets, 2)[0]).all()
