"""From an empty map to a published one by the six steps; then presented stage by stage, by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Asked, Server

from cesta.store.workspace import Workspace

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("guided") / "shop"
    shop_maker(root).close()
    for path in (root / "maps").glob("*.yaml"):
        path.unlink()
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    server = Server("serve", folder)
    yield server.address
    server.stop()


def take(page: Page, name: str | re.Pattern[str]) -> None:
    """Takes a proposal, and waits until it is in the draft and no longer proposed."""
    button = page.get_by_role("region", name="Proposed by your data").get_by_role("button", name=name).first
    label = button.get_attribute("aria-label")
    assert label
    button.click()
    expect(page.get_by_role("button", name=label, exact=True)).to_have_count(0)


def on(page: Page, title: str) -> Locator:
    panel = page.get_by_role("complementary", name=title)
    expect(panel).to_be_visible()
    return panel


def test_from_nothing_to_a_published_map_by_six_steps(
    page: Page, address: str, folder: Path, axe: Callable[[Page], list[str]]
) -> None:
    page.goto(f"{address}/")
    page.get_by_role("button", name="New map").click()
    page.get_by_label("What is the map about?").fill("Ann buys clothes")
    page.keyboard.press("Enter")
    on(page, "Whose journey is it?")
    filled = page.get_by_role("button", name=re.compile("^Six steps"))
    take(page, re.compile("^Take"))
    assert axe(page) == []

    page.get_by_role("button", name="Next: Stages and touchpoints").click()
    take(on(page, "Stages and touchpoints").page, re.compile("^Take"))
    expect(page.get_by_role("button", name="Take", exact=False)).to_have_count(0)

    page.get_by_role("button", name="Next: Goals").click()
    on(page, "Goals")
    take(page, re.compile("^Take"))
    take(page, "Take “The best week as the target”")
    goals = page.get_by_role("region", name="Still missing")
    expect(goals.get_by_text("How many should reach it")).to_have_count(0)
    goals.get_by_text("What the customer wants, by stage").click()
    field = page.get_by_role("complementary", name="Goals").locator("details[open] input").first
    field.fill("I find my size")
    field.blur()

    page.get_by_role("button", name="Next: Obstacles").click()
    on(page, "Obstacles")
    page.get_by_role("button", name="Next: Focus").click()
    take(on(page, "Focus").page, re.compile("^Take"))
    page.get_by_role("button", name="Next: Removal").click()
    on(page, "Removal")
    page.get_by_role("button", name="Publish the map").click()
    expect(page.get_by_text("Published. What is missing can follow")).to_be_visible()
    expect(filled).to_contain_text("% filled in")

    asked = Asked(folder)
    stages = asked("stage_touchpoints", map="ann-buys-clothes", segment="app-shoppers")["result"]["stages"]
    first = stages[0]["touchpoints"][0]
    asked.close()
    shown = page.locator(f"[role=gridcell]:has(#at-{first['touchpoint']}) [data-behind$='/reach']")
    assert first["journeys"] > 0
    expect(shown).to_have_attribute("data-count", str(first["journeys"]))

    page.goto(f"{address}/maps/ann-buys-clothes")
    expect(page.get_by_role("heading", name="Ann buys clothes")).to_be_visible()
    presents(page, len(stages), stages[0]["reached"])
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def presents(page: Page, stages: int, reached: int) -> None:
    """Goes through the map by arrow keys, to its notes."""
    page.keyboard.press("p")
    room = page.get_by_role("dialog", name="Ann buys clothes, stage by stage")
    expect(room.get_by_role("heading", name="Ann buys clothes")).to_be_visible()
    for _ in range(stages):
        page.keyboard.press("ArrowRight")
    expect(room.get_by_text(f"{stages} of {stages}", exact=False).first).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(room).to_contain_text("I find my size")
    expect(room).to_contain_text(str(reached))
    page.keyboard.press("n")
    expect(room.get_by_role("complementary", name="Notes")).to_be_visible()
