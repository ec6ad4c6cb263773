"""Surveys as people meet them: behind a link on a phone, by keyboard, in four languages; in a corner of a page."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from playwright.sync_api import Page, expect
from serving import Server, words

from cesta.store.workspace import Workspace
from conftest import OpenPage

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
PATIENCE = 30
SURVEY = """cesta: survey/1
id: after-order
name: {en: After your order, pl: Po zamówieniu, cs: Po objednávce, ru: После заказа}
status: open
touchpoint: bought
where: [page, link]
page: {after: purchase}
follow_up: {question: recommend, at_most: 6, owner: jana}
questions:
  - id: recommend
    ask: nps
    required: true
    text: {en: Would you recommend us?, pl: Czy nas polecisz?, cs: Doporučíte nás?, ru: Посоветуете ли нас?}
  - id: why
    ask: text
    text: {en: What went wrong?, pl: Co poszło nie tak?, cs: Co se nepovedlo?, ru: Что было не так?}
    show_if: {question: recommend, at_most: 6}
  - id: how
    ask: one
    text: {en: How did you find us?, pl: Skąd nas znasz?, cs: Odkud nás znáte?, ru: Откуда вы нас знаете?}
    choices: [{id: friend, text: ♥}, {id: search, text: ⌕}]
"""
LANGUAGES: tuple[tuple[str, Literal["light", "dark"], int], ...] = (
    ("en-GB", "light", 0), ("pl-PL", "dark", 9), ("cs-CZ", "light", 10), ("ru-RU", "dark", 3),
)  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Iterator[Server]:
    """One server for both walks; numbers show from two answers on."""
    root = tmp_path_factory.mktemp("surveys") / "shop"
    shop_maker(root).close()
    settings = root / "cesta.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("min_n: 5", "min_n: 2"), encoding="utf-8")
    (root / "surveys").mkdir(exist_ok=True)
    (root / "surveys" / "after-order.yaml").write_text(SURVEY, encoding="utf-8")
    # The browser that walks here says that it is a machine.
    (root / "collection.yaml").write_text("cesta: collection/1\nbots: {count: true}\n", encoding="utf-8")
    running = Server("serve", root)
    yield running
    running.stop()


@pytest.fixture
def another_site() -> Iterator[Callable[[str], str]]:
    """A shop's own site, with something in the head of its only page."""
    sites: list[ThreadingHTTPServer] = []

    def made(head: str) -> str:
        body = "<body><main><h1>Sklep</h1><button>Kup</button></main></body>"
        html = f'<!doctype html><html lang="pl"><head><title>Sklep</title>{head}</head>{body}</html>'.encode()

        class Only(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/html; charset=utf-8")
                self.send_header("content-length", str(len(html)))
                self.end_headers()
                self.wfile.write(html)

            def log_message(self, *_: object) -> None:
                pass

        sites.append(ThreadingHTTPServer(("127.0.0.1", 0), Only))
        threading.Thread(target=sites[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{sites[-1].server_port}"

    yield made
    for site in sites:
        site.shutdown()
        site.server_close()


def results(api: httpx.Client, server: Server, answered: int) -> dict[str, Any]:
    """What it came to, once so many have answered; an answer is there as soon as it was taken."""
    end = time.monotonic() + PATIENCE
    while True:
        found: dict[str, Any] = api.get(f"{server.address}/api/surveys/after-order/results").json()
        if found["finished"]["n"] >= answered or time.monotonic() > end:
            return found
        time.sleep(0.1)


def fill_in(phone: Page, language: str, score: int, axe: Axe) -> None:
    """From the first question to the thanks, with the keyboard alone."""
    said = {key.removeprefix("ask."): text for key, text in words(language).items() if key.startswith("ask.")}
    expect(phone.locator("legend")).to_be_visible()
    assert axe(phone) == []
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(phone.locator("input").first).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("alert")).to_have_text(said["required"])
    phone.keyboard.press("Space")
    for _ in range(score):
        phone.keyboard.press("ArrowRight")
    phone.keyboard.press("Enter")
    if score <= 6:
        expect(phone.get_by_role("textbox")).to_be_focused()
        phone.keyboard.type("Ďáblovo ąę")
        phone.keyboard.press("Tab")
        phone.keyboard.press("Tab")
        phone.keyboard.press("Enter")
    expect(phone.get_by_role("radio", name="♥")).to_be_focused()
    phone.keyboard.press("Space")
    assert axe(phone) == []
    expect(phone.get_by_role("button", name=said["send"])).to_be_visible()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status").first).to_contain_text(said["done"])
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_behind_a_link_in_four_languages_by_keyboard_and_on_the_map(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    address = server.address
    page = open_page()
    page.goto(f"{address}/surveys?survey=after-order&view=link")
    page.get_by_role("textbox").first.fill("Brno")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    assert axe(page) == []
    link = page.locator("main code").inner_text()
    for locale, scheme, score in LANGUAGES:
        phone = open_page(390, 844, locale=locale, scheme=scheme)
        phone.goto(f"{link}&who=customer-{locale}")
        fill_in(phone, locale[:2], score, axe)
    found = results(api, server, 4)
    first = found["questions"][0]
    assert (found["shown"], found["finished"]["n"], first["score"]["value"]) == (4, 4, 0)
    assert sorted(one["key"] for one in first["counts"] if one["n"]) == ["0", "10", "3", "9"]
    comments = api.get(f"{address}/api/surveys/after-order/comments").json()["comments"]
    assert {(one["text"], one["language"]) for one in comments} == {("Ďáblovo ąę", "en"), ("Ďáblovo ąę", "ru")}
    page.goto(f"{address}/surveys?survey=after-order")
    expect(page.get_by_role("heading", name="In their own words")).to_be_visible()
    assert axe(page) == []
    page.goto(f"{address}/surveys?survey=after-order&view=edit")
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    assert axe(page) == []
    (shown,) = api.get(f"{address}/api/maps/buy-clothes").json()["stages"][2]["touchpoints"][1]["asked"]
    assert (shown["ask"], shown["number"]["value"], shown["number"]["n"]) == ("nps", 0, 4)
    page.goto(f"{address}/maps/buy-clothes?stop=bought")
    expect(page.get_by_text("Asked about this")).to_be_visible()
    closed = SURVEY.replace("status: open", "status: closed")
    (server.folder / "surveys" / "after-order.yaml").write_text(closed, encoding="utf-8")
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text(words("ru")["ask.closed"])
    (server.folder / "surveys" / "after-order.yaml").write_text(SURVEY, encoding="utf-8")


def test_in_a_corner_of_a_page_after_an_event_once(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client, another_site: Callable[[str], str]
) -> None:
    address = server.address
    before = api.get(f"{address}/api/surveys/after-order/results").json()["finished"]["n"]
    key = api.post(f"{address}/api/sources/keys", json={"source": "web"}).json()["key"]
    script = f'<script async src="{address}/cesta.js" data-key="{key}" data-consent="given"></script>'
    page = open_page(390, 844, locale="pl-PL")
    site = another_site(script)
    page.goto(f"{site}/thanks")
    page.wait_for_function("window.cestaSurveys")
    page.get_by_role("button", name="Kup").focus()
    page.evaluate("cesta.identify('jan'); cesta.track('purchase')")
    dialog = page.get_by_role("dialog", name="Po zamówieniu")
    expect(dialog).to_be_visible()
    expect(page.get_by_role("button", name="Kup")).to_be_focused()
    assert axe(page) == []
    dialog.get_by_role("button", name=words("pl")["ask.close"]).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    dialog.get_by_role("radio", name="⌕").click()
    expect(dialog.get_by_role("status")).to_contain_text(words("pl")["ask.done"])
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    results(api, server, before + 1)
    seen = [one["event"] for one in api.get(f"{address}/api/customers/jan").json()["events"]]
    assert [one for one in seen if one.startswith("survey")] == [
        "survey_shown", "survey_answered", "survey_answered", "survey_finished",
    ]  # fmt: skip
    page.goto(f"{site}/again")
    page.wait_for_function("!!(window.cesta && cesta.track)")
    page.evaluate("cesta.track('purchase')")
    page.wait_for_timeout(500)
    expect(dialog).to_have_count(0)
