"""On a narrow screen: the same numbers, one lane at a time, and nothing to scroll sideways at any width."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from serving import Asked
from sheet import MAP, MapSheet, numbers

from conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.demo]
PAGES = (
    f"/maps/{MAP}",
    f"/maps/{MAP}?view=table",
    f"/maps/{MAP}?stop=offer-grocery",
    "/maps",
    "/funnel",
    "/paths",
    f"/people/1?map={MAP}",
)


def test_the_same_numbers_and_one_lane_at_a_time(open_page: OpenPage, demo: str, asked: Asked) -> None:
    sheet = MapSheet(open_page(390, 844), demo).open()
    reached = asked.reached(MAP)
    sheet.reaches(reached)
    answered = {
        stop["journeys"]
        for stage in asked("stage_touchpoints", map=MAP)["result"]["stages"]
        for stop in stage["touchpoints"]
    }
    shown = {number.count for number in numbers(sheet.page) if number.pointer.endswith("/reach")}
    assert shown == answered
    lanes = sheet.page.get_by_role("navigation", name="What to show under the stages").get_by_role("button")
    expect(lanes.first).to_have_attribute("aria-pressed", "true")
    expect(sheet.page.locator(".stage .lane")).to_have_count(0)
    for place in range(1, lanes.count()):
        lanes.nth(place).click()
        expect(lanes.nth(place)).to_have_attribute("aria-pressed", "true")
        expect(lanes.and_(sheet.page.locator("[aria-pressed='true']"))).to_have_count(1)
        expect(sheet.page.locator(".stage .lane")).to_have_count(len(reached))
    sheet.reaches(reached)


def test_a_list_on_a_phone(open_page: OpenPage, demo: str, asked: Asked) -> None:
    sheet = MapSheet(open_page(390, 844), demo).open("?segment=deal-seekers")
    reached = asked.reached(MAP, segment="deal-seekers")
    sheet.number("/stages/4/reached").click()
    assert len(sheet.list().unfold(reached[4])) == reached[4]
    sheet.panel().get_by_role("button", name="Close").click()
    expect(sheet.panel()).to_have_count(0)
    sheet.page.locator("#at-first-coupon").click()
    expect(sheet.page).to_have_url(re.compile("stop=first-coupon"))
    expect(sheet.panel().get_by_role("heading", level=2)).to_have_text("I hand over a coupon")


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_to_scroll_sideways(open_page: OpenPage, demo: str, width: int) -> None:
    page = open_page(width, 844)
    wide: dict[str, list[int]] = {}
    for where in PAGES:
        page.goto(demo + where)
        expect(page.locator("main h1").first).to_be_visible()
        expect(page.locator("main [aria-busy='true'], main span.wait, main [role='status'].ghost")).to_have_count(0)
        sizes: list[int] = page.evaluate(
            "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.documentElement)"
        )
        if sizes[0] > sizes[1]:
            wide[where] = sizes
    assert wide == {}
    page.evaluate("document.body.style.width = '5000px'")
    assert page.evaluate("document.documentElement.scrollWidth") >= 5000


def test_the_map_ends_inside_a_wide_window(sheet: MapSheet) -> None:
    sheet.open()
    inside = sheet.page.locator("main .scroll").evaluate("({scrollWidth, clientWidth}) => scrollWidth <= clientWidth")
    assert inside


@pytest.mark.parametrize("locale", ["pl-PL", "ru-RU"])
def test_long_words_make_no_page_wider_than_the_phone(open_page: OpenPage, demo: str, locale: str) -> None:
    page = open_page(390, 844, locale=locale)
    for where in ("/maps", "/help", f"/maps/{MAP}?edit=1"):
        page.goto(demo + where)
        expect(page.locator("main h1").first).to_be_visible()
        expect(page.locator("main [aria-busy='true'], main span.wait, main [role='status'].ghost")).to_have_count(0)
        if "edit" in where:
            expect(page.locator("main").get_by_role("region").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, where
