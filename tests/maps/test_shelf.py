"""The maps of a workspace."""

from __future__ import annotations

import pytest

from cesta.maps.shelf import MapEntry, list_maps, map_path, read_text
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_the_list_has_broken_ones_too(shop: Workspace, shop_map: str) -> None:
    (shop.root / "maps" / "a.yaml").write_text("{")
    assert list_maps(shop, "pl") == (
        MapEntry("a", "a", "L1", "current", "broken"),
        MapEntry("buy", "Kupuję płaszcz", "L1", "current", "draft"),
    )
    assert read_text(shop, "buy") == shop_map


def test_an_id_never_leaves_the_folder(shop: Workspace) -> None:
    with pytest.raises(CestaError) as caught:
        map_path(shop, "../cesta")
    assert caught.value.code == "unknown_map"
