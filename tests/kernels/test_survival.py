"""Waiting times with some that are not over: against a plain loop, and against published medians."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.survival import quantile_of, survival

waits = st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=40)


def by_hand(rows: list[tuple[int, bool]], time: int) -> float:
    """The share left after `time`, day by day."""
    left = 1.0
    for day in range(1, time + 1):
        there = sum(length >= day for length, _ in rows)
        came = sum(length == day and seen for length, seen in rows)
        left *= 1 - came / there if there else 1
    return left


@given(waits)
def test_shares_are_those_of_a_plain_loop(rows: list[tuple[int, bool]]) -> None:
    lengths, seen = np.array([row[0] for row in rows], float), np.array([row[1] for row in rows])
    found = survival(lengths, seen)
    for time in range(13):
        assert found.at(time)[0] == pytest.approx(by_hand(rows, time))


@given(waits, st.sampled_from([0.25, 0.5, 0.9]), st.sampled_from([None, 6.0]))
def test_a_quantile_is_where_the_share_is_reached(rows: list[tuple[int, bool]], q: float, within: float | None) -> None:
    found = survival(np.array([row[0] for row in rows], float), np.array([row[1] for row in rows]))
    value, low, high = quantile_of(found, q, within)
    last = 0.0 if within is None else by_hand(rows, int(within))
    days = [day for day in range(1, 13) if within is None or day <= within]
    reached = [day for day in days if by_hand(rows, day) <= 1 - q * (1 - last) + 1e-12]
    nobody = not any(seen and (within is None or length <= within) for length, seen in rows)
    assert value == (None if nobody or not reached else reached[0])
    if value is not None:
        assert low is not None
        assert low <= value
        assert high is None or value <= high


def test_medians_of_freireich_and_others_1963() -> None:
    """Weeks of remission in leukaemia, as in Kalbfleisch and Prentice: medians 23 with 6-MP, 8 without."""
    treated = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    seen = np.arange(len(treated)) < 9
    placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    found = survival(np.array(treated, float), seen)
    assert found.share == pytest.approx([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=6e-4)
    assert quantile_of(found)[0] == 23
    assert quantile_of(survival(np.array(placebo, float), np.ones(21, bool)))[0] == 8


def test_all_that_came_is_an_ordinary_median() -> None:
    value, low, high = quantile_of(survival(np.arange(1.0, 102.0), np.ones(101, bool)))
    assert value == 51
    assert low is not None
    assert high is not None
    assert 38 <= low <= 45
    assert 57 <= high <= 64
