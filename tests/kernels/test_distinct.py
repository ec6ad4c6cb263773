"""The different numbers against a set."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.distinct import distinct, once


@given(numbers=st.lists(st.integers(-5, 5)))
def test_each_number_once(numbers: list[int]) -> None:
    wanted = sorted(set(numbers))
    assert distinct(np.array(numbers, np.int64)).tolist() == wanted
    assert once(np.array(sorted(numbers), np.int64)).tolist() == wanted
