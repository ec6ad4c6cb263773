"""Blocks are independent of one another, and far blocks are as good as the first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.samples.retail import calendar, walk
from cesta.samples.retail.events import BLOCK, Walker, World, columns, message_numbers

LAST_OF_TEN_BILLION = 10**10 // 40


@settings(max_examples=15)
@given(first=st.integers(0, LAST_OF_TEN_BILLION), count=st.integers(2, 30), noise=st.integers(0, 2))
def test_a_customer_lives_the_same_in_any_block(first: int, count: int, noise: int) -> None:
    walker = Walker(World(seed=9, noise=noise))
    whole, half = walker.block(first, count), walker.block(first, count // 2)
    assert (whole.times[: len(half.times)] == half.times).all()
    assert (whole.rows[: len(half.rows)] == half.rows).all()


def test_whole_blocks_are_walked_as_parts_are() -> None:
    walker = Walker(World(seed=2))
    whole, part = walker.block(BLOCK), walker.block(BLOCK, 50)
    assert (whole.rows[: len(part.rows)] == part.rows).all()


@pytest.mark.parametrize("first", [0, 10**6, LAST_OF_TEN_BILLION // BLOCK * BLOCK])
def test_far_blocks_have_ids_of_their_own_and_times_inside_the_calendar(first: int) -> None:
    walker = Walker(World())
    block, neighbour = walker.block(first, 40), walker.block(first + 40, 40)
    numbers = message_numbers(block)
    assert len(set(numbers.tolist())) == len(numbers)
    assert numbers.max() < message_numbers(neighbour).min()
    assert numbers.max() < 10**12  # nine digits of a customer, three of an event
    assert (block.times >= calendar.START).all()
    assert (block.times < calendar.START + calendar.DAYS * walk.DAY).all()


def test_columns_stand_for_what_they_say() -> None:
    block = Walker(World(noise=1)).block(0, 300)
    found = {column.name: column for column in columns(block)}
    for column in found.values():
        assert len(column.numbers) == len(block.times)
        if column.kind == "text":
            assert column.numbers.max(initial=-1) < len(column.values)
            assert len(set(column.values)) == len(column.values)
    kind = block.rows[:, walk.KIND]
    assert (found["price"].numbers[kind == walk.PRODUCT_VIEW] > 0).all()
    assert ((found["order_id"].numbers >= 0) == (block.rows[:, walk.ORDER] >= 0)).all()
    bought = kind == walk.PURCHASE
    assert len(set(found["order_id"].numbers[bought].tolist())) == bought.sum()
    with_card = found["card"].numbers >= 0
    joined = np.minimum.accumulate(kind[::-1] != walk.LOYALTY_JOIN)[::-1]
    assert with_card.any()
    assert joined.shape == with_card.shape
    assert set(kind[with_card].tolist()) == {walk.STORE_RECEIPT}
