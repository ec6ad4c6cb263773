"""Verdicts of values, given to events."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels import verdicts
from cesta.kernels.verdicts import verdict_of


@settings(deadline=None)
@given(st.lists(st.integers(-1, 3), max_size=20), st.lists(st.booleans(), min_size=5, max_size=5), st.booleans())
def test_each_event_gets_the_verdict_of_its_value(codes: list[int], given_: list[bool], several: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verdicts, "WORTH_A_RANGE", 3 if several else 1000)
        found = verdict_of(np.array(codes, np.int32), np.array(given_, np.bool_))
    assert found.tolist() == [given_[code] for code in codes]
