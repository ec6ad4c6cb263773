"""Picking by code, against a plain loop, also on several threads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels import ranges
from cesta.kernels.picks import pick


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), max_size=6), min_size=1), st.sets(st.integers(0, 3)), st.booleans())
def test_it_is_the_plain_pick(units: list[list[int]], wanted: set[int], several: bool) -> None:
    codes, offsets = np.array([code for unit in units for code in unit], np.uint8), np.cumsum([0, *map(len, units)])
    flags = np.array([code in wanted for code in range(4)], np.bool_)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranges, "WORTH_A_RANGE", 2 if several else 1000)
        places, found = pick(codes, offsets[:-1], offsets[1:], flags)
    assert places.tolist() == [place for place, code in enumerate(codes.tolist()) if code in wanted]
    assert np.diff(found).tolist() == [sum(code in wanted for code in unit) for unit in units]
