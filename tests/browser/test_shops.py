"""Shop visits by hand: a poster is made, a visitor checks in by it, staff count without a connection, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Server, words

from cesta.store.workspace import Workspace
from conftest import OpenPage

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
PLACE = "Kraków Rynek"
HELD = 31_000
LOST = "ERR_CONNECTION_REFUSED"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Iterator[Server]:
    """One server for all of these walks."""
    root = tmp_path_factory.mktemp("shops") / "shop"
    shop_maker(root).close()
    running = Server("serve", root)
    yield running
    running.stop()


def counted(api: httpx.Client, address: str, event: str) -> list[dict[str, Any]]:
    """What came by this name, the earliest first: each customer with what was said."""
    found = api.get(f"{address}/api/customers/{quote(f'place {PLACE}', safe='')}").json()
    return [each["properties"] for each in found.get("events", ()) if each["event"] == event]


def a_page(api: httpx.Client, address: str, kind: str) -> str:
    wanted = {"page": kind, "place": PLACE, "address": address}
    made: str = api.post(f"{address}/api/shop/pages", json=wanted).json()["address"]
    return made


def taps(page: Page, text: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=text).get_by_role("button")


def test_from_the_poster_to_a_visit_on_a_phone_in_polish_by_keyboard(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    address = server.address
    page = open_page()
    page.goto(f"{address}/data")
    page.get_by_role("navigation", name="Pages about data").get_by_role("link", name="Shop visits").click()
    page.get_by_label("Which shop?").fill(PLACE)
    expect(page.get_by_text("Only this machine reaches this address")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"The poster for {PLACE}")).to_be_focused()
    expect(page.get_by_role("img", name=f"QR code for {PLACE}")).to_be_visible()
    link = page.locator("main code").inner_text()
    assert axe(page) == []

    phone = open_page(390, 844, locale="pl-PL", scheme="dark")
    phone.goto(link)
    expect(phone.get_by_role("heading", level=1)).to_have_text(words("pl")["counter.check_in"])
    expect(phone.get_by_text(words("pl")["counter.noted"])).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("radio", name="Telefon").check()
    phone.get_by_role("textbox", name="Telefon").fill("601 234 567")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text(words("pl")["counter.wrong.agree"])).to_be_visible()
    expect(phone.get_by_role("checkbox")).to_be_focused()
    assert axe(phone) == []
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=words("pl")["counter.done"])).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0
    seen = api.get(f"{address}/api/customers/601234567").json()["events"]
    assert [(each["event"], each["properties"]["how"]) for each in seen] == [("shop_check_in", "check_in")]
    assert {**seen[0]["properties"]}["agreed"] is True


def test_a_visitor_who_stays_unknown_and_a_code_that_is_no_more(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    address = server.address
    link = a_page(api, address, "check-in")
    page = open_page(390, 844, forgiven="401")
    page.goto(link)
    page.get_by_label("Language").select_option("cs")
    page.get_by_role("button", name=words("cs")["counter.check_in"]).click()
    expect(page.get_by_role("heading", name=words("cs")["counter.done"])).to_be_visible()
    said = counted(api, address, "shop_check_in")[-1]
    assert {name: said.get(name) for name in ("place", "how", "channel", "agreed")} == {
        "place": PLACE, "how": "check_in", "channel": "store", "agreed": None,
    }  # fmt: skip
    sources = api.get(f"{address}/api/sources").json()["sources"]
    for key in next(each for each in sources if each["source"] == f"{PLACE} (check-in)")["keys"]:
        api.post(f"{address}/api/sources/keys/{key['id']}/revoke", json={})
    page.reload()
    expect(page.get_by_role("heading", name=words("cs")["counter.refused"])).to_be_visible()
    page.goto(f"{address}/check-in")
    expect(page.get_by_role("heading", name=words("cs")["counter.cut"])).to_be_visible()
    assert axe(page) == []


def test_taps_without_a_connection_are_kept_undone_and_sent_once(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    address = server.address
    link = a_page(api, address, "tally")
    before = len(counted(api, address, "shop_tally"))
    page = open_page(1024, 768, forgiven=LOST)
    page.goto(link)
    # A page of before opens without a connection once the browser keeps it.
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.reload()
    expect(taps(page, "Bought")).to_be_visible()
    server.stop()
    for text in ("Came in", "Came in", "Asked", "Bought"):
        taps(page, text).click()
    page.get_by_role("button", name="Undo “Bought”").press("Enter")
    page.get_by_role("button", name="Undo “Asked”").click()
    expect(taps(page, "Came in")).to_contain_text("2")
    expect(taps(page, "Bought")).to_contain_text("0")
    assert axe(page) == []
    page.reload()
    expect(taps(page, "Came in")).to_contain_text("2")
    expect(page.get_by_text("No connection: 2 taps are kept here")).to_be_visible()

    server.start()
    expect(page.get_by_text("Everything is sent.")).to_be_visible()
    page.reload()
    expect(taps(page, "Came in")).to_contain_text("2")
    said = counted(api, address, "shop_tally")[before:]
    assert [(each["did"], each["people"], each["place"]) for each in said] == [("came_in", 1, PLACE)] * 2


def test_both_pages_speak_every_language_on_a_small_phone(
    server: Server, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    made = {kind: a_page(api, server.address, kind) for kind in ("check-in", "tally")}
    for language, (kind, dark) in product(("en", "pl", "cs", "ru"), (("check-in", False), ("tally", True))):
        page = open_page(360, 640, locale=language, scheme="dark" if dark else "light")
        page.goto(made[kind])
        title = PLACE if dark else words(language)["counter.check_in"]
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page.locator("li button, .go").first).to_be_visible()
        assert "counter." not in page.locator("body").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.documentElement.lang") == language
        assert axe(page) == []


def test_a_tap_goes_by_itself_after_a_while(server: Server, open_page: OpenPage, api: httpx.Client) -> None:
    address = server.address
    page = open_page(390, 844)
    page.clock.install()
    page.goto(a_page(api, address, "tally"))
    before = len(counted(api, address, "shop_tally"))
    taps(page, "Tried on").click()
    expect(page.get_by_text("1 tap is waiting to be sent.")).to_be_visible()
    page.clock.fast_forward(HELD)
    page.clock.run_for(3_000)
    expect(page.get_by_text("Everything is sent.")).to_be_visible()
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_visible()
    assert len(counted(api, address, "shop_tally")) == before + 1
