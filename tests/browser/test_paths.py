"""The paths page: every link of the table is a link of `cesta ask`, with its count and its customers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from serving import Asked

pytestmark = [pytest.mark.browser, pytest.mark.demo]
ROWS = """rows => rows.map((row) => [...row.cells].slice(0, 5).map((cell) => cell.title || cell.textContent.trim()))"""


def shows(page: Page, asked: Asked, **params: object) -> None:
    """Waits until the table shows the answer to this question, all of it."""
    question = {"analysis": "paths", "params": {"max_steps": 5, "session_gap": "30d", **params}, "about": True}
    answer = asked.document(question)
    links: list[dict[str, Any]] = answer["result"]["links"]
    assert len(links) > 2
    expect(page.locator("tbody b").first).to_have_text(f"{links[0]['count']:,}")
    expect(page.locator("tbody tr").first.locator("td").nth(1)).to_have_attribute("title", links[0]["from"])
    expect(page.locator("main [aria-busy='false']")).to_be_visible()
    if len(links) > 12:
        page.get_by_role("button", name=re.compile("^Show .* more$")).click()
    expect(page.locator("tbody tr")).to_have_count(len(links))
    assert page.locator("tbody tr").evaluate_all(ROWS) == [
        [
            str(link["step"]),
            link["from"],
            link["to"],
            f"{link['count']:,}",
            f"{answer['about'][f'/links/{place}/count']['n']:,}",
        ]
        for place, link in enumerate(links)
    ]


def test_every_link(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/paths?start=*")
    shows(page, asked)


def test_from_here_by_keyboard(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/paths?steps=3")
    page.get_by_role("combobox", name="From").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("coupon")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("start=coupon_redeemed"))
    shows(page, asked, max_steps=3, start_node="coupon_redeemed")


def test_without_the_commonest_and_in_a_segment(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/paths?start=*&segment=deal-seekers&gap=7d")
    page.get_by_role("button", name="shop visit").click()
    expect(page).to_have_url(re.compile("without=shop_visit"))
    shows(page, asked, session_gap="7d", exclude_nodes=["shop_visit"], segment="deal-seekers")
