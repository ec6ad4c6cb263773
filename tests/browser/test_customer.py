"""From a number to its list, from the list to a customer: her events are those known and those in the raw files."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page, expect
from serving import Asked
from sheet import MAP, MapSheet
from witness import Recount

pytestmark = [pytest.mark.browser, pytest.mark.demo]


def events_shown(page: Page, count: int) -> list[str]:
    """The names of her events, the newest first, after paging to the end of the table."""
    rows = page.locator("tbody tr")
    for shown in range(50, count + 50, 50):
        expect(rows).to_have_count(min(shown, count))
        if shown < count:
            page.get_by_role("button", name="more").click()
    names: list[str] = rows.locator("td:nth-child(2)").evaluate_all("all => all.map((cell) => cell.title)")
    return names


def test_from_a_number_to_a_household_and_back(sheet: MapSheet, asked: Asked, recount: Recount) -> None:
    sheet.open("?segment=deal-seekers")
    sheet.number("/stages/4/reached").click()
    row = sheet.list().rows.first.locator("a")
    household = (row.get_attribute("href") or "").split("/people/")[1].split("?")[0]
    row.click()
    expect(sheet.page.get_by_role("heading", level=1)).to_have_text(f"Customer {household}")
    everyone = asked.document({"analysis": "collapse", "params": {"names": []}, "per_customer": True})["result"]
    hers = everyone["events"][household]
    expect(sheet.page.get_by_text(f"{len(hers):,} events")).to_be_visible()
    assert events_shown(sheet.page, len(hers)) == hers[::-1]
    assert Counter(hers) == Counter(event.name for event in recount.told[household])
    moments = [event.at.isoformat().replace("+00:00", "Z") for event in recount.told[household]]
    assert [moment[:19] for moment in everyone["times"][household]] == [moment[:19] for moment in moments]
    sheet.page.go_back()
    sheet.reaches(asked.reached(MAP, segment="deal-seekers"))


def test_her_journeys_are_those_cut_by_hand(page: Page, demo: str, recount: Recount) -> None:
    counted = Counter(cut.household for cut in recount.journeys)
    household, most = counted.most_common(1)[0]
    page.goto(f"{demo}/people/{household}?map={MAP}")
    expect(page.get_by_label(f"{most} journeys")).to_be_visible()
    options = page.get_by_label(f"{most} journeys").locator("option")
    # Before the journeys stands the choice of all her latest moments.
    expect(options).to_have_count(most + 1)
    words = {"reached": "reached the goal", "lost": "left without the goal", "open": "still under way"}
    by_hand = [words[cut.outcome] for cut in recount.journeys if cut.household == household]
    assert [text.split(" · ")[-1].strip() for text in options.all_inner_texts()[1:]] == by_hand


def test_a_list_says_how_each_journey_went(sheet: MapSheet, recount: Recount) -> None:
    sheet.open()
    sheet.number("/stages/3/reached").click()
    by_hand = [cut for cut in recount.counted() if cut.furthest >= 3]
    people = sheet.list().unfold(len(by_hand))
    assert Counter(people) == Counter(cut.household for cut in by_hand)
    expect(sheet.list().rows.locator(".out.reached")).to_have_count(sum(cut.outcome == "reached" for cut in by_hand))
