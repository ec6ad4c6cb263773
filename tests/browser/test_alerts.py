"""Alerts by keyboard: one on a KPI is made, tried, kept, changed and put into the bin; a checker finds nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
KPI = "cesta: measure/1\nid: buyers\nname: Buyers\ntype: count\nnumerator: purchase\n"


def test_made_tried_changed_and_deleted(
    open_page: OpenPage, served: Serve, shop_root: Path, tmp_path: Path, axe: Callable[[Page], list[str]]
) -> None:
    folder = Path(shutil.copytree(shop_root, tmp_path / "shop", ignore=shutil.ignore_patterns("owner.*")))
    (folder / "measures").mkdir(exist_ok=True)
    (folder / "measures" / "buyers.yaml").write_text(KPI, encoding="utf-8")
    address = served(folder).address
    page = open_page(1440, 900)
    page.goto(f"{address}/overview")
    page.get_by_role("link", name="Alerts").first.click()
    expect(page.get_by_role("heading", name="No alerts yet")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="New alert").press("Enter")
    form = page.get_by_role("form", name="New alert")
    form.get_by_label("Name").fill("Few buyers")
    form.get_by_label("is below").fill("100000")
    form.get_by_label("Send to").fill("jana@shop.example")
    form.get_by_role("button", name="Try it").press("Enter")
    expect(form.get_by_role("status")).to_contain_text("It would ring now")
    assert not (folder / "alerts").exists()
    assert axe(page) == []
    form.get_by_role("button", name="Save").press("Enter")
    row = page.locator("[data-alert='few-buyers']")
    expect(row).to_contain_text("rings")
    expect(row).to_contain_text("to jana@shop.example")
    assert "below: 100000" in (folder / "alerts" / "few-buyers.yaml").read_text(encoding="utf-8")
    row.get_by_role("button", name="Change “Few buyers”").press("Enter")
    form = page.get_by_role("form", name="Change “Few buyers”")
    form.get_by_label("What to watch").select_option(label="I buy something to wear")
    form.get_by_label("Number").select_option(label="I look around: go on")
    form.get_by_label("is below").fill("0")
    form.get_by_role("button", name="Save").press("Enter")
    expect(row).to_contain_text("as it should be")
    assert "cell: /stages/0/conversion" in (folder / "alerts" / "few-buyers.yaml").read_text(encoding="utf-8")
    narrow = open_page(390, 844, scheme="dark")
    narrow.goto(f"{address}/alerts?alert=few-buyers")
    expect(narrow.get_by_role("form")).to_be_visible()
    expect(narrow.locator("[data-alert='few-buyers']")).to_be_visible()
    assert axe(narrow) == []
    assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row.get_by_role("button", name="Delete “Few buyers”").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("is in the bin")
    assert not (folder / "alerts" / "few-buyers.yaml").exists()
