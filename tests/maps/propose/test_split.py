"""An event that hides many is split by what changes on the way, never by whom or what it is about."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cesta.maps.propose.kinds import Kind, kinds_of, places
from cesta.maps.propose.split import split
from cesta.store.columns import Columns


def of(columns: Columns) -> list[Kind]:
    journey = columns.owners()
    return split(kinds_of(columns), columns, journey)


def test_sections_of_a_site(world: Callable[..., Columns]) -> None:
    columns = world(
        "5 x: page_view 0m url=https://x.example/, page_view 1m url=https://x.example/shop/a, "
        "page_view 2m url=https://x.example/shop/b, page_view 3m url=https://x.example/shop/c?d=1, "
        "page_view 3m url=https://x.example/shop/e, page_view 4m url=https://x.example/cart"
    )
    assert {kind.label for kind in of(columns)} == {"Home", "Shop", "Cart"}
    assert int(np.count_nonzero(places(of(columns), columns) >= 0)) == len(columns.codes)


def test_a_property_of_the_customer_splits_nothing(world: Callable[..., Columns]) -> None:
    columns = world("5 x: click 0m type=new, click 1m type=new", "5 x: click 0m type=old, click 1m type=old")
    assert len(of(columns)) == 1


def test_neither_colours_nor_ids_split(world: Callable[..., Columns]) -> None:
    columns = world("5 x: click 0m colour=red item_id=a, click 1m colour=blue item_id=b")
    assert len(of(columns)) == 1


def test_a_property_without_a_telling_name_must_come_in_order(world: Callable[..., Columns]) -> None:
    ordered = world("5 x: click 0m what=one, click 1m what=two")
    assert [kind.label for kind in of(ordered)] == ["One", "Two"]
    mixed = world("5 x: click 0m what=one, click 1m what=two", "5 x: click 0m what=two, click 1m what=one")
    assert len(of(mixed)) == 1


def test_where_there_are_many_kinds_none_is_split(world: Callable[..., Columns]) -> None:
    others = ", ".join(f"kind{place}z {place}m" for place in range(9))
    columns = world(f"5 x: click 0m step=a, click 1m step=b, {others}")
    assert all(kind.where is None for kind in of(columns))
