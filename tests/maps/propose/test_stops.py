"""Stops: each with an id of its own, its events and its people counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from cesta.maps.propose.kinds import kinds_of
from cesta.maps.propose.stops import Maker
from cesta.store.columns import Columns


def test_counts_and_ids(world: Callable[..., Columns]) -> None:
    columns = world("3 x: buy 0m, buy 1m, zig 2m", "2 x: zig 0m")
    maker = Maker(columns, ())
    buy, zig = kinds_of(columns)
    first = maker.stop(buy, columns.codes == 0, "goal", 1.0)
    second = maker.stop(replace(zig, label="Purchase"), columns.codes == 1, "known", 0.0, "rare")
    assert (first.id, first.events, first.people) == ("purchase", 6, 3)
    assert (second.id, second.events, second.people, second.reason) == ("purchase-2", 5, 5, "rare")


def test_names_alike_are_numbered(world: Callable[..., Columns]) -> None:
    columns = world("1 x: zig 0m, zag 1m")
    maker = Maker(columns, ())
    zag, zig = (maker.stop(kind, np.zeros(2, dtype=np.bool_), "known", 0.0) for kind in kinds_of(columns))
    named = maker.unlike([replace(zag, name="Same"), replace(zig, name="Same")])
    assert [stop.name for stop in named] == ["Same", "Same (2)"]
