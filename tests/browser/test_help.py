"""Help is found from anywhere under the words that people use, in four languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from serving import words

pytestmark = pytest.mark.browser


def test_a_road_map_by_any_name(page: Page, shop: str, axe: Callable[[Page], list[str]]) -> None:
    page.goto(f"{shop}/help")
    expect(page.get_by_role("heading", name="Help", level=1)).to_be_visible()
    assert axe(page) == []
    for typed in ("road map", "mapa podróży", "карта пути"):
        page.keyboard.press("Control+k")
        box = page.get_by_role("combobox", name=words("en")["find.label"])
        expect(box).to_be_focused()
        box.fill(typed)
        expect(page.get_by_role("listbox").get_by_role("option", selected=True)).to_contain_text("Customer journey map")
        box.press("Enter")
        expect(box).to_have_count(0)
        expect(page.locator("[aria-current=true]")).to_contain_text(
            "Its numbers are measured from events", ignore_case=True
        )
    page.get_by_label("Look for a word").fill("GDPR")
    expect(page.get_by_role("term")).to_have_count(1)
