"""Drivers against a witness that solves each effect in fractions, and in worlds with nothing in them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.drivers import drivers


def solved(rows: list[list[Fraction]], target: list[Fraction]) -> list[Fraction]:
    """The normal equations by elimination in fractions: nothing is rounded."""
    size = len(rows[0])
    table = [
        [sum((row[i] * row[j] for row in rows), Fraction(0)) for j in range(size)]
        + [sum((row[i] * y for row, y in zip(rows, target, strict=True)), Fraction(0))]
        for i in range(size)
    ]
    for at in range(size):
        pivot = next(place for place in range(at, size) if table[place][at] != 0)
        table[at], table[pivot] = table[pivot], table[at]
        table[at] = [one / table[at][at] for one in table[at]]
        for other in range(size):
            if other != at:
                table[other] = [a - table[other][at] * b for a, b in zip(table[other], table[at], strict=True)]
    return [row[-1] for row in table]


ROW = st.tuples(st.integers(-5, 5), st.integers(0, 1), st.integers(0, 4), st.integers(0, 7))


@given(st.lists(ROW, min_size=9, max_size=30))
@settings(max_examples=60)
def test_effects_and_errors_agree_with_elimination_in_fractions(rows: list[tuple[int, int, int, int]]) -> None:
    outcome = np.array([row[0] for row in rows], np.float64)
    factors = np.array([row[1:3] for row in rows], np.float64)
    customers = np.array([row[3] for row in rows])
    found = drivers(outcome, factors, ["a", "b"], customers, np.zeros((len(rows), 0)), min_n=1)
    if {one.factor for one in found.drivers} != {"a", "b"}:
        assert found.left_out or len(set(customers)) < 2
        return
    exact = [[Fraction(1), Fraction(row[1]), Fraction(row[2])] for row in rows]
    effects = solved(exact, [Fraction(row[0]) for row in rows])
    told = {one.factor: one for one in found.drivers}
    # The error of an effect: what the others do not tell of the factor, times what is left, summed by customer.
    for name, at in (("a", 1), ("b", 2)):
        others = [[row[place] for place in range(3) if place != at] for row in exact]
        weights = solved(others, [row[at] for row in exact])
        own = [
            row[at] - sum(w * o for w, o in zip(weights, other, strict=True))
            for row, other in zip(exact, others, strict=True)
        ]
        rest = [
            row[0] - sum(e * x for e, x in zip(effects, x_row, strict=True))
            for row, x_row in zip(rows, exact, strict=True)
        ]
        sums: dict[int, Fraction] = {}
        for row, mine, left in zip(rows, own, rest, strict=True):
            sums[row[3]] = sums.get(row[3], Fraction(0)) + mine * left
        people, n = len(sums), len(rows)
        square = sum(one**2 for one in sums.values()) / sum(one**2 for one in own) ** 2
        square *= Fraction(people, people - 1) * Fraction(n - 1, n - 3)
        assert told[name].effect == pytest.approx(float(effects[at]), abs=1e-9)
        wide = (told[name].high - told[name].low) / 2
        assert wide == pytest.approx(float(square) ** 0.5 * T[people - 1], rel=1e-4, abs=1e-6)


T = {1: 12.7062, 2: 4.3027, 3: 3.1824, 4: 2.7764, 5: 2.5706, 6: 2.4469, 7: 2.3646}
"""The 97.5 % points of Student's distribution, as tables print them."""


def test_a_confounder_that_is_held_is_no_driver() -> None:
    chance = np.random.default_rng(7)
    special = (chance.random(4000) < 0.4).astype(float)
    called = (chance.random(4000) < 0.1 + 0.6 * special).astype(float)
    outcome = 5 - 2 * special + chance.normal(size=4000)
    people = np.arange(4000)
    alone = drivers(outcome, called[:, None], ["call"], people, np.zeros((4000, 0)))
    held = drivers(outcome, called[:, None], ["call"], people, special[:, None])
    assert alone.drivers[0].clear
    assert alone.drivers[0].effect < -0.5
    assert not held.drivers[0].clear
    assert abs(held.drivers[0].effect) < 0.2


def test_another_kind_of_customers_is_told_from_what_moves_each_of_them() -> None:
    chance = np.random.default_rng(5)
    customers = np.repeat(np.arange(500), 6)
    kind = (np.arange(500) < 250)[customers]
    moves = chance.random(3000) < 0.3
    marks = chance.random(3000) < 0.2 + 0.5 * kind
    outcome = 2.0 * kind - 1.0 * moves + chance.normal(size=3000)
    factors = np.column_stack([moves, marks]).astype(float)
    held = np.zeros((3000, 0))
    both = drivers(outcome, factors, ["moves", "marks"], customers, held)
    assert {one.factor for one in both.drivers if one.clear} == {"moves", "marks"}
    within = drivers(outcome, factors, ["moves", "marks"], customers, held, themselves=True)
    assert {one.factor for one in within.drivers if one.clear} == {"moves"}
    once = drivers(outcome, factors, ["moves", "marks"], np.arange(3000), held, themselves=True)
    assert not any(one.clear for one in once.drivers)


def test_of_worlds_where_nothing_drives_at_most_one_in_twenty_names_anything() -> None:
    chance = np.random.default_rng(11)
    named = 0
    for _ in range(200):
        factors = (chance.random((300, 8)) < 0.3).astype(float)
        customers = np.repeat(np.arange(100), 3)
        outcome = chance.normal(size=100)[customers] + chance.normal(size=300)
        found = drivers(outcome, factors, list("abcdefgh"), customers, np.zeros((300, 0)), min_n=20)
        named += any(one.clear for one in found.drivers)
    # Twenty of 200 would come about by chance once in a thousand such tests at the promised one in twenty.
    assert named < 20


def test_what_cannot_be_judged_is_said() -> None:
    a = np.tile([0.0, 1.0], 50)
    factors = np.column_stack([a, 1 - a, np.zeros(100), np.r_[np.ones(3), np.zeros(97)]])
    found = drivers(a * 2, factors, ["a", "not a", "never", "rare"], np.arange(100), np.zeros((100, 0)))
    assert {(one.factor, one.why) for one in found.left_out} == {("not a", "same"), ("never", "rare"), ("rare", "rare")}
    assert [(one.factor, round(one.effect, 6), one.clear) for one in found.drivers] == [("a", 2.0, True)]
    nothing = drivers(np.zeros(0), np.zeros((0, 1)), ["a"], np.zeros(0, np.int64), np.zeros((0, 0)))
    assert (nothing.n, nothing.drivers) == (0, ())
