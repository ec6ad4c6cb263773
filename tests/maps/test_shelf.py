"""The maps of a workspace."""

from __future__ import annotations

import pytest

from cesta.maps.shelf import MapEntry, list_maps, map_ids, map_path, read_text, save_new
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


def test_a_map_lies_in_the_one_it_names_or_that_zooms_into_it_and_never_in_itself(shop: Workspace) -> None:
    for name, more in (("a", "parent: b\n"), ("b", "parent: c\n"), ("c", "parent: a\n"), ("two", "parent: gone\n")):
        (shop.root / "maps" / f"{name}.yaml").write_text(TWO.replace("id: two\n", f"id: {name}\n{more}", 1))
    zoom = TWO.replace("name: Talk,", "name: Talk, zooms_to: two,").replace("id: two", "id: zoom", 1)
    (shop.root / "maps" / "zoom.yaml").write_text(zoom)
    parents = {entry.id: entry.parent for entry in list_maps(shop)}
    assert parents == {"a": "b", "b": "c", "c": None, "buy": None, "two": "zoom", "zoom": None}


def test_a_new_map_is_saved_once(shop: Workspace) -> None:
    path = save_new(shop, "two", TWO)
    assert path.read_text() == TWO
    with pytest.raises(CestaError, match="map_exists"):
        save_new(shop, "two", TWO.replace("Two", "Three"))
    assert read_text(shop, "two") == TWO


@pytest.mark.parametrize(
    ("map_id", "text", "code"),
    [
        ("../two", TWO, "bad_value"),
        ("propose", TWO, "bad_value"),
        ("two", "{", "bad_yaml"),
        ("two", "cesta: map/1", "bad_map"),
        ("two", TWO.replace("match: {event: see}", "match: {evnt: see}"), "bad_map"),
    ],
)
def test_what_is_no_map_is_not_saved(shop: Workspace, map_id: str, text: str, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        save_new(shop, map_id, text)
    assert caught.value.code == code
    assert map_ids(shop) == ("buy",)
