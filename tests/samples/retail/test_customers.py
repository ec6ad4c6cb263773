"""Who a customer is depends on seed and number alone; ids never collide."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.samples.retail.customers import COUNTRIES, SHARED, identities, mixed, people
from cesta.samples.retail.texts import LANGUAGES


@given(st.integers(0, 2**63), st.integers(0, 10**9), st.integers(1, 40), st.integers(0, 39))
def test_a_customer_is_the_same_in_any_block(seed: int, first: int, count: int, place: int) -> None:
    place = place % count
    alone, among = people(seed, first + place, 1, "mixed"), people(seed, first, count, "mixed")
    assert identities(alone, 0) == identities(among, place)
    assert alone.dice[0].tolist() == among.dice[place].tolist()


@given(st.lists(st.integers(0, 2**64 - 1), unique=True, min_size=2, max_size=50))
def test_mixing_keeps_different_numbers_different(numbers: list[int]) -> None:
    assert len(set(mixed(np.array(numbers, np.uint64)).tolist())) == len(numbers)


def test_one_language_is_one_country() -> None:
    for language, country in zip(LANGUAGES, COUNTRIES, strict=True):
        found = identities(people(1, 7, 1, language), 0)
        assert (found["language"], found["country"]) == (language, country)


def test_households_share_computer_and_tablet_but_no_phone() -> None:
    found = people(3, 0, 20_000, "mixed")
    pairs = found.devices.reshape(-1, 2, 3)
    shared = found.shared[::2]
    assert (found.shared[::2] == found.shared[1::2]).all()
    assert ((pairs[:, 0, 1:] == pairs[:, 1, 1:]).all(axis=1) == shared).all()
    assert len(set(found.devices[:, 0].tolist())) == 20_000
    assert abs(shared.mean() - SHARED) < 3.5 * np.sqrt(SHARED * (1 - SHARED) / 10_000)


def test_dice_are_whole_numbers_of_32_bits_and_never_all_zero() -> None:
    dice = people(1, 0, 5000, "mixed").dice
    assert ((dice >= 0) & (dice < 2**32)).all()
    assert dice.any(axis=1).all()
