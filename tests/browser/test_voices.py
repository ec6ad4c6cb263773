"""What customers wrote, on the map: the mood is read from it, and the texts themselves are one click away."""

from __future__ import annotations

import re
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
SAID = [
    ("pl", "Świetna obsługa, wszystko na czas, polecam!"),
    ("cs", "Balík přišel rozbitý a nikdo nebere telefon."),
    ("ru", "Отличный магазин, спасибо большое!"),
    ("en", "Great shop, thank you! 😍"),
    ("pl", "Jestem bardzo zadowolona, dziękuję."),
    ("cs", "Skvělé, určitě objednám znovu!"),
]
WRITTEN = [("purchase", n, *said) for n, said in enumerate(SAID)]
WRITTEN += [("add_to_cart", n, *said) for n, said in enumerate(SAID[:2])]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("voices") / "shop"
    with shop_maker(root) as workspace:
        path = root / "maps" / "buy-clothes.yaml"
        said = path.read_text(encoding="utf-8")
        path.write_text(
            said.replace("event: purchase}}", "event: purchase}, emotion: {assumed: -1}}"), encoding="utf-8"
        )
        events = [
            {
                "event": name,
                "customer": f"writer-{n}",
                "ts": f"2026-01-20T10:0{n}:00Z",
            }
            | {"props": {"text": text, "language": lang}}
            for name, n, lang, text in WRITTEN
        ]
        accept(workspace, events, "web")
    running = Server("serve", root)
    yield running
    running.stop()


def test_the_mood_is_read_and_its_words_are_there(server: Server, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(1440, 900)
    page.goto(f"{server.address}/maps/buy-clothes?stop=bought")
    panel = page.locator("aside, [role='dialog']").filter(has=page.get_by_role("tab")).first
    expect(panel).to_contain_text("6 people, each counted once.")
    expect(panel).to_contain_text("words 100%")
    expect(panel).to_contain_text("Declared: −1")
    # Two who wrote are too few for a number: a gap, and it says so.
    expect(page.get_by_text("n = 2, too few").first).to_be_visible()
    panel.get_by_role("tab", name="Voices").click()
    quotes = panel.locator("blockquote")
    expect(quotes).to_have_count(len(SAID))
    expect(quotes.first).to_have_text(SAID[-1][1])
    assert [quote.get_attribute("lang") for quote in quotes.all()] == [lang for lang, _ in reversed(SAID)]
    expect(panel.get_by_role("link", name="writer-5")).to_be_visible()
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    expect(page.locator("blockquote").first).to_be_visible()
    assert axe(page) == []


def test_what_moves_customers_stands_beside_the_map(server: Server, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(390, 844)
    page.goto(f"{server.address}/maps/buy-clothes?beside=drivers&outcome=return")
    panel = page.get_by_role("dialog").or_(page.locator("aside")).filter(has_text="What moves customers").first
    expect(panel.get_by_label("What they say or do")).to_have_value("return")
    # Of the small shop nobody is known long enough: that is said, and another outcome can be chosen.
    expect(panel).to_contain_text("Nobody has said or done anything yet")
    panel.get_by_label("What they say or do").select_option("words")
    expect(panel).to_contain_text("On the mean")
    expect(panel).to_contain_text("A comparison, not proof of cause.")
    expect(page).to_have_url(re.compile("outcome=words"))
    assert axe(page) == []
