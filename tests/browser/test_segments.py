"""Segments on the screen: made by keyboard, counted as `cesta ask` counts, changed, and seen by everybody."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from serving import Server

from conftest import OpenPage

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(shop_root: Path, tmp_path: Path) -> Path:
    """A small shop of the test's own."""
    return Path(shutil.copytree(shop_root, tmp_path / "shop", ignore=shutil.ignore_patterns("owner.*")))


def pick(page: Page, letters: str) -> None:
    page.get_by_role("combobox", name="Event").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def test_a_segment_is_made_counted_and_changed(page: Page, served: Callable[[Path], Server], folder: Path) -> None:
    address = served(folder).address
    page.goto(f"{address}/segments")
    page.get_by_role("button", name="New segment").press("Enter")
    page.get_by_label("Name").fill("Came twice")
    pick(page, "visit")
    page.get_by_role("spinbutton", name="times at least").fill("2")
    page.keyboard.press("Tab")
    expect(page.locator(".says li")).to_have_text(["did visit at least 2 times"])
    size = page.locator(".size b").inner_text()
    assert int(size) > 0
    page.get_by_role("button", name="Save segment").press("Enter")
    expect(page.get_by_role("status").filter(has_text="“Came twice” is saved.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Came twice")
    expect(row).to_contain_text("did visit at least 2 times")
    expect(row.get_by_role("cell").first).to_have_text(size)
    assert "rule: did visit at least 2 times" in (folder / "segments" / "came-twice.yaml").read_text(encoding="utf-8")
    row.get_by_role("button").press("Enter")
    page.get_by_role("button", name="Add a rule as text").press("Enter")
    page.get_by_label("Rule as text").fill("not did visit")
    expect(page.locator(".size b")).to_have_text("0")
    page.get_by_role("button", name="Delete").press("Enter")
    expect(page.get_by_role("row").filter(has_text="Came twice")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_checker_of_accessibility_finds_nothing(
    open_page: OpenPage,
    served: Callable[[Path], Server],
    folder: Path,
    axe: Callable[[Page], list[str]],
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    address, page = served(folder).address, open_page(width, 844, scheme=scheme)
    for where in ("/segments", "/segments?segment=app-shoppers", "/segments?new=1"):
        page.goto(address + where)
        expect(page.locator("main h1").first).to_be_visible()
        expect(page.locator("main [aria-busy='true'], main span.wait, main [role='status'].ghost")).to_have_count(0)
        assert axe(page) == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= width
