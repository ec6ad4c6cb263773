"""Replies laid out as rungs: sums and tails agree with counting by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.replies import Replies, replies_of

FIRSTS = np.array([0, 2, 5])
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=60)


def replies(pairs: list[tuple[int, int]]) -> Replies:
    owner, answers = (np.array([pair[at] for pair in pairs], np.int64) for at in (0, 1))
    return replies_of(owner, answers, 6, FIRSTS)


def table(found: Replies) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    counts = np.zeros((found.size, 5), np.int64)
    counts[np.repeat(np.arange(found.size), np.diff(found.offsets)), found.answers] = found.counts
    return counts


@given(PAIRS)
def test_each_pair_counts_once(pairs: list[tuple[int, int]]) -> None:
    counts = table(replies(pairs))
    for unit in range(6):
        for answer in range(5):
            assert counts[unit, answer] == pairs.count((unit, answer))


@given(PAIRS, st.lists(st.integers(0, 5), max_size=8))
def test_units_can_be_taken_in_any_order(pairs: list[tuple[int, int]], units: list[int]) -> None:
    found = replies(pairs)
    assert table(found.take(np.array(units, np.int64))).tolist() == table(found)[units].tolist()


@given(PAIRS, st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_tails_weigh_those_who_stand_higher(pairs: list[tuple[int, int]], weights: list[float]) -> None:
    found = replies(pairs)
    counts = table(found)
    both = np.concatenate((counts, np.stack([counts[:, :2].sum(axis=1), counts[:, 2:].sum(axis=1)], axis=1)), axis=1)
    ladder = found.ladder
    tails = ladder.tails(np.array(weights))
    for rung, thing in enumerate(ladder.thing_of.tolist()):
        higher = both[:, thing] > ladder.height[rung]
        assert np.isclose(tails[rung], np.array(weights)[higher].sum())


@given(PAIRS)
def test_sums_go_over_the_rungs_a_unit_stands_on(pairs: list[tuple[int, int]]) -> None:
    found = replies(pairs)
    ladder = found.ladder
    sums = ladder.sums(ladder.height.astype(np.float64))
    assert sums.tolist() == (2.0 * table(found).sum(axis=1)).tolist()
