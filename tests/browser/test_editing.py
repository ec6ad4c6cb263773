"""A map is edited like a drawing: two browsers at once, one of them offline for a while; an event dragged onto it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Asked, Server

from cesta.store.workspace import Workspace
from conftest import OpenPage

pytestmark = pytest.mark.browser
MAP = "buy-clothes"


@pytest.fixture(scope="module")
def folder(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editing") / "shop"
    shop_maker(root).close()
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    server = Server("serve", folder)
    yield server.address
    server.stop()


def editing(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}/maps/{MAP}?edit=1{query}")
    expect(page.get_by_role("region", name="Editing the map")).to_be_visible()
    return page


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("tabpanel").get_by_label(label, exact=True)


def write(page: Page, label: str, text: str) -> None:
    field(page, label).fill(text)
    field(page, label).blur()


def state(page: Page) -> Locator:
    return page.get_by_role("region", name="Editing the map").get_by_role("status")


def test_two_browsers_and_a_cut_line(open_page: OpenPage, address: str, axe: Callable[[Page], list[str]]) -> None:
    ann, bob = (editing(open_page(forgiven="ERR_INTERNET"), address, "&stop=cart") for _ in range(2))
    expect(ann.get_by_role("list", name="1 more person looks at this map")).to_be_visible()
    write(ann, "Motivation", "I want it now")
    write(bob, "Trigger", "A party on Friday")
    expect(field(ann, "Trigger")).to_have_value("A party on Friday")
    expect(field(bob, "Motivation")).to_have_value("I want it now")

    bob.context.set_offline(True)
    write(bob, "What they think", "Bob, offline")
    expect(state(bob)).to_have_text("No connection: 1 change waits")
    write(ann, "What they think", "Ann, meanwhile")
    expect(state(ann)).to_have_text("Draft saved")
    bob.context.set_offline(False)
    conflict = bob.get_by_role("alert")
    expect(conflict).to_contain_text("Bob, offline")
    expect(conflict).to_contain_text("Ann, meanwhile")
    assert axe(bob) == []
    conflict.get_by_role("button", name="Keep yours").click()
    expect(field(ann, "What they think")).to_have_value("Bob, offline")
    ann.get_by_role("button", name="Undo").click()
    expect(field(bob, "Trigger")).to_have_value("A party on Friday")
    ann.get_by_role("button", name="History").click()
    expect(ann.get_by_role("complementary", name="History")).to_contain_text("A party on Friday")


def test_an_event_dragged_from_the_tray_counts_what_a_question_counts(
    page: Page, address: str, folder: Path, axe: Callable[[Page], list[str]]
) -> None:
    editing(page, address).get_by_text("events are not on the map").click()
    grip = page.get_by_role("button", name=re.compile("^Drag “.*” onto the map$")).first
    event = (grip.get_attribute("aria-label") or "").removeprefix("Drag “").removesuffix("” onto the map")
    start, stop = grip.bounding_box(), page.locator("#at-cart").bounding_box()
    assert start is not None
    assert stop is not None
    page.mouse.move(start["x"] + 8, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(stop["x"] + stop["width"], stop["y"] + 40, steps=4)
    page.mouse.up()
    part = event.replace(" ", "-")
    expect(page.get_by_role("complementary", name=event)).to_be_visible()
    name = event.replace(" ", "_")
    asked = Asked(folder)
    people = asked("funnel", steps=[name])["result"]["counts"][0]
    expect(page.get_by_text(re.compile(rf"^Events: [\d,]+, people: {people}$"))).to_be_visible()
    assert axe(page) == []

    page.get_by_role("button", name="Publish").click()
    page.get_by_label("What changed, and why?").fill("It was not on the map")
    page.keyboard.press("Enter")
    expect(state(page)).to_have_text("Nothing changed yet")
    touchpoints = asked("stage_touchpoints", map=MAP)["result"]["stages"][1]["touchpoints"]
    (journeys,) = (row["journeys"] for row in touchpoints if row["touchpoint"] == part)
    shown = page.locator(f"[role=gridcell]:has(#at-{part}) [data-behind$='/reach']")
    assert journeys > 0
    expect(shown).to_have_attribute("data-count", str(journeys))
    asked.close()
