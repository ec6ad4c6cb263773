"""The chance of reaching the goal against walking there step by step."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.absorbing import chances_of_goal

ROWS = st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=3, max_size=3)


@given(ROWS)
def test_chances_agree_with_walking(rows: list[list[int]]) -> None:
    counts = np.array(rows, float)
    counts[:, 4] += 1  # from everywhere a way out
    shares = counts / counts.sum(axis=1, keepdims=True)
    moves, goal = shares[:, :3], shares[:, 3]
    standing, reached = np.eye(3), np.zeros(3)
    for _ in range(2000):
        reached = reached + standing @ goal
        standing = standing @ moves
    np.testing.assert_allclose(chances_of_goal(moves, goal), reached, atol=1e-9)
