"""The interval of a difference holds the truth as often as it says, also when sides share people who come again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.differences import difference
from cesta.kernels.intervals import wilson
from cesta.kernels.sides import chance_of, width_by_people

COUNTS = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def told(k: float, n: float) -> tuple[float, float, float]:
    return k / n, *wilson(k, n)


@given(COUNTS, COUNTS)
def test_chance_is_small_where_the_interval_leaves_zero_out(one: tuple[int, int], other: tuple[int, int]) -> None:
    found = difference(told(*one), told(*other))
    assert (chance_of(found) < 0.05) == (found[1] > 0 or found[2] < 0)


@given(COUNTS, COUNTS)
def test_each_person_once_on_one_side_widens_nothing(one: tuple[int, int], other: tuple[int, int]) -> None:
    parts, wholes = np.zeros((2, 200)), np.zeros((2, 200))
    for side, (k, n), begin in ((0, one, 0), (1, other, 100)):
        wholes[side, begin : begin + n], parts[side, begin : begin + k] = 1, 1
    assert width_by_people(parts, wholes) == pytest.approx(1.0)


@settings(max_examples=30)
@given(st.integers(2, 5), COUNTS, COUNTS)
def test_things_that_always_go_together_count_as_one(times: int, one: tuple[int, int], other: tuple[int, int]) -> None:
    """So many times the same things of the same people say no more than once: the square root of the times wider."""
    parts, wholes = np.zeros((2, 200)), np.zeros((2, 200))
    for side, (k, n), begin in ((0, one, 0), (1, other, 100)):
        wholes[side, begin : begin + n], parts[side, begin : begin + k] = times, times
    certain = all(k in (0, n) for k, n in (one, other))
    assert width_by_people(parts, wholes) == pytest.approx(1.0 if certain else times**0.5)


@pytest.mark.parametrize("shared", [0.0, 0.5, 1.0])
def test_the_truth_lies_inside_as_often_as_it_says(shared: float) -> None:
    """400 worlds in which people of both sides come one to three times and keep their habits."""
    random, held = np.random.default_rng(7), 0
    for _ in range(400):
        habits = random.beta(2, 3, 300)
        times = random.integers(1, 4, (2, 300))
        both = random.random(300) < shared
        first = random.random(300) < 0.5
        wholes = np.where([both | first, both | ~first], times, 0).astype(float)
        parts = random.binomial(wholes.astype(int), np.stack([habits, habits])).astype(float)
        sums = wholes.sum(axis=1)
        one, other = (told(*pair) for pair in zip(parts.sum(axis=1), sums, strict=True))
        _, low, high = difference(one, other, width_by_people(parts, wholes))
        held += low <= 0 <= high
    assert 0.92 <= held / 400 <= 0.98
