"""Alignments with a plain sequence against the longest common subsequence; distances against walking."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.alignment import FAR, cheapest_alignments, step_distances

LETTERS = st.lists(st.integers(0, 2), max_size=6)


@settings(deadline=None)
@given(wanted=LETTERS, journeys=st.lists(LETTERS, min_size=1, max_size=4), dear=st.sampled_from([1, 2, 5]))
def test_the_least_cost_keeps_most_in_common(wanted: list[int], journeys: list[list[int]], dear: int) -> None:
    size = len(wanted) + 1
    distances = step_distances(np.eye(size, k=1, dtype=np.bool_))
    steps, ending = np.array([-2, *wanted], np.int64), np.arange(size - 1, -1, -1)
    offsets = np.cumsum([0, *map(len, journeys)])
    events = np.array([one for journey in journeys for one in journey], np.int64)
    costs, served = cheapest_alignments(offsets, events, steps, distances, ending, 1.0, float(dear))
    for place, journey in enumerate(journeys):

        @cache
        def common(i: int, k: int, journey: tuple[int, ...] = tuple(journey)) -> int:
            if i == len(journey) or k == len(wanted):
                return 0
            both = 1 + common(i + 1, k + 1) if journey[i] == wanted[k] else 0
            return max(both, common(i + 1, k), common(i, k + 1))

        kept = common(0, 0)
        assert costs[place] == len(journey) - kept + dear * (len(wanted) - kept)
        mine = served[offsets[place] : offsets[place + 1]]
        done = mine[mine > 0].tolist()
        assert len(done) == kept
        assert done == sorted(set(done))
        assert [one for one, step in zip(journey, mine, strict=True) if step > 0] == [wanted[k - 1] for k in done]


@given(edges=st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_distances_are_the_fewest_steps(edges: set[tuple[int, int]]) -> None:
    follows = np.zeros((5, 5), np.bool_)
    for a, b in edges:
        follows[a, b] = True
    found = step_distances(follows)
    for begin in range(5):
        seen: dict[int, int] = {}
        edge, walked = {begin}, 0
        while edge:
            walked += 1
            edge = {b for a, b in edges if a in edge and b not in seen}
            seen |= dict.fromkeys(edge, walked)
        assert found[begin].tolist() == [seen.get(end, FAR) for end in range(5)]
