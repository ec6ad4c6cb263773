"""What makes data hard at noise 2: visitors not recognised, events sent twice, wrong clocks, events that come late."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import customers, walk
from cesta.samples.retail.calendar import START
from cesta.samples.retail.customers import drawn, uniform
from cesta.samples.retail.events import Block, Column, device_column, message_numbers

UNRECOGNISED, TWICE, WRONG_CLOCKS, LATE = 0.10, 0.01, 0.03, 0.01
"""Shares of shopping occasions, events, devices and events at noise 2."""
LATEST_PLACES = 400
RECOGNISE, REPEAT, CLOCK, DELAY = range(11, 15)
TWO_HOURS = 2 * walk.HOUR


def sent_twice(block: Block) -> Block:
    """Some events come a second time with the same message id."""
    if block.world.noise < 2:
        return block
    again = uniform(drawn(block.world.seed, REPEAT, message_numbers(block))) < TWICE
    return block.taken(np.repeat(np.arange(len(block.times)), 1 + again))


def by_wrong_clocks(block: Block) -> Block:
    """Some devices' clocks are up to two hours wrong, always by the same; what the shop notes itself is right."""
    if block.world.noise < 2:
        return block
    devices = block.field(walk.DEVICE_ID).astype(np.int64)
    words = drawn(block.world.seed, CLOCK, block.people.first * 3 + np.maximum(devices, 0))
    wrong = (uniform(words) < WRONG_CLOCKS) & (devices >= 0) & (block.rows[:, walk.KIND] <= walk.ORDER_SUMMARY)
    shift = ((words & np.uint64(2047)).astype(np.int64) - 1023) * (TWO_HOURS // 1024_000) * 1000
    times = np.maximum(np.where(wrong, block.times + shift, block.times), START)
    return Block(block.world, block.people, block.rows, times, block.owner, block.nth)


def arriving_late(block: Block) -> Block:
    """Some events stand further down than their time says."""
    if block.world.noise < 2:
        return block
    words = drawn(block.world.seed, DELAY, message_numbers(block))
    late = uniform(words) < LATE
    waits = np.where(late, (words % np.uint64(LATEST_PLACES)).astype(np.int64), 0)
    return block.taken(np.argsort(np.arange(len(late)) + waits, kind="stable"))


def customer_column(block: Block) -> Column:
    """Under which id each event's customer came: her number or, on visits where nobody knew her, the device's id."""
    names = [customers.customer_id(number) for number in block.people.numbers.tolist()]
    if block.world.noise < 2:
        return Column("customer", "text", block.owner, names)
    devices = device_column(block)
    numbers = np.where(unrecognised(block), len(names) + devices.numbers, block.owner)
    return Column("customer", "text", numbers, [*names, *devices.values])


def unrecognised(block: Block) -> NDArray[np.bool_]:
    """Events of an occasion on which she was not logged in until the checkout."""
    occasion = (block.people.first + block.owner) * 1000 + block.field(walk.MISSION)
    kind = block.rows[:, walk.KIND]
    before = (kind < walk.CHECKOUT) | (kind == walk.AD_CLICK)
    lost = uniform(drawn(block.world.seed, RECOGNISE, occasion)) < UNRECOGNISED
    return np.asarray(before & lost & (block.rows[:, walk.DEVICE_ID] >= 0))
