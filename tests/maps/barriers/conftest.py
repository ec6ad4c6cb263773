"""What the tests of barriers share: small logs as past, and a generated shop with and without planted truths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path

import numpy as np
import pytest

from cesta.journeys.where import mask
from cesta.maps.barriers.happened import Happened
from cesta.maps.document import parse
from cesta.maps.trace import trace
from cesta.model.event import Event, Value
from cesta.samples.retail import plants
from cesta.samples.retail.events import Column as Written
from cesta.samples.retail.events import Walker, World, columns, event_column
from cesta.store.columns import Column, Columns, from_events

MINUTE = 60_000_000
MAP = """
cesta: map/1
id: m
title: m
start: {first_of: [a]}
goal: {event: goal}
stages:
  - {id: s, name: s, touchpoints: [{id: a, name: a, match: {event: a}}, {id: b, name: b, match: {event: b}}]}
"""
Log = Sequence[tuple[str, str, int, dict[str, Value]]]


def past_of(columns: Columns, text: str) -> Happened:
    document = parse(text, Path("m.yaml"))
    found = trace(document, columns, UTC)
    starts = np.zeros(len(columns.codes), np.bool_)
    for condition in document.rules.starts:
        starts |= mask(columns, condition, zone=UTC)
    assert document.goal is not None
    goal = mask(columns, document.goal.condition, zone=UTC)
    return Happened(found, np.flatnonzero(found.journey >= 0), goal, starts)


@pytest.fixture(scope="session")
def past() -> Callable[[Log], Happened]:
    """Customer, event, minute and properties, in any order."""

    def made(log: Log) -> Happened:
        events = [Event("t", f"{row}", who, name, at * MINUTE, props) for row, (who, name, at, props) in enumerate(log)]
        return past_of(from_events(events), MAP)

    return made


def coded(column: Written) -> Column:
    """A written column as the store keeps it."""
    used, places = np.unique(np.asarray(column.numbers, np.int64), return_inverse=True)
    values = [column.values[place] if column.kind == "text" else place for place in used[used >= 0].tolist()]
    return Column((places.reshape(-1) - int(used[0] < 0)).astype(np.int32), tuple(values))


@pytest.fixture(scope="session")
def shop_past() -> Callable[[int, int, str, int], Happened]:
    """The generated shop: seed, noise, what is planted, how many customers."""
    text = (Path(plants.__file__).parent / "maps" / "buy-clothes.yaml").read_text(encoding="utf-8")

    def made(seed: int, noise: int, planted: str, customers: int) -> Happened:
        block = Walker(World(seed, noise, plants.chosen(planted))).block(0, customers)
        events = event_column(block)
        names = tuple(sorted(events.values))
        place = np.array([names.index(name) for name in events.values])
        offsets = np.concatenate(([0], np.cumsum(np.bincount(block.owner, minlength=customers))))
        props = {column.name: coded(column) for column in columns(block) if column.kind != "message"}
        ids = tuple(f"c{number:09d}" for number in range(customers))
        codes = place[events.numbers].astype(np.int16)
        return past_of(Columns(ids, offsets, codes, block.times, names, props), text)

    return made
