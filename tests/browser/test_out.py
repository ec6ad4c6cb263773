"""A map begun from a template, taken out as a workbook with the map's own numbers, and shown behind a link."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from serving import Asked

from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]


def test_from_a_template_to_a_file_and_a_link(
    open_page: OpenPage,
    served: Serve,
    asking: Callable[[Path], Asked],
    tmp_path: Path,
    shop_maker: Callable[[Path], Workspace],
    axe: Axe,
) -> None:
    shop_maker(tmp_path / "shop").close()
    address = served(tmp_path / "shop").address
    page = open_page(locale="cs")
    page.goto(f"{address}/maps/templates")
    expect(page.get_by_role("heading", name="Pět fází")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Začít s tímto: Pět fází").press("Enter")
    expect(page).to_have_url(f"{address}/maps/five-phases")
    expect(page.get_by_role("heading", level=1, name="Nechám si to namontovat")).to_be_visible()
    page.goto(f"{address}/maps/buy-clothes")
    page.get_by_role("button", name="Export", exact=True).press("Enter")
    panel = page.get_by_role("dialog", name="Vzít mapu ven")
    assert axe(page) == []
    with page.expect_download() as download:
        panel.get_by_role("link", name="Excel (XLSX)").press("Enter")
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    rows = list(book["Numbers"].iter_rows(values_only=True))
    reached = [row[3] for row in rows if row[2] == "Dojdou sem"]
    assert reached == asking(tmp_path / "shop").reached("buy-clothes")
    panel.get_by_label("S čísly").uncheck()
    panel.get_by_role("button", name="Vytvořit odkaz bez čísel").press("Enter")
    link = panel.get_by_label("Nový odkaz").input_value()
    other = open_page(width=390, height=844)
    other.goto(link)
    expect(other.locator("svg title")).to_have_text("I buy something to wear")
    assert axe(other) == []
    ending = page.get_by_role("button", name="Ukončit odkaz")
    ending.press("Enter")
    expect(ending).to_have_count(0)
