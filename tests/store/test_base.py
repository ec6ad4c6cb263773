"""A base in memory has its events, and room behind them."""

from cesta.model.event import Event
from cesta.store.base import LEAST_ROOM, InMemory, room_for
from cesta.store.columns import from_events


def test_room_behind_the_events() -> None:
    base = InMemory(from_events([Event("web", "1", "ann", "see", 1, {"price": 2})]), room=3)
    codes, values = base.property("price")
    assert (base.size, len(base.codes), len(base.times), len(base.assumed), len(codes)) == (1, 4, 4, 4, 4)
    assert (list(base.customers), base.properties, values[codes[0]]) == (["ann"], ("price",), 2)


def test_room_is_a_share_and_never_little() -> None:
    assert room_for(10) == LEAST_ROOM
    assert room_for(40_000_000) == 10_000_000
