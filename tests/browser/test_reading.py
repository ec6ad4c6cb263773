"""What is read regularly, and what was recorded: seen, run by a button, followed to whose it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
HAT = "https://shop.example/hat"


@pytest.fixture
def folder(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    shop_maker(tmp_path / "shop").close()
    return tmp_path / "shop"


def test_a_job_that_failed_is_run_again_by_a_button(folder: Path, served: Serve, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(390, 844, scheme="dark")
    page.goto(f"{served(folder).address}/data/reading")
    expect(page.get_by_role("heading", name="Nothing is read regularly yet")).to_be_visible()
    assert axe(page) == []
    (folder / "jobs").mkdir()
    (folder / "jobs" / "a.yaml").write_text("id: exports\nfrom: incoming\nevery: 1d\n", encoding="utf-8")
    (folder / "jobs" / "b.yaml").write_text("id: 5\n", encoding="utf-8")
    page.reload()
    job = page.get_by_role("article", name="exports")
    expect(job.get_by_role("alert")).to_contain_text("There is no folder")
    expect(page.get_by_text("b.yaml is no job yet:")).to_be_visible()
    expect(job).to_contain_text("every day")
    assert axe(page) == []
    (folder / "incoming").mkdir()
    (folder / "incoming" / "visits.csv").write_text("customer,event,time\nann,come,2026-03-01 10:00\n")
    job.get_by_role("button", name="Try again now: exports").press("Enter")
    expect(job).to_contain_text("1 event")
    expect(job.get_by_role("alert")).to_have_count(0)
    job.locator("summary").click()
    expect(job.get_by_role("table")).to_contain_text("failed")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


def test_clicks_and_recordings_are_listed_by_page(
    folder: Path, served: Serve, open_page: OpenPage, axe: Axe, api: httpx.Client
) -> None:
    with (folder / "cesta.yaml").open("a", encoding="utf-8") as settings:
        settings.write("record: [autocapture, heatmaps, replay]\n")
    address = served(folder).address
    page = open_page()
    page.goto(f"{address}/data/recorded")
    expect(page.get_by_role("heading", name="Nothing is recorded yet")).to_be_visible()
    assert axe(page) == []
    key = api.post(f"{address}/api/sources/keys", json={"source": "site"}).json()["key"]
    shots = [{"type": 4, "data": {"href": HAT}}, {"type": 2, "data": "x"}]
    said = {"$session_id": "s1", "$snapshot_data": shots}
    clicks = [
        {"event": "$autocapture", "distinct_id": "ann", "uuid": str(n), "properties": {"$current_url": f"{HAT}?n={n}"}}
        for n in range(3)
    ]
    shot = {"event": "$snapshot", "distinct_id": "ann", "uuid": "r", "properties": said}
    assert api.post(f"{address}/e/", json={"api_key": key, "batch": clicks}).status_code == 200
    assert api.post(f"{address}/s/", json={"api_key": key, "batch": [shot]}).status_code == 200
    page.reload()
    row = page.get_by_role("region", name="Pages").get_by_role("row").filter(has_text=HAT)
    expect(row).to_contain_text("3")
    row.get_by_role("link", name="1", exact=True).click()
    expect(page.get_by_text(f"Only those that show {HAT}.")).to_be_visible()
    recordings = page.get_by_role("region", name="Recordings")
    expect(recordings.get_by_role("link", name="ann")).to_have_attribute("href", "/people/ann")
    assert axe(page) == []
