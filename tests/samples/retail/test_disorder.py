"""Noise 2 makes data hard in four ways, and only noise 2."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.samples.retail import walk
from cesta.samples.retail.calendar import START
from cesta.samples.retail.disorder import (
    LATE,
    TWICE,
    UNRECOGNISED,
    arriving_late,
    by_wrong_clocks,
    customer_column,
    sent_twice,
)
from cesta.samples.retail.events import Block, Walker, World, message_numbers


@pytest.fixture(scope="module")
def block() -> Block:
    return Walker(World(seed=8, noise=2)).block(0, 2000)


@pytest.mark.parametrize("noise", [0, 1])
def test_less_noise_leaves_everything_in_order(noise: int) -> None:
    clean = Walker(World(noise=noise)).block(0, 20)
    assert sent_twice(clean) is clean
    assert by_wrong_clocks(clean) is clean
    assert arriving_late(clean) is clean
    assert len(customer_column(clean).values) == 20


def test_some_events_come_twice_with_one_message_id(block: Block) -> None:
    twice = sent_twice(block)
    numbers, counts = np.unique(message_numbers(twice), return_counts=True)
    assert (numbers == np.sort(message_numbers(block))).all()
    assert set(counts.tolist()) == {1, 2}
    assert abs((counts == 2).mean() - TWICE) < 3.5 * np.sqrt(TWICE / len(numbers))


def test_wrong_clocks_are_wrong_by_as_much_all_the_time(block: Block) -> None:
    moved = by_wrong_clocks(block).times - block.times
    device = block.field(walk.DEVICE_ID).astype(np.int64)
    assert np.abs(moved).max() <= 2 * walk.HOUR
    assert not moved[device < 0].any()
    for wrong in np.unique(device[moved != 0])[:20].tolist():
        mine = (device == wrong) & (block.rows[:, walk.KIND] <= walk.ORDER_SUMMARY) & (block.times - START > walk.DAY)
        assert len(set(moved[mine].tolist())) <= 1


def test_late_events_stand_further_down_and_none_is_lost(block: Block) -> None:
    late = arriving_late(block)
    assert sorted(message_numbers(late).tolist()) == sorted(message_numbers(block).tolist())
    fallen = (np.diff(message_numbers(late)) < 0).mean()
    assert 0 < fallen <= 2 * LATE


def test_visitors_whom_nobody_knew_come_as_devices(block: Block) -> None:
    column = customer_column(block)
    names = np.array(column.values)[column.numbers]
    unknown = np.char.startswith(names, "d")
    clicks = (block.rows[:, walk.DEVICE_ID] >= 0) & (block.rows[:, walk.KIND] < walk.CHECKOUT)
    assert set(names[unknown].tolist()) <= {f"d{word:016x}" for word in block.people.devices.ravel().tolist()}
    assert not unknown[block.rows[:, walk.KIND] >= walk.CHECKOUT][
        block.rows[block.rows[:, walk.KIND] >= walk.CHECKOUT, walk.KIND] != walk.AD_CLICK
    ].any()
    assert abs(unknown[clicks].mean() - UNRECOGNISED) < 0.03
