"""Light and dark stay as chosen; whoever asked for little motion sees none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from serving import Asked
from sheet import MAP, MapSheet

from conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.demo]
MOVING = """() => [...document.querySelectorAll('*')].filter((node) => {
  const style = getComputedStyle(node);
  return `${style.transitionDuration},${style.animationDuration}`.split(',').some((text) => parseFloat(text) > 0);
}).length"""


def ground(page: Page) -> int:
    """How light the page's ground is, 0 to 255."""
    light: int = page.evaluate(
        "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number))"
    )
    return light


def test_the_theme_stays(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    assert ground(sheet.page) > 200
    theme = sheet.page.get_by_role("button", name="Theme")
    theme.click()
    expect(sheet.page.get_by_role("button", name="Theme: light")).to_be_visible()
    theme.click()
    expect(sheet.page.get_by_role("button", name="Theme: dark")).to_be_visible()
    assert ground(sheet.page) < 60
    sheet.page.reload()
    sheet.ready()
    assert ground(sheet.page) < 60
    expect(sheet.page.get_by_role("button", name="Theme: dark")).to_be_visible()
    sheet.reaches(asked.reached(MAP))
    theme.click()
    assert ground(sheet.page) > 200


def test_the_systems_theme_is_followed(open_page: OpenPage, demo: str) -> None:
    dark = MapSheet(open_page(scheme="dark"), demo).open()
    assert ground(dark.page) < 60


def test_no_motion_when_none_is_wanted(open_page: OpenPage, demo: str, asked: Asked) -> None:
    still = MapSheet(open_page(motion="reduce"), demo).open()
    still.segment().select_option("loyal-shoppers")
    still.reaches(asked.reached(MAP, segment="loyal-shoppers"))
    assert still.page.evaluate("document.getAnimations().length") == 0
    assert still.page.evaluate(MOVING) == 0
    moving = MapSheet(open_page(motion="no-preference"), demo).open()
    assert moving.page.evaluate(MOVING) > 0
