"""A draft lists its stops from left to right."""

from __future__ import annotations

from collections.abc import Callable

from cesta.maps.propose.draft import Draft
from cesta.store.columns import Columns


def test_stops_left_to_right(world: Callable[..., Columns], drawn: Callable[[Columns], Draft]) -> None:
    draft = drawn(world("3 x: home 0m, add to cart 1m, purchase 2m"))
    assert [stop.id for stop in draft.stops] == ["home", "add-to-cart", "purchase"]
    assert len(draft.stages) == 3
