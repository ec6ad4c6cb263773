"""A checker of accessibility finds nothing on any page: light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from serving import Asked
from sheet import MAP, MapSheet

from conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.demo]
Axe = Callable[[Page], list[str]]
MAPS = (f"/maps/{MAP}", f"/maps/{MAP}?stop=offer-grocery", f"/maps/{MAP}?stage=hand-over&tab=numbers")
OTHERS = (f"/maps/{MAP}?view=table", "/maps", "/data/bin", "/funnel", "/paths", "/data", f"/people/1?map={MAP}")
LOOKS: list[tuple[int, Literal["light", "dark"], tuple[str, ...]]] = [
    (1440, "light", MAPS + OTHERS),
    (390, "dark", MAPS + OTHERS),
    (1440, "dark", MAPS[1:2]),
    (390, "light", MAPS[:1]),
]


@pytest.mark.parametrize(("width", "scheme", "pages"), LOOKS)
def test_every_page(
    open_page: OpenPage,
    demo: str,
    axe: Axe,
    width: int,
    scheme: Literal["light", "dark"],
    pages: tuple[str, ...],
) -> None:
    page = open_page(width, 844, scheme=scheme)
    found: dict[str, list[str]] = {}
    for where in pages:
        page.goto(demo + where)
        expect(page.locator("main h1").first).to_be_visible()
        expect(page.locator("main [aria-busy='true'], main span.wait, main [role='status'].ghost")).to_have_count(0)
        if wrong := axe(page):
            found[where] = wrong
    assert found == {}


def test_a_list_the_tray_and_the_period(sheet: MapSheet, asked: Asked, axe: Axe) -> None:
    sheet.open()
    sheet.number("/stages/3/reached").click()
    expect(sheet.panel().locator("[data-total]")).to_have_attribute("data-total", str(asked.reached(MAP)[3]))
    assert axe(sheet.page) == []
    sheet.page.keyboard.press("Escape")
    sheet.page.locator("button.tray").click()
    expect(sheet.panel().get_by_role("heading", level=2)).to_be_visible()
    assert axe(sheet.page) == []
    sheet.page.keyboard.press("Escape")
    sheet.page.locator(".period button").first.click()
    expect(sheet.page.locator(".period form")).to_be_visible()
    assert axe(sheet.page) == []


def test_a_page_with_a_fault_is_found_out(sheet: MapSheet, axe: Axe) -> None:
    sheet.open()
    sheet.page.evaluate("document.querySelector('main header select').parentElement.querySelector('span').remove()")
    assert any("select-name" in wrong for wrong in axe(sheet.page))
