"""The page of sources: a key shown once that works, messages as they arrive, bots counted or not, plan and domains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
GOOGLE = {"userAgent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}
SENT: list[dict[str, Any]] = [
    {"type": "track", "event": "Order", "userId": "ann", "messageId": "1", "properties": {"price": 5}},
    {"type": "page", "name": "Home", "userId": "ann", "messageId": "2", "context": GOOGLE},
    {"type": "track", "event": "Lost", "messageId": "3"},
]


@pytest.fixture
def folder(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    shop_maker(tmp_path / "shop").close()
    return tmp_path / "shop"


def test_from_a_new_key_to_messages_on_the_page(
    folder: Path, served: Serve, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    page = open_page(forgiven="ERR_INCOMPLETE_CHUNKED_ENCODING")
    address = served(folder).address
    page.goto(f"{address}/data")
    page.get_by_role("navigation", name="Pages about data").get_by_role("link", name="Sources").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources")
    page.get_by_role("button", name="New write key").press("Enter")
    page.get_by_label("For which source?").fill("site")
    page.keyboard.press("Enter")
    box = page.get_by_role("group", name="The write key of “site”")
    key = box.locator("code.key").inner_text()
    assert len(key) == 32
    assert axe(page) == []
    box.get_by_role("button", name="I have it").click()
    expect(page.get_by_text(key)).to_have_count(0)

    sent = {"batch": SENT}
    assert api.post(f"{address}/v1/batch", json=sent, auth=(key, "")).status_code == 200
    arriving = page.get_by_role("region", name="Arriving now")
    order = arriving.locator("details").filter(has_text="Order")
    order.locator("summary").press("Enter")
    expect(order).to_contain_text('"messageId": "1"')
    expect(arriving.locator("li.refused")).to_contain_text("Neither a user nor a visitor is named")
    expect(arriving.locator("li").filter(has_text="not counted")).to_contain_text("Googlebot")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="site"))
    expect(row).to_contain_text("2 messages")
    assert axe(page) == []

    aside = row.get_by_role("link", name="1", exact=True)
    expect(aside).to_have_attribute("href", "/data/set-aside?source=site")

    bots = page.get_by_role("region", name="Bots and tests")
    expect(bots).to_contain_text("1 event of bots")
    bots.get_by_label("Count bots").check()
    expect(page.get_by_text("All numbers are counted anew.")).to_be_visible()
    assert "count: true" in (folder / "collection.yaml").read_text(encoding="utf-8")

    row.get_by_role("button", name="Revoke the key of site").click()
    row.get_by_role("button", name="Revoke it").click()
    expect(row).to_contain_text("revoked")
    assert api.post(f"{address}/v1/batch", json=sent, auth=(key, "")).status_code == 401


def test_plan_domains_and_accounts_on_a_phone_in_the_dark(
    folder: Path, served: Serve, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    page = open_page(390, 844, scheme="dark", forgiven="400")
    address = served(folder).address
    key = api.post(f"{address}/api/sources/keys", json={"source": "site"}).json()["key"]
    api.post(f"{address}/v1/batch", json={"batch": SENT[:1]}, auth=(key, ""))
    page.goto(f"{address}/data/sources?source=site")
    plan = page.get_by_role("region", name="Tracking plan")
    plan.get_by_role("button", name="Write down what comes now").click()
    expect(plan).to_contain_text("Everything comes as planned.")
    wrong = {**SENT[0], "messageId": "9", "properties": {"price": "five", "color": "red"}}
    api.post(f"{address}/v1/batch", json={"batch": [wrong]}, auth=(key, ""))
    expect(plan).to_contain_text("the property “price” should be a number: 1 of 2 say otherwise")
    expect(plan).to_contain_text("“Order” says “color”, which is not planned")

    own = page.get_by_role("region", name="What is yours")
    own.get_by_label("New domain").fill("Shop.example")
    own.get_by_role("button", name="Add").first.click()
    expect(own).to_contain_text("shop.example")
    own.get_by_label("Network").select_option("vk")
    own.get_by_label("New account").fill("our.shop")
    own.get_by_role("button", name="Add").last.click()
    expect(own).to_contain_text("our.shop VK")
    own.get_by_role("button", name="Remove shop.example").click()
    expect(own.get_by_role("button", name="Remove shop.example")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


def test_an_empty_page_and_a_mistake_say_what_to_do(
    tmp_path: Path, served: Serve, open_page: OpenPage, axe: Axe
) -> None:
    Workspace.create(tmp_path / "empty").close()
    page = open_page()
    page.goto(f"{served(tmp_path / 'empty').address}/data/sources")
    expect(page.get_by_role("heading", name="Nothing has come yet")).to_be_visible()
    (tmp_path / "empty" / "collection.yaml").write_text("cesta: collection/1\nbots: 5\n", encoding="utf-8")
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("collection.yaml:2:")
    assert axe(page) == []
