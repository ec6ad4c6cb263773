"""The window funnel as a kernel: one event may serve several steps unless told otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.kernels.window_funnel import window_levels


@pytest.mark.parametrize(("once", "wanted"), [(False, 3), (True, 1)])
def test_one_event_and_three_equal_steps(once: bool, wanted: int) -> None:
    time, bits = np.zeros(1, np.int64), np.array([7], np.uint64)
    levels = window_levels(time, bits, np.array([0, 1]), 3, 5, False, False, False, once, False)
    assert levels.tolist() == [wanted]
