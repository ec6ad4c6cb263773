"""A mask comes back as it was."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.mask import pack, unpack


@given(st.lists(st.booleans(), max_size=40))
def test_a_mask_comes_back(hidden: list[bool]) -> None:
    mask = np.array(hidden, np.bool_)
    assert unpack(pack(mask), len(mask)).tolist() == hidden
    assert (pack(mask) is None) == (not any(hidden))
