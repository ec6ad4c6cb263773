"""The maps of a workspace."""

from __future__ import annotations

import pytest

from cesta.maps.shelf import MapEntry, list_maps, map_path, read_text
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

EVENTS = ("visit", "product_view", "add_to_cart", "payment_details", "purchase")
TWO = """cesta: map/1
id: two
title: Two
start: {first_of: [see]}
stages:
  - id: see
    name: See
    touchpoints:
      - {id: see, name: See, match: {event: see}}
      - {id: talk, name: Talk, match: {any: [{event: ask}, {event: call}]}}
  - id: pay
    name: Pay
    touchpoints:
      - {id: look, name: Look again, match: {event: see, where: "nth > 1"}}
      - {id: pay, name: Pay, match: {event: pay}}
"""


def test_the_list_has_broken_ones_too(shop: Workspace, shop_map: str) -> None:
    (shop.root / "maps" / "a.yaml").write_text("{")
    assert list_maps(shop, "pl") == (
        MapEntry("a", "a", "L1", "current", "broken"),
        MapEntry("buy", "Kupuję płaszcz", "L1", "current", "draft", EVENTS),
    )
    assert read_text(shop, "buy") == shop_map


def test_an_id_never_leaves_the_folder(shop: Workspace) -> None:
    with pytest.raises(CestaError) as caught:
        map_path(shop, "../cesta")
    assert caught.value.code == "unknown_map"


def test_its_events_are_named_once_in_the_order_of_the_stages(shop: Workspace) -> None:
    (shop.root / "maps" / "two.yaml").write_text(TWO)
    two = next(entry for entry in list_maps(shop) if entry.id == "two")
    assert two.status != "broken"
    assert two.events == ("see", "ask", "call", "pay")
