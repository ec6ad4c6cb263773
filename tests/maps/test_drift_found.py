"""Change points against brute force: every split tried, and chance by shuffling the days."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cesta.maps.drift_found import SIDE, TRIALS, WILD, Series, best_turn, largest_by_chance, off, turns, unrest

DAYS = st.lists(st.tuples(st.integers(0, 60), st.floats(0, 1)), min_size=5, max_size=24)


def one_way(could: NDArray[np.int64], did: NDArray[np.int64]) -> Series:
    """Where everybody came the same way."""
    return Series(could[:, None], did[:, None])


def made(rates: list[float], could: int, seed: int = 7) -> Series:
    many = np.full(len(rates), could)
    return one_way(many, np.random.default_rng(seed).binomial(could, rates))


@settings(max_examples=30, deadline=None)
@given(DAYS)
def test_no_split_is_surer_than_the_one_found(days: list[tuple[int, float]]) -> None:
    """Every split, by what was off before it."""
    one = one_way(np.array([many for many, _ in days]), np.array([round(many * share) for many, share in days]))
    found = best_turn(one, 0, len(days))
    could, did = one.could[:, 0], one.did[:, 0]
    share = did.sum() / max(could.sum(), 1)
    there = [day for day in range(len(days)) if could[day]] if 0 < share < 1 else []
    variance = np.array([could[day] * share * (1 - share) for day in there])
    error = np.sqrt(variance)
    far = np.clip((did[there] - could[there] * share) / error, -WILD, WILD) * error
    far -= variance * far.sum() / max(variance.sum(), 1e-12)
    spread, many, allowed, surest = max(1.0, (far**2).sum() / max(variance.sum(), 1e-12)), len(there), [], 0.0
    for at in range(SIDE, many - SIDE + 1):
        if min(could[there[:at]].sum(), could[there[at:]].sum()) < TRIALS or many <= 2 * SIDE:
            continue
        part = variance[:at].sum() / variance.sum()
        allowed.append(part)
        surest = max(surest, abs(far[:at].sum()) / np.sqrt(spread * variance.sum() * part * (1 - part)))
    assert (found is None) == (not allowed)
    if found is not None:
        assert found.chance == pytest.approx(largest_by_chance(surest, allowed[0], allowed[-1]), abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=6, max_size=60), st.integers(1, 9))
def test_who_comes_which_way_is_no_change(mail_and_shop: list[tuple[int, int]], share: int) -> None:
    """Half of those who come by mail do it and `share` in ten of the others: every day, however many of each come."""
    could = np.array(mail_and_shop) * 10
    did = np.stack((could[:, 0] * 5, could[:, 1] * share), axis=1) // 10
    assert np.abs(off(could, did).by).max(initial=0) < 1e-9


def test_a_number_that_wanders_must_move_further() -> None:
    """The same step is named where months are alike, and not where each month is another anyway."""
    step = [0.5] * 200 + [0.42] * 100
    calm = made(step, 60)
    wander = np.random.default_rng(5).choice([-0.1, 0.1], 11).repeat(28)[:300]
    restless = made([rate + by for rate, by in zip(step, wander, strict=True)], 60)
    assert [abs(turn.at - 200) <= 28 for turn in turns([calm])[0]] == [True]
    assert turns([restless]) == [[]]
    assert unrest(off(*restless)) > 3 * unrest(off(*calm))


def test_a_few_wild_days_are_no_change() -> None:
    """A mail goes out twice, and for two days everything is different."""
    rates = [0.5] * 80
    for day in (20, 21, 60, 61, 78, 79):
        rates[day] = 0.05
    assert turns([made(rates, 300)]) == [[]]


def test_the_chance_is_not_less_than_that_of_shuffled_days() -> None:
    """The formula says a little more than shuffling does, as days are not endlessly many."""
    random, days, told = np.random.default_rng(3), 60, []
    for _ in range(1_500):
        found = best_turn(one_way(np.full(days, 200), random.binomial(200, 0.4, days)), 0, days)
        assert found is not None
        told.append(found.chance)
    for chance in (0.2, 0.1, 0.05, 0.02):
        seen = float(np.mean(np.array(told) <= chance))
        assert seen <= chance + 2.5 * np.sqrt(chance * (1 - chance) / len(told))
        assert seen >= chance / 6


def test_a_change_is_found_on_its_day_and_nothing_else() -> None:
    (found,) = turns([made([0.5] * 60 + [0.35] * 40, 200)])
    assert [abs(turn.at - 60) <= 2 for turn in found] == [True]


def test_two_changes_are_two() -> None:
    (found,) = turns([made([0.5] * 50 + [0.3] * 50 + [0.5] * 50, 200)])
    assert [round(turn.at / 50) for turn in found] == [1, 2]


def test_a_week_that_repeats_is_no_change() -> None:
    rhythm = [0.3, 0.3, 0.3, 0.3, 0.5, 0.7, 0.7] * 12
    assert turns([made(rhythm, 200, seed=at) for at in range(6)]) == [[]] * 6


def test_unchanged_series_are_hardly_ever_named() -> None:
    """At a share of 1 % of the named, of 100 looks at 8 series each about one names anything."""
    named = sum(any(turns([made([0.4] * 90, 100, seed=100 * look + at) for at in range(8)])) for look in range(100))
    assert named <= 5


def test_nothing_to_tell() -> None:
    nothing = one_way(np.zeros(9, dtype=np.int64), np.zeros(9, dtype=np.int64))
    assert turns([nothing, one_way(np.full(9, 50), np.full(9, 50))]) == [[], []]
    assert turns([]) == []
