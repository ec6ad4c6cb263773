"""What changed on a map: proposals taken with one click or dismissed with a reason, drift on the time bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import Server

from cesta.samples.retail.make import make

pytestmark = pytest.mark.browser
MAP = "buy-clothes"


def test_a_way_of_many_is_taken_and_another_dismissed(
    page: Page,
    served: Callable[[Path], Server],
    axe: Callable[[Page], list[str]],
    tmp_path: Path,
) -> None:
    make(tmp_path / "shop", events=60_000, seed=41).close()
    address = served(tmp_path / "shop").address
    page.goto(f"{address}/maps/{MAP}?beside=changes")
    panel = page.locator("aside.panel")
    waiting = page.request.get(f"{address}/api/maps/{MAP}/proposals").json()["proposals"]
    expect(panel.get_by_role("article")).to_have_count(min(3, len(waiting)))
    one, other = waiting[:2]
    card = panel.get_by_role("article", name=one["name"])
    expect(card).to_contain_text(f"n = {one['share']['n']:,}")
    drift = page.request.get(f"{address}/api/maps/{MAP}/drift").json()
    expect(panel).to_contain_text(f"{drift['compared']} numbers are watched")
    assert axe(page) == []
    card.get_by_role("button", name="Add it to").press("Enter")
    expect(card).to_have_count(0)
    draft = page.request.get(f"{address}/api/maps/{MAP}/draft").json()["data"]
    stops = [stop["id"] for stage in draft["stages"] for stop in stage["touchpoints"]]
    assert one["touchpoint"] in stops

    card = panel.get_by_role("article", name=other["name"])
    card.get_by_role("button", name="Dismiss …").press("Enter")
    card.get_by_label("Why not?").fill("not a part of this journey")
    assert axe(page) == []
    card.get_by_label("Why not?").press("Enter")
    expect(card).to_have_count(0)
    assert page.request.get(f"{address}/api/maps/{MAP}/proposals").json()["dismissed"] == 1
