"""What is counted by hand in shops: built in, or as the workspace's own document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.shop import FILE, keep_place, shop_of
from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES


def test_every_workspace_begins_with_five_buttons_in_every_language(tmp_path: Path) -> None:
    shop = shop_of(tmp_path)
    assert [button.did for button in shop.tally] == ["came_in", "asked", "tried_on", "bought", "left_without_buying"]
    assert all(not isinstance(button.text, str) and set(button.text) == set(LANGUAGES) for button in shop.tally)
    assert (shop.ask, shop.places, shop.address) == (("email", "phone", "card"), (), None)


def test_what_a_workspace_says_takes_the_place_of_it(tmp_path: Path) -> None:
    text = "cesta: shop/1\nname: Boty\nask: []\ntally:\n  - {did: asked, text: Someone asked}\n"
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    shop = shop_of(tmp_path)
    assert (shop.name, shop.ask, [button.text for button in shop.tally]) == ("Boty", (), ["Someone asked"])


def test_a_new_place_is_kept_once_and_comments_stay(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# our shops\ncesta: shop/1\nname: Boty  # short\n", encoding="utf-8")
    for place in ("Kraków Rynek", "Łódź", "Kraków Rynek"):
        keep_place(tmp_path, place, "https://events.shop.example")
    shop = shop_of(tmp_path)
    assert (shop.places, shop.address) == (("Kraków Rynek", "Łódź"), "https://events.shop.example")
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "# our shops" in written
    assert "# short" in written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cesta: shop/1\nask: [fax]\n", f"{FILE}:2:"),
        ("cesta: shop/1\ntally:\n  - {did: Came In, text: x}\n", f"{FILE}:3:"),
        ("cesta: shop/1\nbuttons: []\n", f"{FILE}:2:"),
        ("cesta: shop/1\nplaces: Brno\n", f"{FILE}:2:"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(CestaError, match=told) as caught:
        shop_of(tmp_path)
    assert caught.value.code == "bad_shop"
    with pytest.raises(CestaError, match=FILE):
        keep_place(tmp_path, "Brno", "https://events.shop.example")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text
