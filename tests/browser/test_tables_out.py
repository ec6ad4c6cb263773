"""Every table on the screen is saved as it stands there: as a workbook with its question, or as CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from serving import Asked
from sheet import MAP

from conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.demo]
Rows = list[list[object]]


def saved(page: Page, button: Locator, kind: str) -> Path:
    """Saves by the keyboard alone, as a workbook or as CSV."""
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    if kind == "csv":
        page.keyboard.press("ArrowDown")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    expect(button).to_be_focused()
    path = Path(download.value.path())
    assert download.value.suggested_filename.endswith(f".{kind}")
    return path


def workbook(path: Path) -> tuple[Rows, dict[str, object]]:
    """The rows, and what the second sheet says."""
    table, about = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets
    return [[*row] for row in table.iter_rows(values_only=True)], {
        str(a): b for a, b, *_ in about.iter_rows(values_only=True)
    }


def test_paths_as_a_workbook_hold_every_link_and_the_question(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/paths?start=*")
    rows, about = workbook(saved(page, page.get_by_role("button", name="Save as a file"), "xlsx"))
    question = json.loads(str(about["Question"]))
    answer = asked.document(question | {"about": True})
    assert [row[3] for row in rows[1:]] == [link["count"] for link in answer["result"]["links"]]
    assert (about["n"], about["Data to"]) == (answer["customers"], answer["as_of"])


def test_the_funnel_as_csv_in_czech(open_page: OpenPage, demo: str, asked: Asked) -> None:
    page = open_page(locale="cs")
    page.goto(f"{demo}/funnel?steps=shop_visit,coupon_redeemed&window=none")
    text = saved(page, page.get_by_role("button", name="Uložit do souboru"), "csv").read_bytes().decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    params = {"steps": ["shop_visit", "coupon_redeemed"], "window": "none"}
    result = asked.document({"analysis": "funnel", "params": params})["result"]
    assert [int(row[1]) for row in rows] == result["counts"]
    assert float(rows[1][2].replace(",", ".")) == pytest.approx(result["step_rate"][1])


def test_the_customers_behind_a_number_are_all_there(page: Page, demo: str) -> None:
    page.goto(f"{demo}/funnel?steps=shop_visit,coupon_redeemed&window=none")
    page.locator("button.count").first.click()
    total = page.locator("[data-total]")
    expect(total).to_be_visible()
    drawer = page.get_by_role("dialog")
    rows, about = workbook(saved(page, drawer.get_by_role("button", name="Save as a file"), "xlsx"))
    assert len(rows) - 1 == int(total.get_attribute("data-total") or 0) > 200
    assert json.loads(str(about["Question"]))["behind"] == "/counts/0"


def test_the_map_as_a_table(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/maps/{MAP}?view=table")
    buttons = page.get_by_role("button", name="Save as a file")
    expect(buttons.first).to_be_visible()
    rows, _ = workbook(saved(page, buttons.first, "xlsx"))
    assert [row[1] for row in rows[1:]] == asked.reached(MAP)
    stops, _ = workbook(saved(page, buttons.nth(1), "xlsx"))
    assert len(stops) > len(rows)


def test_journeys_behind_a_number_of_the_map(page: Page, demo: str, asked: Asked) -> None:
    page.goto(f"{demo}/maps/{MAP}")
    page.locator("[data-behind='/stages/3/reached']").first.click()
    panel = page.get_by_role("complementary")
    rows, about = workbook(saved(page, panel.get_by_role("button", name="Save as a file"), "xlsx"))
    assert len(rows) - 1 == asked.reached(MAP)[3]
    assert json.loads(str(about["Question"])) == {"map": MAP, "behind": "/stages/3/reached"}


def test_a_customers_events(page: Page, demo: str) -> None:
    page.goto(f"{demo}/people/1?map={MAP}")
    rows, _ = workbook(saved(page, page.get_by_role("button", name="Save as a file"), "xlsx"))
    expect(page.locator(".head p")).to_contain_text(f"{len(rows) - 1} events")


def test_the_menu_leaves_by_escape_and_by_a_click_elsewhere(page: Page, demo: str) -> None:
    page.goto(f"{demo}/paths")
    button = page.get_by_role("button", name="Save as a file")
    button.click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(button).to_be_focused()
    button.click()
    page.locator("h1").click()
    expect(page.get_by_role("menu")).to_have_count(0)


def test_a_failure_is_told_beside_the_button(open_page: OpenPage, demo: str) -> None:
    page = open_page(forgiven="400")
    page.route(
        "**/api/tables",
        lambda route: route.fulfill(
            status=400, json={"error": {"code": "bad_table", "message": "Row 1 is odd.", "hint": None}}
        ),
    )
    page.goto(f"{demo}/paths")
    page.get_by_role("button", name="Save as a file").click()
    page.get_by_role("menuitem").first.click()
    expect(page.get_by_role("alert")).to_contain_text("Row 1 is odd.")
