"""A customer is found from anywhere by the keyboard alone, and her page says what is known of her."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from serving import words

from cesta.samples.retail.small import small
from conftest import OpenPage

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]


def told() -> dict[str, Any]:
    """Somebody who complained and bought something."""
    bought = {event["customer"] for event in small() if event["event"] == "purchase"}
    return next(event for event in small() if event["event"] == "complaint" and event["customer"] in bought)


def test_by_an_order_without_touching_the_mouse(open_page: OpenPage, shop: str, axe: Axe) -> None:
    complaint = told()
    page = open_page()
    page.goto(f"{shop}/maps")
    expect(page.locator("main h1").first).to_be_visible()
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name=words("en")["find.label"])
    expect(box).to_be_focused()
    box.fill(complaint["props"]["order_id"])
    option = page.get_by_role("listbox").get_by_role("option", selected=True)
    expect(option).to_contain_text(str(complaint["customer"]))
    assert axe(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Customer {complaint['customer']}")
    hers = [event for event in small() if event["customer"] == complaint["customer"]]
    expect(page.get_by_text(f"{len(hers)} events")).to_be_visible()
    expect(page.locator(".told .waits")).to_contain_text(complaint["props"]["text"])
    spent = sum(event["props"]["amount"] for event in hers if "amount" in event["props"])  # type: ignore[operator,index]
    expect(page.locator(".head dl")).to_contain_text(f"€{spent:,.2f}")
    assert axe(page) == []
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    box.fill("no such customer")
    expect(page.get_by_role("status").filter(has_text=words("en")["find.nobody"])).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_on_a_phone_in_every_language(open_page: OpenPage, shop: str, axe: Axe, language: str) -> None:
    page = open_page(390, 844, locale=language, scheme="dark", forgiven="404")
    for where in ("/people", f"/people/{told()['customer']}"):
        page.goto(shop + where)
        expect(page.locator("main h1").first).to_be_visible()
        if where != "/people":
            expect(page.get_by_role("heading", name=words(language)["people.known"])).to_be_visible()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(f"{shop}/people/nobody")
    expect(page.get_by_role("alert")).to_be_visible()
