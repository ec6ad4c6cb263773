"""Intervals against published numbers and against counting."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.intervals import newcombe, quantile_interval, student_mean, student_quantile, wilson


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_solves_its_own_equation(k: int, n: int) -> None:
    k = min(k, n)
    for edge in wilson(k, n):
        # at the edge the share lies exactly z standard errors away
        if 0 < edge < 1:
            assert abs(k / n - edge) == pytest.approx(1.959964 * math.sqrt(edge * (1 - edge) / n), abs=1e-9)


def test_wilson_at_the_ends() -> None:
    assert wilson(0, 10)[0] == 0
    assert wilson(10, 10)[1] == 1
    assert wilson(0, 0) == (0, 1)


def test_newcombe_gives_the_published_example() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table II, method 10: 56/70 - 48/80
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert newcombe(0, 0, 1, 2) == (-1, 1)


def test_student_gives_the_table() -> None:
    # any printed table of Student's distribution, 97.5 %
    for freedom, wanted in ((1, 12.706), (2, 4.303), (5, 2.571), (30, 2.042), (1000, 1.962)):
        assert student_quantile(freedom) == pytest.approx(wanted, abs=5e-4)


def test_the_interval_of_a_mean() -> None:
    values = [3.0, 5.0, 4.0, 8.0, 5.0]
    half = 2.776445 * statistics.stdev(values) / math.sqrt(5)
    assert student_mean(np.array(values)) == pytest.approx((5 - half, 5 + half), abs=1e-5)
    assert student_mean(np.array([7.0])) == (7, 7)
    assert student_mean(np.array([])) == (0, 0)


@pytest.mark.parametrize("n", [6, 10, 25, 100, 999])
def test_the_ranks_of_a_median_cover_95_in_100(n: int) -> None:
    low, high = quantile_interval(np.arange(1.0, n + 1))
    missed = sum(math.comb(n, k) for k in range(n + 1) if not low <= k < high) / 2**n
    assert missed <= 0.05
    narrower = sum(math.comb(n, k) for k in range(n + 1) if not low + 1 <= k < high - 1) / 2**n
    assert narrower > 0.05


def test_many_values_use_the_normal_ranks() -> None:
    low, high = quantile_interval(np.arange(10_000.0))
    assert (low, high) == pytest.approx((5000 - 98, 5000 + 98), abs=2)
    assert quantile_interval(np.array([4.0])) == (4, 4)
    assert quantile_interval(np.array([])) == (0, 0)
