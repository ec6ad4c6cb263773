"""All maps as a tree."""

from __future__ import annotations

from cesta.maps.atlas import places
from cesta.store.workspace import Workspace


def test_every_map_stands_once_below_the_one_it_lies_in(shop: Workspace, shop_map: str) -> None:
    for name, more in (("life", "level: L0\n"), ("pay", "parent: buy\nlevel: L2\n"), ("bad", "{")):
        text = shop_map.replace("id: buy\n", f"id: {name}\n{more}", 1) if name != "bad" else more
        (shop.root / "maps" / f"{name}.yaml").write_text(text)
    buy = shop.root / "maps" / "buy.yaml"
    buy.write_text(buy.read_text().replace("id: buy\n", "id: buy\nparent: life\n", 1))
    found = [(place.map.id, place.depth, place.inside) for place in places(shop)]
    assert found == [("life", 0, 1), ("buy", 1, 1), ("pay", 2, 0), ("bad", 0, 0)]
