"""The overview against `cesta ask`, the wall, the board and the square: by keyboard, and with nothing for a checker."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import Asked, Server

from conftest import OpenPage

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]


@pytest.fixture
def folder(shop_root: Path, tmp_path: Path) -> Path:
    """A small shop of the test's own."""
    return Path(shutil.copytree(shop_root, tmp_path / "shop", ignore=shutil.ignore_patterns("owner.*")))


def test_from_no_kpis_to_a_task_and_an_opportunity(
    open_page: OpenPage, served: Callable[[Path], Server], asking: Callable[[Path], Asked], folder: Path, axe: Axe
) -> None:
    address = served(folder).address
    page = open_page(1440, 900)
    page.goto(f"{address}/overview")
    page.get_by_role("button", name="Add these KPIs").press("Enter")
    card = page.get_by_role("article", name="First-time buyers")
    told = asking(folder)("measure", measure="new-buyers", date_from="2026-03-04", date_to="2026-03-31")["result"]
    expect(card.locator("b")).to_have_text(str(told["value"]))
    expect(card).to_contain_text(f"{told['n']} of {told['of']} customers")
    expect(page.get_by_role("row").filter(has_text="web")).to_be_visible()
    assert axe(page) == []
    card.get_by_role("button").press("Enter")
    page.get_by_text("Change target and owner").press("Enter")
    page.get_by_label("Target").fill("12")
    page.get_by_label("Owner").fill("jana")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    assert "target: 12" in (folder / "measures" / "new-buyers.yaml").read_text(encoding="utf-8")
    page.get_by_role("button", name="Make it a task").press("Enter")
    expect(page.get_by_role("status").filter(has_text="A task was opened.")).to_be_visible()
    assert axe(page) == []
    page.goto(f"{address}/tasks")
    task = page.locator("[data-task='1']")
    expect(task).to_contain_text("wanted 12")
    task.press("ArrowRight")
    expect(page.get_by_role("group", name="Planned").locator("[data-task='1']")).to_be_focused()
    assert axe(page) == []
    page.get_by_role("button", name="Opportunities").press("Enter")
    page.get_by_label("What could be better?").fill("Sizes in cm")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Not placed yet: Sizes in cm").press("Enter")
    dot = page.get_by_role("button", name="Sizes in cm: Effort 2.5, Value 0.50")
    dot.press("ArrowUp")
    expect(page.get_by_role("button", name="Sizes in cm: Effort 2.5, Value 0.55")).to_be_visible()
    opportunity = folder / "opportunities" / "sizes-in-cm.yaml"
    assert "effort: 2.5" in opportunity.read_text(encoding="utf-8")
    page.get_by_role("button", name="Delete “Sizes in cm”").press("Enter")
    expect(page.get_by_role("button", name="Bring it back")).to_be_focused()
    assert not opportunity.exists()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sizes in cm: Effort 2.5, Value 0.55")).to_be_visible()
    assert opportunity.exists()
    assert axe(page) == []
    narrow = open_page(390, 844, scheme="dark")
    for where in ("/overview", "/wall", "/tasks", "/tasks?view=matrix"):
        narrow.goto(address + where)
        expect(narrow.locator("main h1").first).to_be_visible()
        expect(narrow.locator("main [aria-busy='true'], main span.wait")).to_have_count(0)
        assert (where, axe(narrow)) == (where, [])
        assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth"), where
