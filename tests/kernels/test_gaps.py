"""Seconds between steps, against a plain loop."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.gaps import seconds_between

UNIT = st.tuples(st.integers(0, 7), st.integers(0, 10**15), st.integers(0, 10**12))


@settings(deadline=None)
@given(st.lists(UNIT, max_size=10), st.sampled_from([0b11, 0b101, 0b110]))
def test_only_units_at_both_steps_are_measured(units: list[tuple[int, int, int]], both: int) -> None:
    touched = np.array([one[0] for one in units], np.uint64)
    since = np.array([one[1] for one in units], np.int64)
    until = since + np.array([one[2] for one in units], np.int64)
    expected = [length / 1_000_000 for bits, _, length in units if bits & both == both]
    assert seconds_between(touched, since, until, both).tolist() == expected
