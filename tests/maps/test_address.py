"""Addresses name parts by their ids: they hold whatever is added or moved around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.address import box_of, id_of, look, place_in, put
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document, written

TEXT = "id: m\nstages:\n  - id: pay\n    name: Pay\n    touchpoints:\n      - {id: card, name: Card}\n      - shared\n"


def test_a_part_is_found_by_ids_and_a_missing_one_is_nothing() -> None:
    tree = parse_document(TEXT, Path("x.yaml")).tree
    assert look(tree, ("stages", "pay", "touchpoints", "card", "name")) == "Card"
    assert look(tree, ("stages", "pay", "touchpoints", "shared")) == "shared"
    assert look(tree, ("stages", "gone", "name")) is None
    assert look(tree, ("id", "deeper")) is None
    assert (id_of("shared"), id_of({"id": 1}), place_in(tree["stages"], "pay")) == ("shared", None, 0)


def test_mappings_on_the_way_are_made_and_items_are_not() -> None:
    tree = parse_document(TEXT, Path("x.yaml")).tree
    box_of(tree, ("stages", "pay", "raci", "responsible"), stubs=False)["responsible"] = ["jana"]
    assert "    raci: {responsible: [jana]}\n    touchpoints:" in written(tree).replace("- jana", "[jana]")
    with pytest.raises(CestaError) as caught:
        box_of(tree, ("stages", "gone", "name"), stubs=False)
    assert caught.value.code == "part_gone"
    with pytest.raises(CestaError) as caught:
        box_of(tree, ("stages", "pay", "touchpoints", "shared", "name"), stubs=False)
    assert caught.value.code == "shared_touchpoint"


def test_a_variant_gets_a_place_of_its_own_for_what_its_base_has() -> None:
    tree = parse_document("id: v\nextends: m\n", Path("x.yaml")).tree
    box_of(tree, ("stages", "pay", "name"), stubs=True)["name"] = "I pay"
    assert written(tree) == "id: v\nextends: m\nstages:\n  - id: pay\n    name: I pay\n"


def test_a_new_field_comes_before_the_long_lists_and_a_name_first() -> None:
    tree = parse_document(TEXT, Path("x.yaml")).tree
    stage = tree["stages"][0]
    put(stage, "thinks", "Hm")
    put(stage, "short", "P")
    assert list(stage) == ["id", "name", "short", "thinks", "touchpoints"]
