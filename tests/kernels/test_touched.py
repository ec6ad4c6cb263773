"""Steps touched, bit by bit, against Python's own numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.touched import all_up_to, touch, touch_counts

RUNS = st.lists(st.integers(0, 2**60 - 1), max_size=20)


@given(RUNS, st.integers(1, 60))
def test_counts_are_those_of_each_step(runs: list[int], steps: int) -> None:
    touched = np.array(runs, np.uint64)
    wanted = [[run >> step & 1 == 1 for run in runs] for step in range(steps)]
    assert touch_counts(touched, steps).tolist() == [sum(one) for one in wanted]
    assert [touch(touched, step + 1).tolist() for step in range(steps)] == wanted


@given(st.lists(st.integers(0, 60), max_size=20))
def test_a_level_touches_all_steps_up_to_it(levels: list[int]) -> None:
    assert all_up_to(np.array(levels, np.int64)).tolist() == [2**level - 1 for level in levels]
