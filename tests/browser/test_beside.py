"""The desired journey and the barriers beside the map: journeys behind a badge, numbers as asked, one click to put."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import Server

from cesta.samples.retail.make import make

pytestmark = pytest.mark.browser
MAP = "buy-clothes"


def test_what_we_want_and_what_stops(
    page: Page, served: Callable[[Path], Server], axe: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    make(tmp_path / "shop", events=60_000, seed=41).close()
    address = served(tmp_path / "shop").address
    page.goto(f"{address}/maps/{MAP}")
    page.get_by_role("button", name="Desired").press("Enter")
    panel = page.locator("aside.panel")
    expect(panel.get_by_role("heading", name="What we want, and what happens")).to_be_visible()
    found = page.request.get(f"{address}/api/maps/{MAP}/deviations").json()
    one = found["deviations"][0]
    expect(panel.locator("ul").first.locator("li")).to_have_count(len(found["deviations"]))
    assert axe(page) == []
    page.get_by_role("button", name=f"{one['name']}: once more").first.press("Enter")
    expect(page.locator("aside.panel")).to_contain_text(f"{one['journeys']['n']:,}")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Barriers").press("Enter")
    expect(panel.get_by_role("heading", name="What stops customers")).to_be_visible()
    stops = page.request.get(f"{address}/api/maps/{MAP}/barriers").json()["barriers"]
    phones = next(each for each in stops if (each["what"], each["value"]) == ("device", "phone"))
    asked = {"analysis": "transitions", "params": {"filter": "device = 'phone'"}}
    after = page.request.post(f"{address}/api/ask", data=asked).json()["result"]["matrix"]["payment_details"]
    # journeys of the map end four weeks after they began, so a few payments belong to none
    assert 0.97 * after["payment_failed"] <= phones["share"]["n"] <= after["payment_failed"]
    assert axe(page) == []
    row = panel.get_by_role("listitem").filter(has_text="device: phone")
    row.get_by_role("button", name="Put it on the map").press("Enter")
    expect(row).to_contain_text("On the map")
    draft = page.request.get(f"{address}/api/maps/{MAP}/draft").json()["data"]
    stop = next(each for each in draft["stages"][2]["touchpoints"] if each["id"] == phones["touchpoint"])
    assert phones["id"] in [barrier["id"] for barrier in stop["barriers"]]
