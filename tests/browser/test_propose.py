"""A first map: proposed, changed with keyboard and mouse, its numbers at once, saved only when kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Server

from cesta.maps.propose.choices import Choice
from cesta.maps.propose.proposal import propose
from cesta.store.workspace import Workspace
from conftest import OpenPage

pytestmark = pytest.mark.browser
Serve = Callable[[Path], Server]
Axe = Callable[[Page], list[str]]


@pytest.fixture
def root(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    """The small shop without a map."""
    shop_maker(tmp_path / "shop").close()
    (tmp_path / "shop" / "maps" / "buy-clothes.yaml").unlink()
    return tmp_path / "shop"


def on_the_map(page: Page) -> Locator:
    """The names of the touchpoints in the list beside the map, without those that were left out."""
    return page.locator("aside section[aria-labelledby^='stage-'] .said")


def row(page: Page, name: str) -> Locator:
    return page.locator("aside .head", has=page.locator(".said", has_text=re.compile(f"^{name}$")))


def test_changed_by_keyboard_taken_back_and_kept(page: Page, served: Serve, root: Path) -> None:
    with Workspace.open(root) as workspace:
        first = propose(workspace)
        fewer = propose(workspace, [Choice("discard", "chat")])
    server = served(root)
    page.goto(f"{server.address}/maps/propose")
    expect(page.locator("aside h3")).to_have_text([*(stage.name for stage in first.stages), "Left out"])
    stops = [stop.name for stage in first.stages for stop in stage.touchpoints]
    expect(on_the_map(page)).to_have_text(stops)
    expect(page.locator(".stops .stop")).to_have_count(len(stops))

    row(page, "I write to the chat").focus()
    page.keyboard.press("Delete")
    expect(page.locator(".stops .stop")).to_have_count(len(stops) - 1)
    expect(page.get_by_text("left out by you")).to_be_visible()
    coverage = fewer.quality.coverage.value or 0
    expect(page.locator("dd .num").first).to_have_text(f"{coverage:.0%}")
    page.get_by_role("button", name="Undo").click()
    expect(on_the_map(page)).to_have_text(stops)

    row(page, "I look at a product").focus()
    page.keyboard.press("Alt+ArrowUp")
    place = stops.index("I look at a product")
    stops[place - 1 : place + 1] = stops[place], stops[place - 1]
    expect(on_the_map(page)).to_have_text(stops)
    page.keyboard.press("F2")
    expect(page.get_by_role("textbox", name="Name of the touchpoint")).to_be_focused()
    page.keyboard.type("I see a coat")
    page.keyboard.press("Enter")
    stops[place - 1] = "I see a coat"
    expect(on_the_map(page)).to_have_text(stops)
    page.reload()
    expect(on_the_map(page)).to_have_text(stops)

    assert not list((root / "maps").iterdir())
    page.get_by_role("button", name="Keep this map").click()
    expect(page).to_have_url(f"{server.address}/maps/first-map")
    expect(page.locator(".stops .stop")).to_have_count(len(stops))
    assert "I see a coat" in (root / "maps" / "first-map.yaml").read_text(encoding="utf-8")


def test_dragged_joined_and_a_stage_of_its_own(page: Page, served: Serve, root: Path) -> None:
    with Workspace.open(root) as workspace:
        first = propose(workspace).stages
    page.goto(f"{served(root).address}/maps/propose")
    stages = page.locator("aside section[aria-labelledby^='stage-']")
    expect(stages).to_have_count(len(first))
    row(page, "I look at a product").drag_to(stages.nth(2).locator("h3"))
    expect(stages.nth(2).locator(".said")).to_have_text(["I put it into the basket", "I look at a product"])
    row(page, "I look at a product").click()
    page.get_by_label("Join with").select_option(label="I put it into the basket")
    expect(stages.nth(2).locator(".said")).to_have_text(["I put it into the basket"])
    row(page, "I get my parcel").click()
    page.get_by_role("combobox", name="Stage").select_option(label="I buy")
    expect(stages).to_have_count(len(first) - 1)
    page.get_by_role("combobox", name="Stage").select_option(label="A stage of its own")
    expect(stages).to_have_count(len(first))
    expect(stages.nth(4).locator("h3")).to_have_text("I get my parcel")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_nothing_stands_in_the_way(
    open_page: OpenPage, served: Serve, root: Path, axe: Axe, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = open_page(width, 844, scheme=scheme)
    page.goto(f"{served(root).address}/maps/propose")
    row(page, "I buy").click()
    expect(page.get_by_role("button", name="Leave out", exact=True)).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_events_there_are_doors(open_page: OpenPage, served: Serve, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "empty").close()
    page = open_page(forgiven="400")
    page.goto(f"{served(tmp_path / 'empty').address}/maps/propose")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator(".doors")).to_be_visible()
