"""Order by votes of journeys: agrees with counting pairs by hand, and with whoever walks straight."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.order import Ways, in_order, votes, ways

UNITS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=8), min_size=1, max_size=12)


def flat(units: list[list[int]]) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
    kind = np.array([one for unit in units for one in unit], dtype=np.int64)
    unit = np.repeat(np.arange(len(units)), [len(unit) for unit in units])
    return kind, unit


def by_hand(units: list[list[int]], size: int) -> list[list[int]]:
    count = [[0] * size for _ in range(size)]
    for unit in units:
        mean = {
            one: (sum(at for at, x in enumerate(unit) if x == one) / unit.count(one), unit.index(one)) for one in unit
        }
        for a in mean:
            for b in mean:
                count[a][b] += mean[a] < mean[b]
    return count


@given(UNITS)
def test_each_unit_votes_once_for_each_pair(units: list[list[int]]) -> None:
    kind, unit = flat(units)
    found = votes(kind, unit, 5)
    assert found.tolist() == by_hand(units, 5)
    both = found + found.T
    for a in range(5):
        for b in range(5):
            if a != b:
                assert both[a, b] == sum(a in one and b in one for one in units)


def seen(units: list[list[int]], size: int) -> Ways:
    kind, unit = flat(units)
    return ways(kind, np.arange(len(kind)) * 60_000_000, unit, unit, size)


@given(UNITS)
def test_counts_of_journeys(units: list[list[int]]) -> None:
    found = seen(units, 5)
    assert found.journeys == len(units)
    assert found.reached.tolist() == [sum(one in unit for unit in units) for one in range(5)]
    assert found.begins.tolist() == [sum(unit[0] == one for unit in units) for one in range(5)]
    assert found.ends.tolist() == [sum(unit[-1] == one for unit in units) for one in range(5)]
    follows = [(a, b) for unit in units for a, b in pairwise(unit) if a != b]
    assert int(found.flow.sum()) == len(follows)


@given(st.permutations(range(5)), st.data())
def test_straight_walks_give_their_order(order: list[int], data: st.DataObject) -> None:
    walks = data.draw(st.lists(st.lists(st.sampled_from(range(5)), min_size=1, unique=True), max_size=10))
    units = [sorted(walk, key=order.index) for walk in walks]
    assert in_order(seen([order, *units], 5), [None] * 5) == order


def test_what_is_frequent_is_not_early_for_it() -> None:
    units = [[0, 0, 1, 0, 0]] * 5 + [[1, 0, 0]] * 6
    assert in_order(seen(units, 2), [None, None]) == [1, 0]


def test_without_evidence_the_usual_order() -> None:
    assert in_order(seen([[0], [1], [2]], 3), [30, 10, 20]) == [1, 2, 0]
