"""A page for a shop: its address holds the key and the place, and nothing of it is kept readable."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from cesta.api.shop import make_page, shop_view
from cesta.ingest.shop import FILE
from cesta.model.errors import CestaError
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def test_a_page_has_a_key_of_its_own(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        made = make_page(workspace, "check-in", " Kraków Rynek ", "https://events.shop.example/ ")
        parts = urlsplit(made.address)
        said = parse_qs(parts.fragment)
        assert (parts.netloc, parts.path, parts.query) == ("events.shop.example", "/check-in", "")
        assert said["at"] == ["Kraków Rynek"]
        keys = Keys(workspace.data)
        assert keys.source_of(said["key"][0]) == made.source == "Kraków Rynek (check-in)"
        other = make_page(workspace, "tally", "Kraków Rynek", "http://10.0.0.5:9000/w/shop")
        assert other.address.startswith("http://10.0.0.5:9000/w/shop/tally#key=")
        seen = shop_view(workspace)
        assert (seen.places, seen.address, len(seen.buttons)) == (("Kraków Rynek",), "http://10.0.0.5:9000/w/shop", 5)
        assert said["key"][0] not in (workspace.root / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "address", "code"),
    [
        ("  ", "https://shop.example", "bad_place"),
        ("a\nb", "https://shop.example", "bad_place"),
        ("x" * 121, "https://shop.example", "bad_place"),
        ("Brno", "", "bad_address"),
        ("Brno", "events.shop.example", "bad_address"),
        ("Brno", "javascript:alert(1)", "bad_address"),
        ("Brno", "https://", "bad_address"),
        ("Brno", "http://[", "bad_address"),
    ],
)
def test_what_cannot_be_makes_no_key(tmp_path: Path, place: str, address: str, code: str) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        with pytest.raises(CestaError) as caught:
            make_page(workspace, "tally", place, address)
        assert caught.value.code == code
        assert Keys(workspace.data).every() == []
        assert not (workspace.root / FILE).exists()


def test_a_mistake_in_the_document_is_told(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        (workspace.root / FILE).write_text("cesta: shop/1\nask: [fax]\n", encoding="utf-8")
        assert f"{FILE}:2:" in str(shop_view(workspace).problem)
