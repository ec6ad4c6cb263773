"""The first hour's list, the sample that goes by one button, and the bin that everything comes back from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cesta.samples.retail.make import make
from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
NAME = "I buy something to wear"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A generated shop, small."""
    make(tmp_path / "shop", events=2000).close()
    return tmp_path / "shop"


def test_a_map_goes_into_the_bin_and_comes_back_by_keyboard(
    open_page: OpenPage, served: Serve, sample: Path, axe: Axe
) -> None:
    # The map that takes over from it cannot be counted meanwhile.
    page = open_page(forgiven="400 (Bad Request)")
    document = sample / "maps" / "buy-clothes.yaml"
    text = document.read_text(encoding="utf-8")
    (sample / "maps" / "vip.yaml").write_text("title: VIP\nextends: buy-clothes\n", encoding="utf-8")
    address = served(sample).address
    page.goto(f"{address}/maps")
    page.get_by_role("button", name=f"Delete “{NAME}”").press("Enter")
    sure = page.get_by_role("group", name=f"Delete “{NAME}”?")
    expect(sure).to_contain_text("VIP")
    assert axe(page) == []
    sure.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_role("button", name=f"Delete “{NAME}”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sure).to_contain_text("VIP")
    sure.get_by_role("button", name="Delete", exact=True).press("Enter")
    expect(page.get_by_role("status").filter(has_text="is in the bin")).to_be_visible()
    assert not document.exists()
    page.get_by_role("link", name="1 thing in the bin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bin")
    assert axe(page) == []
    page.get_by_role("button", name=f"Bring back “{NAME}”").press("Enter")
    expect(page.get_by_role("status").filter(has_text="is back")).to_be_visible()
    expect(page.get_by_text("The bin is empty")).to_be_visible()
    assert document.read_text(encoding="utf-8") == text


def test_the_sample_goes_by_one_button_and_its_load_comes_back(
    page: Page, served: Serve, sample: Path, axe: Axe
) -> None:
    address = served(sample).address
    page.goto(f"{address}/maps/buy-clothes")
    expect(page.locator("h1")).to_contain_text("generated")
    page.goto(f"{address}/maps")
    page.get_by_role("button", name="Remove the sample data").click()
    assert axe(page) == []
    page.get_by_role("button", name="Remove them").click()
    expect(page.get_by_role("heading", name="Give us who, what and when")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="The sample is in the bin")).to_be_visible()
    assert not list((sample / "maps").iterdir())
    page.get_by_role("link", name=re.compile("things in the bin")).click()
    page.get_by_role("row", name=re.compile("load")).get_by_role("button").click()
    expect(page.get_by_role("status").filter(has_text="is back")).to_be_visible()
    page.goto(f"{address}/maps")
    expect(page.get_by_role("button", name="Remove the sample data")).to_be_visible()


def test_the_first_hours_list_follows_what_is_there_and_goes(
    open_page: OpenPage, served: Serve, tmp_path: Path, shop_maker: Callable[[Path], Workspace], axe: Axe
) -> None:
    shop_maker(tmp_path / "shop").close()
    page = open_page(390, 844, scheme="dark")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    address = served(tmp_path / "shop").address
    page.goto(f"{address}/maps")
    hour = page.get_by_role("region", name="Your first hour")
    expect(hour.locator("li.done")).to_have_count(4)
    assert axe(page) == []
    hour.get_by_role("button", name="Copy the link").click()
    expect(hour).to_have_count(0)
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/maps/buy-clothes"
    page.reload()
    expect(page.get_by_role("link", name=NAME)).to_be_visible()
    expect(hour).to_have_count(0)
