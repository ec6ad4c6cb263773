"""Histograms of times."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.journeys.time_to_convert import histogram
from cesta.model.errors import CestaError


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60), st.none() | st.integers(1, 20))
def test_bins(values: list[int], bins: int | None) -> None:
    rows, place = histogram(np.array(values, np.float64), bins)
    wanted = bins or next(k for k in range(1, 99) if k**3 >= len(values))
    width = math.ceil((max(values) - min(values)) / wanted) or 60
    assert [row["from"] for row in rows] == [min(values) + width * k for k in range(wanted + 1)]
    for k, row in enumerate(rows):
        low = min(values) + width * k
        inside = [value for value in values if low <= value and (value < low + width or k == wanted)]
        assert row["count"] == len(inside) == np.count_nonzero(place == k)


def test_nobody(ask: Callable[..., Any], log_of: Callable[[str], Any]) -> None:
    found = ask("time_to_convert", {"steps": ["a", "b"]}, log_of("u: a 0"))["result"]
    assert found == {"avg_seconds": None, "median_seconds": None, "bins": []}


def test_steps_the_wrong_way_round(ask: Callable[..., Any]) -> None:
    with pytest.raises(CestaError, match="bad_step"):
        ask("time_to_convert", {"steps": ["a", "b", "c"], "from_step": 3, "to_step": 2}, [])
