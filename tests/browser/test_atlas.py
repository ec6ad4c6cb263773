"""The atlas: maps below each other, zoomed, sorted, the way back, and a KPI on its stage, against `cesta ask`."""

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
    """A small shop whose map lies in a life cycle and has a detail."""
    root = Path(shutil.copytree(shop_root, tmp_path / "shop", ignore=shutil.ignore_patterns("owner.*")))
    path = root / "maps" / "buy-clothes.yaml"
    text = path.read_text(encoding="utf-8")
    head = "id: buy-clothes\ntitle: I buy something to wear\nlevel: L1\n"
    for name, lines in (
        ("life", "title: I dress for the season\nlevel: L0\n"),
        ("pay", "title: I pay by card\nlevel: L2\nparent: buy-clothes\n"),
    ):
        (root / "maps" / f"{name}.yaml").write_text(text.replace(head, f"id: {name}\n{lines}", 1), encoding="utf-8")
    kpi = (
        "cesta: measure/1\nid: choosers\nname: Choosers who go on\ntype: conversion\nmap: buy-clothes\nstage: choose\n"
    )
    (root / "measures").mkdir(exist_ok=True)
    (root / "measures" / "choosers.yaml").write_text(kpi, encoding="utf-8")
    path.write_text(text.replace("level: L1\n", "level: L1\nparent: life\n", 1), encoding="utf-8")
    return root


def test_from_the_life_cycle_to_a_detail_and_back(
    open_page: OpenPage, served: Callable[[Path], Server], asking: Callable[[Path], Asked], folder: Path, axe: Axe
) -> None:
    address = served(folder).address
    page = open_page(1440, 900)
    page.goto(f"{address}/maps")
    maps = page.locator("tr.map")
    expect(maps.locator("th .name")).to_have_text(
        ["I dress for the season", "I buy something to wear", "I pay by card"]
    )
    expect(page.locator("tr.map span.wait")).to_have_count(0)
    row = page.request.get(f"{address}/api/atlas/buy-clothes").json()
    measure = {"type": "conversion", "map": "buy-clothes"}
    days = {"date_from": row["date_from"], "date_to": row["date_to"]}
    share = asking(folder)("measure", measure=measure, **days)["result"]["value"]
    expect(maps.nth(1).locator(".number b")).to_have_text(f"{share:.1%}")
    expect(maps.nth(1)).to_contain_text(row["worst"]["stage_name"])
    assert axe(page) == []
    page.get_by_role("button", name="One level further out").press("Enter")
    expect(maps).to_have_count(2)
    page.reload()
    expect(maps).to_have_count(2)
    page.get_by_role("button", name="One level further in").press("Enter")
    expect(maps).to_have_count(3)
    maps.nth(1).get_by_role("link", name="1 map inside").press("Enter")
    expect(maps.locator("th .name")).to_have_text(["I buy something to wear", "I pay by card"])
    trail = page.get_by_role("navigation", name="Maps above")
    expect(trail.get_by_role("link")).to_have_text(["All maps", "I dress for the season"])
    expect(trail.locator("[aria-current=page]")).to_have_text("I buy something to wear")
    page.get_by_role("button", name="By gap to goal").press("Enter")
    expect(page.get_by_role("button", name="By gap to goal")).to_have_attribute("aria-pressed", "true")
    assert axe(page) == []
    page.get_by_role("link", name="I pay by card").click()
    crumbs = page.get_by_role("navigation", name="You are here")
    crumbs.get_by_role("link", name="I buy something to wear").click()
    expect(crumbs.locator("b")).to_have_text("I buy something to wear")
    expect(crumbs.get_by_role("link", name="I dress for the season")).to_be_visible()
    told = asking(folder)("measure", measure="choosers", **days)["result"]["value"]
    expect(page.locator("main .lane").get_by_role("link", name="Choosers who go on")).to_contain_text(f"{told:.1%}")
    narrow = open_page(390, 844, scheme="dark")
    narrow.goto(f"{address}/maps")
    expect(narrow.locator("tr.map .number b")).to_have_count(3)
    assert axe(narrow) == []
    assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
