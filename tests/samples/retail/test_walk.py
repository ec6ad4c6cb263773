"""Every life obeys the shop's ways: nobody pays without a cart, times run forward, nobody lives too long."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.samples.retail import calendar, walk
from cesta.samples.retail.events import Block, Walker, World

CUSTOMERS = 600


@pytest.fixture(scope="module", params=[0, 1, 2])
def block(request: pytest.FixtureRequest) -> Block:
    return Walker(World(seed=4, noise=request.param)).block(0, CUSTOMERS)


def test_everybody_does_something_and_nobody_too_much(block: Block) -> None:
    lengths = np.bincount(block.owner, minlength=CUSTOMERS)
    assert lengths.min() >= 1
    assert lengths.max() <= walk.LONGEST
    assert (block.nth == np.concatenate([np.arange(length) for length in lengths])).all()


def test_times_run_forward_inside_the_calendar(block: Block) -> None:
    assert block.times.min() >= calendar.START
    assert block.times.max() < calendar.START + calendar.DAYS * walk.DAY
    assert (np.diff(block.times)[np.diff(block.owner) == 0] >= 0).all()
    assert (block.times % walk.MILLISECOND == 0).all()


def test_steps_come_in_their_order(block: Block) -> None:
    """What each step needs came before it on the same occasion."""
    needs = {
        walk.ADD_TO_CART: walk.PRODUCT_VIEW, walk.CHECKOUT: walk.ADD_TO_CART, walk.DELIVERY_CHOICE: walk.CHECKOUT,
        walk.PAYMENT_DETAILS: walk.DELIVERY_CHOICE, walk.PAYMENT_FAILED: walk.PAYMENT_DETAILS,
        walk.ORDER_SUMMARY: walk.PAYMENT_DETAILS, walk.PURCHASE: walk.ORDER_SUMMARY, walk.DELIVERY: walk.PURCHASE,
        walk.STORE_RECEIPT: walk.STORE_VISIT, walk.SIZE_GUIDE: walk.PRODUCT_VIEW,
    }  # fmt: skip
    seen: set[tuple[int, int, int]] = set()
    for owner, row in zip(block.owner.tolist(), block.rows.tolist(), strict=True):
        kind, mission = row[walk.KIND], row[walk.MISSION]
        if kind in needs:
            assert (owner, mission, int(needs[kind])) in seen, walk.KINDS[kind]
        seen.add((owner, mission, kind))


def test_every_kind_and_every_field_happens() -> None:
    rows = Walker(World()).block(0).rows
    assert set(np.unique(rows[:, walk.KIND]).tolist()) == set(range(len(walk.KINDS)))
    assert (rows.max(axis=0) >= 0).all()


def test_dice_are_xoshiro128_plus() -> None:
    """The first numbers after the state 1, 2, 3, 4, worked by hand from the published rule."""
    run = walk.written(1, calendar.DAYS)
    run.dice[:] = (1, 2, 3, 4)
    first = walk.roll(run) * 2**32
    # 1 + 4; then s becomes 7, 0, 1026, 12288 (6 turned left by eleven bits).
    second = walk.roll(run) * 2**32
    assert (first, second) == (5, 7 + 12288)
