"""Two segments compared on the map, small maps of all segments, and two versions: each number as it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import Asked, Server

from cesta.store.workspace import Workspace

pytestmark = pytest.mark.browser
MAP = "use-an-offer"
YEAR = {"date_from": "2017-01-01", "date_to": "2017-12-31"}


@pytest.mark.demo
def test_two_segments_compared(demo: str, asked: Asked, page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.goto(f"{demo}/maps/{MAP}")
    page.get_by_label("Segment").select_option("deal-seekers")
    page.get_by_role("button", name="Compare").press("Enter")
    other = page.get_by_role("group", name="The other side")
    expect(other.get_by_role("combobox")).to_have_value("*")
    other.get_by_role("combobox").select_option("loyal-shoppers")
    expect(page.locator(".band .who").nth(1)).to_contain_text("Loyal shoppers")
    assert axe(page) == []

    # The link says it all: whoever opens it sees the same, here as a table.
    page.goto(f"{page.url}&view=table")
    table = page.get_by_role("table", name="Deal seekers and Loyal shoppers")
    row = table.locator("tr[data-kind=reached]").first
    expect(row).to_be_visible()
    for cell, segment in ((1, "deal-seekers"), (2, "loyal-shoppers")):
        answer = asked("stage_touchpoints", map=MAP, segment=segment, **YEAR)["result"]
        came, second = (stage["reached"] for stage in answer["stages"][:2])
        expect(row.locator("td").nth(cell)).to_contain_text(f"{second / came:.1%}")
        expect(row.locator("td").nth(cell)).to_contain_text(f"n = {came}")
    touched = table.get_by_role("row", name="I get a leaflet Of its stage")
    expect(touched).to_contain_text("pt")
    assert axe(page) == []

    page.get_by_role("button", name="All segments").press("Enter")
    page.get_by_role("button", name="Map", exact=True).press("Enter")
    cards = page.locator("[data-segment]")
    expect(cards).to_have_count(3)
    expect(cards.filter(has_text="Loyal shoppers")).to_contain_text("444 people")
    assert axe(page) == []
    page.get_by_role("link", name="Loyal shoppers").press("Enter")
    expect(other.get_by_role("combobox")).to_have_value("*")
    expect(page.get_by_label("Segment")).to_have_value("loyal-shoppers")


def test_two_versions_on_the_map(
    page: Page,
    served: Callable[[Path], Server],
    shop_maker: Callable[[Path], Workspace],
    axe: Callable[[Page], list[str]],
    tmp_path: Path,
) -> None:
    shop_maker(tmp_path / "shop").close()
    address = served(tmp_path / "shop").address
    cart = ["stages", "choose", "touchpoints", "cart"]
    edits = [
        {"kind": "set", "at": [*cart, "name"], "value": "My cart", "was": "I put it into the cart"},
        {"kind": "add", "at": cart[:-1], "value": {"id": "coupon", "name": "A coupon", "match": {"event": "coupon"}}},
        {"kind": "remove", "at": ["stages", "pay", "touchpoints", "details"]},
    ]
    wishes = [{"key": str(key), "edit": edit} for key, edit in enumerate(edits)]
    told = page.request.post(f"{address}/api/maps/buy-clothes/edits", data={"hand": "walk", "wishes": wishes}).json()
    assert [each["outcome"] for each in told["outcomes"]] == ["done"] * 3
    page.request.post(f"{address}/api/maps/buy-clothes/publish", data={"hand": "walk", "note": ""})
    page.goto(f"{address}/maps/buy-clothes?vs=versions")
    parts = page.locator("[data-part]")
    for part, state in (("cart", "changed"), ("coupon", "added"), ("details", "removed"), ("bought", "same")):
        expect(page.locator(f"[data-part={part}]")).to_have_attribute("data-state", state)
    expect(page.locator("[data-part=cart]")).to_contain_text("I put it into the cart → My cart")
    assert axe(page) == []
    page.get_by_label("with").select_option("1")
    page.get_by_label("Compare").last.select_option("2")
    expect(page.locator("[data-part=coupon]")).to_have_attribute("data-state", "removed")
    expect(page).to_have_url(re.compile("before=2"))
    expect(parts).to_have_count(9)
