"""Every number that can be clicked, on every page: its list holds exactly that many."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import httpx
import pytest
from playwright.sync_api import Page, expect
from serving import Asked
from sheet import MAP, MapSheet, Shown, drawer, numbers

pytestmark = [pytest.mark.browser, pytest.mark.demo]
WrongLists = Callable[[list[Shown], dict[str, str]], list[str]]
QUARTER = {"from": "2017-03-01", "to": "2017-05-31"}


@pytest.fixture(scope="module")
def wrong_lists(api: httpx.Client, demo: str) -> WrongLists:
    """Each number whose list, asked of the server, is not as long as the number says; no list is asked for twice."""

    @cache
    def total(pointer: str, choice: tuple[tuple[str, str], ...]) -> int:
        asked = {"pointer": pointer, "limit": "1", **dict(choice)}
        found: int = api.get(f"{demo}/api/maps/{MAP}/behind", params=asked).json()["total"]
        return found

    def check(shown: list[Shown], choice: dict[str, str]) -> list[str]:
        wrong: list[str] = []
        for number in shown:
            held = total(number.pointer, tuple(choice.items()))
            if held != number.count:
                wrong.append(f"{number.pointer} promises {number.count}, its list has {held}")
            if lie := number.lies():
                wrong.append(lie)
        return wrong

    return check


CHOICES: list[tuple[str, dict[str, str]]] = [
    ("", {}),
    ("view=table", {}),
    ("view=table", {"segment": "deal-seekers"}),
    ("", {**QUARTER, "segment": "loyal-shoppers"}),
]


@pytest.mark.parametrize(("view", "choice"), CHOICES)
def test_every_number_of_the_map(sheet: MapSheet, wrong_lists: WrongLists, view: str, choice: dict[str, str]) -> None:
    sheet.open("?" + "&".join([view, *(f"{name}={value}" for name, value in choice.items())]))
    shown = numbers(sheet.page)
    assert len(shown) > (70 if view else 35)
    assert wrong_lists(shown, choice) == []


def test_every_number_of_the_inspector(sheet: MapSheet, api: httpx.Client, wrong_lists: WrongLists) -> None:
    sheet.open()
    view = api.get(f"{sheet.address}/api/maps/{MAP}").json()
    subjects = [(stage, stage["reached"]) for stage in view["stages"]]
    subjects += [(stop, stop["reach"]) for stage in view["stages"] for stop in stage["touchpoints"]]
    shown: list[Shown] = []
    for subject, reach in subjects:
        place = sheet.page.locator(f"#at-{subject['id']}")
        # The number in the middle of a stop opens its own list; the rest of the stop opens the inspector.
        (place.locator(".ring") if "reach" in subject else place).click()
        expect(sheet.panel().get_by_role("heading", level=2)).to_have_text(subject["name"])
        expect(sheet.panel().get_by_role("tab", selected=True)).to_have_text("Overview")
        shown += numbers(sheet.page)
        sheet.panel().get_by_role("tab", name="Numbers").click()
        expect(sheet.panel().get_by_role("table")).to_be_visible()
        shown += numbers(sheet.page)
        sheet.panel().get_by_role("tab", name="People").click()
        expect(sheet.panel().locator(f"[data-total='{reach['value']}']")).to_be_visible()
        sheet.page.keyboard.press("Escape")
        expect(sheet.panel()).to_have_count(0)
    assert len(set(shown)) > 150
    assert wrong_lists(list(dict.fromkeys(shown)), {}) == []


def test_every_number_of_what_is_not_on_the_map(sheet: MapSheet, wrong_lists: WrongLists) -> None:
    sheet.open()
    sheet.page.get_by_role("button", name="of events are not on the map").click()
    expect(sheet.panel().get_by_role("heading", level=2)).to_have_text("Not on the map")
    shown = [number for number in numbers(sheet.page) if number.pointer.startswith("/tray")]
    assert shown
    assert wrong_lists(shown, {}) == []


@pytest.mark.parametrize("pointer", ["/stages/3/conversion", "/stages/0/touchpoints/0/lost"])
def test_the_rows_of_a_list_are_as_many(sheet: MapSheet, pointer: str) -> None:
    sheet.open()
    promised = int(sheet.number(pointer).get_attribute("data-count") or "0")
    sheet.number(pointer).click()
    assert len(sheet.list().unfold(promised)) == promised == sheet.list().total()


def test_the_rows_of_a_long_list_of_people_are_as_many_and_all_different(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    sheet.number("/people").click()
    promised = int(sheet.number("/people").get_attribute("data-count") or "0")
    assert promised > 1000
    people = sheet.list().unfold(promised)
    assert len(set(people)) == len(people) == promised
    question = {"analysis": "stage_touchpoints", "params": {"map": MAP}, "behind": "/stages/0/reached", "limit": 5000}
    assert sorted(people) == sorted(asked.document(question)["result"]["customers"])


def test_the_loud_sentence_opens_whom_it_speaks_of(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    button = sheet.page.get_by_role("button", name=re.compile("Show the .* journeys"))
    promised = int(button.get_attribute("data-count") or "0")
    expect(button).to_have_text(f"Show the {promised:,} journeys")
    button.click()
    expect(sheet.panel().locator("[data-total]")).to_have_attribute("data-total", str(promised))
    reached = asked.reached(MAP)
    assert 0 < promised < max(reached)


@pytest.mark.parametrize("where", ["funnel?segment=deal-seekers&window=7d", "paths"])
def test_every_number_of_the_other_pages(page: Page, demo: str, where: str) -> None:
    page.goto(f"{demo}/{where}")
    expect(page.locator("[data-behind]").first).to_be_visible()
    shown = numbers(page)
    assert len(shown) >= 4
    for number in shown:
        page.locator(f'[data-behind="{number.pointer}"]').click()
        expect(drawer(page).panel.locator("[data-total]")).to_have_attribute("data-total", str(number.count))
        assert number.lies() is None
        page.keyboard.press("Escape")
        expect(drawer(page).panel).to_have_count(0)


@pytest.mark.parametrize("where", ["funnel", "paths"])
def test_the_rows_of_the_other_pages_lists_are_as_many(page: Page, demo: str, where: str) -> None:
    page.goto(f"{demo}/{where}")
    expect(page.locator("[data-behind]").first).to_be_visible()
    number = next(number for number in numbers(page) if number.count > 200)
    page.locator(f'[data-behind="{number.pointer}"]').click()
    people = drawer(page).unfold(number.count)
    assert len(set(people)) == len(people) == number.count


def test_a_number_that_lies_is_found_out(sheet: MapSheet, wrong_lists: WrongLists) -> None:
    sheet.open()
    assert wrong_lists(numbers(sheet.page), {}) == []
    honest = sheet.number("/stages/1/reached").evaluate("(node) => [node.dataset.count, node.innerHTML]")
    for deceit in (
        "node.dataset.count = String(Number(node.dataset.count) + 1)",
        "node.querySelector('span').textContent = '4'",
        "node.dataset.behind = '/stages/2/reached'",
    ):
        sheet.number("/stages/1/reached").evaluate(f"(node) => {{ {deceit} }}")
        found = wrong_lists(numbers(sheet.page), {})
        assert found
        assert all("/stages/1/reached" in one or "/stages/2/reached" in one for one in found)
        sheet.page.evaluate(
            """([count, html]) => { const node = document.querySelectorAll('.heads .num.opens')[2];
            node.dataset.behind = '/stages/1/reached'; node.dataset.count = count; node.innerHTML = html; }""",
            honest,
        )
        assert wrong_lists(numbers(sheet.page), {}) == []
