"""From the map to a customer without a mouse: Tab, arrows, Enter, Escape."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from serving import Asked
from sheet import MAP, MapSheet

pytestmark = [pytest.mark.browser, pytest.mark.demo]
MOST_TABS = 80


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{MOST_TABS} times Tab do not lead to {selector}")


def test_from_the_map_to_a_customer(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    page = sheet.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    tab_to(page, "[data-row]")
    page.keyboard.press("Control+Home")
    expect(page.locator("#at-they-write")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#at-booklet")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#at-quick-trip")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#at-next-coupon")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sheet.panel().get_by_role("heading", level=2)).to_be_focused()
    expect(page).to_have_url(re.compile("stop=next-coupon"))
    page.keyboard.press("Escape")
    expect(page.locator("#at-next-coupon")).to_be_focused()

    page.keyboard.press("ArrowUp")
    expect(page.locator("#at-use-another")).to_be_focused()
    tab_to(page, '[data-behind="/stages/4/touchpoints/0/reach"]')
    page.keyboard.press("Enter")
    reached = asked.reached(MAP)[4]
    expect(sheet.panel().locator("[data-total]")).to_have_attribute("data-total", str(reached))
    page.keyboard.press("Escape")
    expect(page.locator('[data-behind="/stages/4/touchpoints/0/reach"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(sheet.list().rows.first).to_be_visible()
    tab_to(page, ".rows a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/people/\d+"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Customer")


def test_the_tabs_of_the_inspector_and_the_list_of_keys(sheet: MapSheet, asked: Asked) -> None:
    sheet.open("?stop=first-coupon")
    page = sheet.page
    tab_to(page, '[role="tab"]')
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Numbers")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Voices")).to_be_focused()
    page.keyboard.press("ArrowRight")
    answered = asked("stage_touchpoints", map=MAP)["result"]["stages"][3]["touchpoints"][0]
    assert answered["touchpoint"] == "first-coupon"
    expect(sheet.panel().locator("[data-total]")).to_have_attribute("data-total", str(answered["journeys"]))
    page.keyboard.press("Escape")
    expect(sheet.panel()).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)


def test_every_number_tells_what_is_known_of_it_on_focus(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    number = sheet.number("/stages/2/conversion")
    tip = sheet.page.locator(f"#{number.get_attribute('aria-describedby')}")
    expect(tip).to_have_css("opacity", "0")
    number.focus()
    expect(tip).to_have_css("opacity", "1")
    reached = asked.reached(MAP)
    expect(tip).to_contain_text(f"{reached[3]:,} of {reached[2]:,}")
    expect(tip).to_contain_text("95% interval")
    sheet.page.keyboard.press("Escape")
    expect(tip).to_have_css("opacity", "0")
