"""What customers write about: found while one waits, each text a click away, searched by meaning, linked to the map."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import Server

from cesta.ingest.door import accept
from cesta.store.workspace import Workspace
from conftest import OpenPage

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
QUEUE = [
    *("Jedna kasa otwarta i kolejka na pół sklepu.", "Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса."),
    *("Otevřená jedna pokladna a fronta přes celý obchod.", "One till open and a queue across the whole shop."),
]
LOGIN = [
    *("Nie mogę zalogować się do aplikacji, hasło niby błędne.", "После обновления не могу войти в приложение."),
    *("Po aktualizaci se nemůžu přihlásit do aplikace.", "Can't log in to the app, it says wrong password."),
    "can't log in since the update",
]
SAID = [("purchase", 1, text) for text in QUEUE * 3] + [("add_to_cart", 3, text) for text in LOGIN * 2]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shop_root: Path) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("themes") / "shop"
    with Workspace.create(root) as workspace:
        shutil.copyfile(shop_root / "maps" / "buy-clothes.yaml", root / "maps" / "buy-clothes.yaml")
        events = [
            {"event": event, "customer": f"w{n}", "ts": f"2026-0{month}-{n % 27 + 1:02}", "props": {"text": text}}
            for n, (event, month, text) in enumerate(SAID)
        ]
        accept(workspace, events, "web")
    running = Server("serve", root)
    yield running
    running.stop()


def test_from_a_touchpoint_to_its_themes_their_texts_and_back(server: Server, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(1440, 900)
    page.goto(f"{server.address}/maps/buy-clothes?stop=bought&tab=voices")
    page.get_by_role("link", name="What these texts are about").click()
    rows = page.locator("main section.list li")
    expect(page.get_by_role("heading", level=1)).to_have_text("Themes")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("15 texts")
    page.get_by_role("button", name="Show everything").click()
    expect(rows).to_have_count(2)
    # What came up in the newest month alone is new.
    expect(rows.filter(has_text="10 texts")).to_contain_text("new")
    rows.first.get_by_role("link").click()
    quotes = page.locator("section.texts blockquote")
    expect(quotes).to_have_count(15)
    assert set(quotes.all_inner_texts()) == set(QUEUE)
    assert axe(page) == []
    page.get_by_role("searchbox").fill("cannot sign in with my password")
    page.keyboard.press("Enter")
    expect(quotes.first).to_have_text(re.compile("password"))
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    expect(quotes.first).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="All themes").click()
    rows.first.get_by_role("link").click()
    page.get_by_role("link", name="I have it").click()
    expect(page.get_by_role("tab", name="Voices")).to_have_attribute("aria-selected", "true")
