"""Scores against second witnesses: definitions counted by hand, and how often an interval holds the truth, exactly."""

from __future__ import annotations

from collections import Counter
from math import comb
from statistics import NormalDist, mean, stdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.surveys.scores import ces, csat, nps, score, stars


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
@settings(max_examples=40)
def test_nps_is_promoters_less_detractors(given_scores: list[int]) -> None:
    value, low, high = nps(np.array(given_scores))
    seen = Counter("promotes" if one >= 9 else "detracts" if one <= 6 else "passive" for one in given_scores)
    assert value == pytest.approx(100 * (seen["promotes"] - seen["detracts"]) / len(given_scores))
    assert -100 <= low <= value <= high <= 100


def test_the_interval_of_nps_holds_the_truth_as_often_as_it_says() -> None:
    """Every outcome of 20 answers, each with its own chance; the mean over many truths, and the worst of them."""
    n, held = 20, []
    found = {
        (up, down): nps(np.array([10] * up + [0] * down + [7] * (n - up - down)))
        for up in range(n + 1)
        for down in range(n + 1 - up)
    }
    for p, d in ((0.1, 0.1), (0.3, 0.3), (0.5, 0.2), (0.2, 0.6), (0.7, 0.2), (0.05, 0.8), (0.45, 0.5)):
        held.append(
            sum(
                comb(n, up) * comb(n - up, down) * p**up * d**down * (1 - p - d) ** (n - up - down)
                for (up, down), (_, low, high) in found.items()
                if low <= 100 * (p - d) <= high
            )
        )
    assert 0.93 < mean(held) < 0.97
    assert min(held) > 0.91


@given(st.lists(st.integers(1, 5), min_size=2, max_size=60))
@settings(max_examples=40)
def test_csat_is_the_top_two_of_five(given_scores: list[int]) -> None:
    """Wilson's edges are where the share is just so far away that the normal test at 5 % still lets it pass."""
    value, low, high = csat(np.array(given_scores))
    n = len(given_scores)
    assert value == pytest.approx(sum(one in (4, 5) for one in given_scores) / n)
    for edge in (low, high):
        if 0 < edge < 1:
            assert abs(value - edge) / (edge * (1 - edge) / n) ** 0.5 == pytest.approx(
                NormalDist().inv_cdf(0.975), rel=1e-4
            )


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60))
@settings(max_examples=40)
def test_ces_is_a_mean_of_one_to_seven(given_scores: list[int]) -> None:
    value, low, high = ces(np.array(given_scores))
    assert value == pytest.approx(mean(given_scores))
    assert 1 <= low <= value + 1e-9
    assert value - 1e-9 <= high <= 7
    # Student's is never narrower than the normal one.
    half = NormalDist().inv_cdf(0.975) * stdev(given_scores) / len(given_scores) ** 0.5
    assert low <= max(1, value - half) + 1e-6
    assert high >= min(7, value + half) - 1e-6


def test_too_few_have_no_value() -> None:
    few = score("csat", np.array([5, 5]), 3)
    assert (few.value, few.n, few.too_few, few.definition) == (None, 2, True, "csat/1")
    assert score("stars", np.array([5, 4, 3]), 3).value == stars(np.array([5, 4, 3]))[0] == 4
    assert score("nps", np.zeros(0, np.int64), 0).too_few
