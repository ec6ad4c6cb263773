"""What changes on disk or comes through the front door changes the open page, without a reload."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from sheet import MAP, MapSheet
from witness import Recount, reached

from cesta.store.workspace import Workspace
from conftest import Asking, Serve

pytestmark = [pytest.mark.browser, pytest.mark.demo]


def stay(page: Page) -> None:
    """Marks the page, so that a reload would be noticed."""
    page.evaluate("window.stayed = true")


def stayed(page: Page) -> bool:
    return page.evaluate("window.stayed === true") is True


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_threshold_edited_on_disk(
    page: Page, served: Serve, asking: Asking, demo_copy: Callable[[], Path], recount: Recount
) -> None:
    folder = demo_copy()
    segment = folder / "segments" / "loyal-shoppers.yaml"
    sheet = MapSheet(page, served(folder).address).open("?segment=loyal-shoppers")
    asked = asking(folder)
    hundred = asked.reached(MAP, segment="loyal-shoppers")
    sheet.reaches(hundred)
    stay(page)
    edit(segment, "at_least: 100", "at_least: 150")
    fewer = asked.reached(MAP, segment="loyal-shoppers")
    assert fewer == reached(recount.counted(visits=150)) != hundred
    sheet.reaches(fewer)
    edit(segment, "at_least: 150", "at_least: 100")
    sheet.reaches(hundred)
    assert stayed(page)

    sheet.segment().select_option("")
    everyone = asked.reached(MAP)
    sheet.reaches(everyone)
    edit(segment, "at_least: 100", "at_leest: 100")
    expect(page.locator("main details.strip")).to_contain_text("1 part of this map could not be computed")
    page.locator("main details.strip summary").click()
    expect(page.locator("main details.strip")).to_contain_text("at_least")
    sheet.reaches(everyone)
    sheet.segment().select_option("deal-seekers")
    sheet.reaches(asked.reached(MAP, segment="deal-seekers"))
    edit(segment, "at_leest: 100", "at_least: 100")
    expect(page.locator("main details.strip")).to_have_count(0)
    assert stayed(page)


def test_an_event_through_the_front_door(
    page: Page,
    served: Serve,
    asking: Asking,
    shop_maker: Callable[[Path], Workspace],
    tmp_path: Path,
    api: httpx.Client,
) -> None:
    folder = tmp_path / "shop"
    shop_maker(folder).close()
    server = served(folder)
    sheet = MapSheet(page, server.address, "buy-clothes").open()
    asked = asking(folder)
    before = asked.reached("buy-clothes")
    sheet.reaches(before)
    stay(page)
    story = ("visit", "product_view", "add_to_cart")
    events = [
        {"customer": "zoe", "event": name, "ts": f"2026-02-0{day}T10:00:00Z", "props": {"channel": "web"}}
        for day, name in enumerate(story, 1)
    ]
    answered = api.post(f"{server.address}/api/events", json={"events": events, "source": "walk"}).json()
    assert answered["accepted"] == len(story)
    after = asked.reached("buy-clothes")
    assert after == [before[0] + 1, before[1] + 1, before[2]]
    sheet.reaches(after)
    sheet.number("/stages/1/reached").click()
    assert "zoe" in sheet.list().unfold(after[1])
    assert stayed(page)
