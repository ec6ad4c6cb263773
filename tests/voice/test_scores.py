"""Chances: they add up, and what lies far outside is held back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.voice.scores import EMOTIONS, Scaled, as_chances


@given(st.lists(st.floats(-500, 500), min_size=11, max_size=11), st.floats(0.1, 5))
def test_the_three_sides_add_up_and_every_chance_is_one(scores: list[float], sharpness: float) -> None:
    chances = as_chances(np.array([scores], np.float32), sharpness)
    assert chances.shape == (1, 3 + len(EMOTIONS))
    assert abs(chances[0, :3].sum() - 1) < 1e-5
    assert ((chances >= 0) & (chances <= 1)).all()


def test_what_lies_far_outside_does_not_decide_alone() -> None:
    scaled = Scaled(np.zeros(2, np.float32), np.ones(2, np.float32))
    assert scaled.of(np.array([[1e9, -2.0]], np.float32)).tolist() == [[6.0, -2.0]]
