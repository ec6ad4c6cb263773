"""Change points against brute force: every split tried, and chance by shuffling the days."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.drift_found import SIDE, TRIALS, Series, best_turn, largest_by_chance, turns

DAYS = st.lists(st.tuples(st.integers(0, 60), st.floats(0, 1)), min_size=5, max_size=24)


def made(rates: list[float], could: int, seed: int = 7) -> Series:
    many = np.full(len(rates), could)
    return Series(many, np.random.default_rng(seed).binomial(could, rates))


@settings(max_examples=30, deadline=None)
@given(DAYS)
def test_no_split_is_surer_than_the_one_found(days: list[tuple[int, float]]) -> None:
    """Every split by every pair of days that lie on either side of it (Mann and Whitney)."""
    one = Series(np.array([many for many, _ in days]), np.array([round(many * share) for many, share in days]))
    found = best_turn(one, 0, len(days))
    share = one.did.sum() / max(one.could.sum(), 1)
    there = [day for day, (many, _) in enumerate(days) if many] if 0 < share < 1 else []
    far = [round((one.did[d] - one.could[d] * share) / np.sqrt(one.could[d] * share * (1 - share)), 9) for d in there]
    many, allowed, surest = len(there), [], 0.0
    ties = sum(far.count(each) ** 3 - far.count(each) for each in set(far))
    spread = (many**3 - many - ties) / 12 / max(many, 1)
    for at in range(SIDE, many - SIDE + 1):
        if min(one.could[there[:at]].sum(), one.could[there[at:]].sum()) < TRIALS or spread <= 0 or many <= 2 * SIDE:
            continue
        pairs = [(early < late) + 0.5 * (early == late) for early in far[:at] for late in far[at:]]
        allowed.append(at)
        surest = max(surest, abs(sum(pairs) - len(pairs) / 2) / np.sqrt(at * (many - at) * spread / (many - 1)))
    assert (found is None) == (not allowed)
    if found is not None:
        told = largest_by_chance(surest, allowed[0] / many, allowed[-1] / many)
        assert found.chance == pytest.approx(told, abs=1e-6)


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
        found = best_turn(Series(np.full(days, 200), random.binomial(200, 0.4, days)), 0, days)
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
    nothing = Series(np.zeros(9, dtype=np.int64), np.zeros(9, dtype=np.int64))
    assert turns([nothing, Series(np.full(9, 50), np.full(9, 50))]) == [[], []]
    assert turns([]) == []
