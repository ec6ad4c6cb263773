"""The rule of what counts, against the same told in words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.rule import ASK, REPLACE, what_counts

groups = st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=5), max_size=6)


@given(groups)
def test_the_rule_is_the_one_in_words(given_groups: list[list[tuple[int, int]]]) -> None:
    ids = [number for number, group in enumerate(given_groups) for _ in group]
    rows = [row for group in given_groups for row in group]
    counts, waits = what_counts(
        np.array(ids, np.int64), np.array([c for c, _ in rows], np.uint64), np.array([d for _, d in rows], np.int8)
    )
    expected_counts, expected_waits = [], []
    for group in given_groups:
        winner = 0
        waiting = [False]
        for place, (content, decision) in enumerate(group[1:], start=1):
            differs = content != group[winner][0]
            waiting.append(differs and decision == ASK)
            if differs and decision == REPLACE:
                winner = place
        expected_counts += [place == winner for place in range(len(group))]
        expected_waits += waiting
    assert (counts.tolist(), waits.tolist()) == (expected_counts, expected_waits)
