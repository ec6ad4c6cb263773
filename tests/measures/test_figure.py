"""A number's interval holds the number, and says what those of shares and means say elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.intervals import student_mean, wilson
from cesta.measures.figure import count, growth, mean_per, share, total

baskets = st.lists(st.tuples(st.floats(0, 1e4), st.integers(1, 9)), min_size=2, max_size=30)


@given(baskets)
def test_a_mean_per_thing_is_an_ordinary_mean_where_everybody_has_one(rows: list[tuple[float, int]]) -> None:
    totals, counts = np.array([row[0] for row in rows]), np.array([float(row[1]) for row in rows])
    whole = mean_per(np.arange(len(rows)), totals, counts)
    assert whole.value == pytest.approx(totals.sum() / counts.sum())
    assert (whole.low or 0) <= (whole.value or 0) + 1e-9
    one = mean_per(np.arange(len(rows)), totals, np.ones(len(rows)))
    assert (one.low, one.high) == pytest.approx(student_mean(totals), abs=1e-6)


@given(st.integers(0, 50), st.integers(0, 50))
def test_shares_and_counts_tell_the_same(n: int, more: int) -> None:
    units, base = np.arange(n), np.arange(n + more)
    low, high = wilson(n, n + more)
    assert (share(units, base).low, share(units, base).high) == (low, high)
    assert (count(units, base).low, count(units, base).high) == (low * (n + more), high * (n + more))


def test_a_sum_counts_those_who_brought_nothing() -> None:
    found = total(np.arange(2), np.array([5.0, 7.0]), np.arange(4))
    assert (found.value, found.n, found.of) == (12, 2, 4)
    low, high = student_mean(np.array([5.0, 7.0, 0.0, 0.0]))
    assert (found.low, found.high) == (low * 4, high * 4)


def test_growth_from_nothing_has_no_number() -> None:
    assert growth((np.arange(3), 3.0, 3.0), (0.0, 0.0)).value is None
    assert growth((np.arange(0), 0.0, 0.0), (4.0, 4.0)).value == -1
