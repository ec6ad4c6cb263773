"""The same map as a table, by the key T: the same numbers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from serving import Asked
from sheet import MAP, MapSheet, numbers

pytestmark = [pytest.mark.browser, pytest.mark.demo]


def test_the_table_says_what_the_map_says(sheet: MapSheet, asked: Asked) -> None:
    sheet.open("?segment=deal-seekers")
    drawn = {number.pointer: number.count for number in numbers(sheet.page) if number.pointer.startswith("/stages/")}
    sheet.page.keyboard.press("t")
    tables = sheet.page.locator(".twin table")
    expect(tables.first).to_be_visible()
    written = {number.pointer: number.count for number in numbers(sheet.page)}
    assert len(drawn) > 30
    assert drawn.items() <= written.items()
    answered = asked("stage_touchpoints", map=MAP, segment="deal-seekers")["result"]["stages"]
    reached = tables.first.locator("tbody tr td:nth-child(2) .num")
    expect(reached).to_have_text([f"{stage['reached']:,}" for stage in answered])
    by_name = {stop["touchpoint"]: stop["journeys"] for stage in answered for stop in stage["touchpoints"]}
    reaches = tables.nth(1).locator("tbody tr td:nth-child(3) .num")
    assert sorted(int(text.replace(",", "")) for text in reaches.all_inner_texts()) == sorted(by_name.values())
    sheet.page.keyboard.press("T")
    expect(sheet.page.get_by_role("grid")).to_be_visible()
    sheet.reaches([stage["reached"] for stage in answered])


def test_the_summary_says_the_same(sheet: MapSheet, asked: Asked) -> None:
    sheet.open("?view=table")
    summary = sheet.page.locator(".twin .words")
    for place, count in enumerate(asked.reached(MAP), 1):
        expect(summary).to_contain_text(f"Stage {place} of 5")
        expect(summary).to_contain_text(f"{count:,} reach it")
