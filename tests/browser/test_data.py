"""The data page: files dropped, read, corrected by pointing, loaded, taken back; counts are those of `cesta ask`."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Asked

from cesta.ingest.door import LoadHead, begin_seal
from cesta.model.event import Event, Value
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace
from conftest import Asking, OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
HEAD = "order_no,card,mail,bought_at,total\n"
JANUARY = HEAD + (
    "1,001,ann@shop.test,2026-01-03 10:00:00,12.50\n"
    "2,002,bob@shop.test,2026-01-14 11:00:00,8.00\n"
    "3,001,ann@shop.test,2026-01-20 12:00:00,20.00\n"
    "4,003,ann@shop.test,2026-01-28 09:30:00,5.00\n"
)
FEBRUARY = JANUARY.replace(",8.00", ",9.00") + "5,NA,eva@shop.test,2026-02-02 18:00:00,7.00\n"
SLASHED = "customer,event,date\nann,see,03/04/2026\nann,buy,05/04/2026\nbob,see,04/05/2026\n"
CZECH = "Zákazník;Událost;Kdy\n" + (
    "Žofie;nákup;3. 1. 2026 10:00\nŘehoř;příjezd;14. 1. 2026 11:00\nŽofie;vrácení;20. 1. 2026 9:00\n"
)
PRICES = "sku,name,price\nA-1,Coat,299.00\nA-2,Hat,49.00\n"
DROP = """([name, body]) => {
  const drop = new DataTransfer();
  drop.items.add(new File([Uint8Array.from(atob(body), (one) => one.charCodeAt(0))], name));
  for (const type of ['dragenter', 'dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, {dataTransfer: drop, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty workspace."""
    Workspace.create(tmp_path / "shop", name="Shop", timezone="Europe/Prague").close()
    return tmp_path / "shop"


def drop(page: Page, name: str, text: str, encoding: str = "utf-8") -> None:
    """Let a file go over the page, and wait until it is read."""
    expect(page.locator(".zone")).to_be_visible()
    page.evaluate(DROP, [name, base64.b64encode(text.encode(encoding)).decode()])
    expect(page.locator(".guess[aria-busy=false] h2")).to_be_visible()


def column(page: Page, name: str) -> Locator:
    """The head of a column; it says what the column is to us."""
    return page.locator(".head", has=page.get_by_text(name, exact=True))


def point(page: Page, name: str, word: str) -> None:
    """Say by keyboard what a column is."""
    column(page, name).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", checked=True)).to_be_focused()
    page.keyboard.press("Home")
    while word not in (page.evaluate("document.activeElement.textContent") or ""):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(column(page, name)).to_be_focused()


def load(page: Page) -> None:
    page.get_by_role("button", name=re.compile(r"^Load \d")).click()
    expect(page.locator("#result")).to_be_visible()


def counts(asked: Asked, event: str) -> tuple[int, int]:
    """Customers who did it, and all there are."""
    answer = asked("funnel", steps=[{"event": event}])
    return answer["result"]["counts"][0], answer["customers"]


def test_a_file_is_dropped_corrected_and_loaded(page: Page, served: Serve, asking: Asking, folder: Path) -> None:
    page.goto(f"{served(folder).address}/data")
    expect(page.get_by_role("heading", name="Drop your files here")).to_be_visible()
    drop(page, "orders.csv", JANUARY)
    expect(column(page, "card")).to_contain_text("who")
    expect(column(page, "bought_at")).to_contain_text("when")
    expect(column(page, "order_no")).to_contain_text("id")
    point(page, "mail", "This is the customer")
    expect(column(page, "mail")).to_contain_text("who")
    expect(column(page, "card")).not_to_contain_text("who")
    point(page, "total", "Leave out")
    expect(column(page, "total")).to_contain_text("left out")
    page.reload()
    expect(column(page, "mail")).to_contain_text("who")
    page.get_by_text("The mapping as text").click()
    expect(page.locator("pre")).to_contain_text("customer: mail")
    event = page.locator(".events li b").last.inner_text()
    load(page)
    expect(page.locator("#result")).to_have_text("4 events of 2 customers are in")
    expect(page.get_by_role("link", name="Draw a first map")).to_have_attribute("href", "/maps/propose")
    assert counts(asking(folder), event) == (2, 2)
    assert not list((folder / "data" / "uploads").glob("*"))


def test_an_overlapping_file_is_loaded_decided_upon_and_taken_back(
    page: Page, served: Serve, asking: Asking, folder: Path
) -> None:
    page.goto(f"{served(folder).address}/data")
    asked = asking(folder)
    drop(page, "orders-2026-01.csv", JANUARY)
    load(page)
    expect(page.locator("#result")).to_have_text("4 events of 3 customers are in")
    page.get_by_role("button", name="Load more files").click()
    drop(page, "orders-2026-02.csv", FEBRUARY)
    event = page.locator(".events li b").last.inner_text()
    load(page)
    expect(page.locator("#result")).to_have_text("1 event of 1 customer is in")
    assert counts(asked, event) == (4, 4)
    expect(page.locator(".changed").first).to_contain_text("1 row came again with other values.")
    see_what_changed(page)
    page.get_by_role("button", name="Take the new values").first.click()
    expect(page.locator(".changed")).to_have_count(0)
    take_back_the_first(page, lambda: counts(asked, event))


def see_what_changed(page: Page) -> None:
    """Opened by keyboard: one row, one field, both values."""
    shown = page.locator(".changed").first
    shown.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(shown.locator("tbody th")).to_contain_text("2")
    expect(shown.locator("tbody td")).to_have_text(["total", "8", "9"])


def take_back_the_first(page: Page, counted: Callable[[], tuple[int, int]]) -> None:
    """The older load goes: what the newer one holds besides counts again."""
    older = page.locator("section tbody").nth(1)
    older.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("group", name="Take back")).to_be_focused()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("section tbody")).to_have_count(1)
    expect(page.locator("section tbody td.right").nth(0)).to_have_text("5")
    assert counted() == (4, 4)
    page.get_by_text("1 load in the bin").click()
    page.get_by_role("button", name="Put back").click()
    expect(page.locator("section tbody")).to_have_count(2)
    assert counted() == (4, 4)


def test_days_are_asked_for_and_answered(page: Page, served: Serve, asking: Asking, folder: Path) -> None:
    page.goto(f"{served(folder).address}/data")
    drop(page, "events.csv", SLASHED)
    expect(page.get_by_role("group", name="What day is 03/04/2026?")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Load"))).to_be_disabled()
    page.get_by_role("button", name="3 Apr 2026").click()
    expect(page.get_by_role("group", name="What day is")).to_have_count(0)
    load(page)
    assert asking(folder)("funnel", steps=[{"event": "buy"}])["as_of"].startswith("2026-05-0")


def test_another_encoding_is_read_and_said(page: Page, served: Serve, asking: Asking, folder: Path) -> None:
    page.goto(f"{served(folder).address}/data")
    drop(page, "události.csv", CZECH, "cp1250")
    expect(page.get_by_text("windows-1250")).to_be_visible()
    expect(page.locator("td", has_text="Řehoř")).to_be_visible()
    load(page)
    assert counts(asking(folder), "příjezd") == (1, 2)


def test_what_cannot_be_read_or_holds_no_events_is_told(
    open_page: OpenPage, served: Serve, folder: Path, axe: Axe
) -> None:
    page = open_page(forgiven="Failed to load resource")
    page.goto(f"{served(folder).address}/data")
    expect(page.locator(".zone")).to_be_visible()
    page.evaluate(DROP, ["book.xlsx", base64.b64encode(b"PK\x03\x04 no workbook").decode()])
    expect(page.get_by_role("alert").get_by_role("heading")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Start over").click()
    drop(page, "prices.csv", PRICES)
    expect(page.get_by_role("alert")).to_contain_text("no column says who it was or when it happened")
    expect(page.get_by_role("button", name=re.compile("^Load"))).to_have_count(0)
    assert axe(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_what_changed_is_accessible_also_when_it_cannot_be_had(
    open_page: OpenPage, served: Serve, folder: Path, axe: Axe, width: int, scheme: Literal["light", "dark"]
) -> None:
    seal_changed(folder)
    page = open_page(width, 844, scheme=scheme, forgiven="Failed to load resource")
    page.route("**/changes", lambda route: route.abort())
    page.goto(f"{served(folder).address}/data")
    page.get_by_text("Show what changed").click()
    expect(page.locator(".changed").get_by_role("alert")).to_be_visible()
    assert axe(page) == []
    page.unroute("**/changes")
    page.locator(".changed").get_by_role("button", name="Try again").click()
    expect(page.locator(".changed tbody")).to_have_count(5)
    expect(page.locator(".changed details")).to_contain_text("The first 5 are shown.")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def seal_changed(folder: Path) -> None:
    """Two loads; the second says every row otherwise."""
    said: dict[str, dict[str, Value]] = {"Orders": {"note": "by post", "total": 12.5}, "Corrected": {"total": 14.0}}
    with Workspace.open(folder) as workspace:
        for name, more in said.items():
            with begin_seal(workspace, LoadHead(f"till-{len(more)}", "till", name=name)) as sealing:
                rows = [Event("till", f"A-100{n}", f"c{n}", "buy", n * 10**9, more) for n in range(7)]
                sealing.add(table_of(rows))
                sealing.finish()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_every_state_is_accessible(
    open_page: OpenPage, served: Serve, folder: Path, axe: Axe, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = open_page(width, 844, scheme=scheme)
    page.goto(f"{served(folder).address}/data")
    expect(page.locator(".zone")).to_be_visible()
    assert axe(page) == []
    drop(page, "orders.csv", JANUARY)
    assert axe(page) == []
    column(page, "mail").click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    load(page)
    expect(page.locator("section tbody")).to_have_count(1)
    assert axe(page) == []
    page.get_by_role("button", name=re.compile("^Take back")).click()
    expect(page.get_by_role("group", name=re.compile("^Take back"))).to_be_focused()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
