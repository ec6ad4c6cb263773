"""Nothing there yet, nothing chosen, a broken file, a server that is gone: each state says what it is, and passes."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, TimeoutError, expect
from serving import CESTA, Asked, Server
from sheet import MAP, MapSheet

from cesta.store.workspace import Workspace
from conftest import Asking, OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
REFUSED = "Failed to load resource"


def test_an_empty_workspace_then_a_map_then_an_event(
    page: Page, served: Serve, asking: Asking, shop_root: Path, tmp_path: Path, axe: Axe, api: httpx.Client
) -> None:
    folder = tmp_path / "empty"
    subprocess.run([*CESTA, "init", str(folder)], check=True, capture_output=True)
    address = served(folder).address
    for where in ("funnel", "paths"):
        page.goto(f"{address}/{where}")
        expect(page.locator("main h2").first).to_be_visible()
        assert axe(page) == []
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Give us who, what and when")
    expect(page.locator(".doors section")).to_have_count(4)
    assert axe(page) == []
    shutil.copyfile(shop_root / "maps" / "buy-clothes.yaml", folder / "maps" / "buy-clothes.yaml")
    page.get_by_role("link", name="I buy something to wear").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("I buy something to wear")
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page.locator("[data-behind]")).to_have_count(0)
    assert axe(page) == []
    event = {"customer": "zoe", "event": "visit", "ts": "2026-02-01T10:00:00Z"}
    assert api.post(f"{address}/api/events", json={"events": [event]}).json()["accepted"] == 1
    reached = asking(folder).reached("buy-clothes")
    assert reached == [1, 0, 0]
    MapSheet(page, address, "buy-clothes").reaches(reached)


@pytest.mark.demo
def test_a_period_in_which_nobody_came(sheet: MapSheet, asked: Asked, axe: Axe) -> None:
    sheet.open("?from=2016-01-01&to=2016-01-02&segment=deal-seekers")
    expect(sheet.page.get_by_role("heading", level=2)).to_have_text("No journeys here")
    none = asked.reached(MAP, date_from="2016-01-01", date_to="2016-01-02", segment="deal-seekers")
    assert none == [0, 0, 0, 0, 0]
    assert axe(sheet.page) == []
    sheet.page.get_by_role("button", name="Show everyone").click()
    sheet.reaches(asked.reached(MAP))


def test_what_does_not_exist(open_page: OpenPage, shop: str, axe: Axe) -> None:
    page = open_page(forgiven=REFUSED)
    for where, said in (
        ("/maps/by-clothes", "There is no such map"),
        ("/people/nobody", "There is no such customer"),
        ("/maps/buy-clothes?segment=web-shoppers", "There is no such segment"),
        ("/maps/buy-clothes/and/more", "There is no such page"),
    ):
        page.goto(shop + where)
        expect(page.get_by_role("alert").get_by_role("heading")).to_have_text(said)
    assert axe(page) == []


def test_a_broken_map_and_a_server_that_stops(
    open_page: OpenPage,
    served: Serve,
    asking: Asking,
    shop_maker: Callable[[Path], Workspace],
    tmp_path: Path,
    axe: Axe,
) -> None:
    folder = tmp_path / "shop"
    shop_maker(folder).close()
    reached = asking(folder).reached("buy-clothes")
    server = served(folder)
    sheet = MapSheet(open_page(forgiven=REFUSED), server.address, "buy-clothes").open()
    sheet.reaches(reached)
    breaks(sheet, folder / "maps" / "buy-clothes.yaml", reached, axe)
    stops(sheet, server, reached, axe)


def breaks(sheet: MapSheet, document: Path, reached: list[int], axe: Axe) -> None:
    """The map's file cannot be read, and then it can."""
    page = sheet.page
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("stages:", "stages: [", 1), encoding="utf-8")
    expect(page.locator("main .strip")).to_contain_text("these are the last good ones")
    sheet.reaches(reached)
    page.reload()
    expect(page.get_by_role("alert").get_by_role("heading")).to_have_text("This file is not readable YAML")
    assert axe(page) == []
    page.get_by_role("link", name="Maps", exact=True).click()
    expect(page.get_by_text("cannot be read")).to_be_visible()
    assert axe(page) == []
    document.write_text(text, encoding="utf-8")
    page.get_by_role("link", name="I buy something to wear").click()
    sheet.reaches(reached)


def stops(sheet: MapSheet, server: Server, reached: list[int], axe: Axe) -> None:
    """The server leaves, and comes back at the same address."""
    page = sheet.page
    dot = page.locator("header.top .live")
    expect(dot).to_have_text(re.compile("^live"))
    server.stop()
    expect(dot).to_have_text("not connected")
    sheet.reaches(reached)
    sheet.number("/stages/1/reached").click()
    expect(page.get_by_role("alert").get_by_role("heading")).to_have_text("The server does not answer")
    assert axe(page) == []
    server.start()
    expect(dot).to_have_text(re.compile("^live"), timeout=30_000)
    retry = page.get_by_role("button", name="Try again")
    if retry.is_visible():
        # The list may come by itself in the moment before.
        with suppress(TimeoutError):
            retry.click(timeout=5_000)
    assert len(sheet.list().unfold(reached[1])) == reached[1]
    sheet.reaches(reached)
