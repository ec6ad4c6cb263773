"""Ranges cover all units once, whatever their number, and work at once gives the answer of work in turn."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.ranges import at_once, in_ranges, ranges


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 8))
def test_every_unit_is_in_one_range(lengths: list[int], parts: int) -> None:
    cut = ranges(np.cumsum(lengths, dtype=np.int64), parts)
    assert [unit for low, high in cut for unit in range(low, high)] == list(range(len(lengths)))
    assert len(cut) <= parts


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 8))
def test_parts_add_up_in_order(lengths: list[int], parts: int) -> None:
    ends = np.cumsum(lengths, dtype=np.int64)
    found = in_ranges(lambda low, high: lengths[low:high], ends, parts)
    assert [one for part in found for one in part] == lengths
    assert at_once(sum, found) == [sum(part) for part in found]
