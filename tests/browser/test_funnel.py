"""The funnel page: steps changed with the keyboard alone, its counts are those that `cesta ask` gives."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from serving import Asked

pytestmark = [pytest.mark.browser, pytest.mark.demo]


def shows(page: Page, asked: Asked, steps: list[str], **params: object) -> None:
    """Waits until the page shows the answer to this question."""
    given = {"window": "42d", "order": "ordered"} | params
    answer = asked("funnel", steps=[{"event": step} for step in steps], **given)
    counts = answer["result"]["counts"]
    expect(page.locator("tbody .count")).to_have_text([re.compile(f"^{count:,},") for count in counts])
    expect(page.locator("tbody .name")).to_have_text([step.replace("_", " ") for step in steps], ignore_case=True)
    expect(page.get_by_text(f"Out of {answer['customers']:,} customers.")).to_be_visible()


def pick(page: Page, label: str, letters: str) -> None:
    """Choose in a list by typing some letters of the name."""
    page.get_by_role("combobox", name=label).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).focus()
    page.keyboard.press("Enter")


def test_steps_by_keyboard(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/funnel?steps=campaign_received,offer_product_bought,coupon_redeemed")
    shows(page, asked, ["campaign_received", "offer_product_bought", "coupon_redeemed"])
    pick(page, "Step 2", "shop v")
    shows(page, asked, ["campaign_received", "shop_visit", "coupon_redeemed"])
    press(page, "Move step 2 up")
    shows(page, asked, ["shop_visit", "campaign_received", "coupon_redeemed"])
    press(page, "Leave out step 1")
    shows(page, asked, ["campaign_received", "coupon_redeemed"])
    press(page, "Add a step")
    expect(page.get_by_role("combobox", name="Step 3")).to_be_visible()
    pick(page, "Step 3", "coupon")
    shows(page, asked, ["campaign_received", "coupon_redeemed", "coupon_redeemed"])
    page.reload()
    shows(page, asked, ["campaign_received", "coupon_redeemed", "coupon_redeemed"])


def test_window_order_and_segment(page: Page, demo: str, asked: Asked) -> None:
    steps = ["campaign_received", "coupon_redeemed"]
    page.goto(f"{demo}/funnel?steps={','.join(steps)}")
    shows(page, asked, steps)
    page.get_by_label("All steps within").select_option("7d")
    shows(page, asked, steps, window="7d")
    page.get_by_label("Order").select_option("unordered")
    shows(page, asked, steps, window="7d", order="unordered")
    page.get_by_label("Segment").select_option("deal-seekers")
    shows(page, asked, steps, window="7d", order="unordered", segment="deal-seekers")


def test_the_question_shown_is_the_question_asked(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/funnel?steps=campaign_received,coupon_redeemed&window=14d")
    shows(page, asked, ["campaign_received", "coupon_redeemed"], window="14d")
    page.get_by_text("The question as JSON").click()
    question = page.evaluate("JSON.parse(document.querySelector('details pre').textContent)")
    counts = asked.document(question)["result"]["counts"]
    expect(page.locator("tbody .count")).to_have_text([re.compile(f"^{count:,},") for count in counts])
