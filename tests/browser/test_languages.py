"""Polish, Czech, Russian: the choice stays, numbers are written as there, and no English is left over."""

from __future__ import annotations

import re
from functools import cache

import httpx
import pytest
from playwright.sync_api import Page, expect
from serving import Asked, words
from sheet import MAP, MapSheet, numbers, plain

from conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.demo]
SPACE = "\u00a0"
TITLES = {
    "pl": "Korzystam z oferty, która przyszła pocztą",
    "cs": "Využiju nabídku, která přišla poštou",
    "ru": "Я пользуюсь предложением, которое пришло по почте",
}
LAST_STAGE = {"pl": "Używam kolejnego", "cs": "Použiju další", "ru": "Я использую ещё один"}
PER_CENT = {"pl": "%", "cs": f"{SPACE}%", "ru": f"{SPACE}%"}
HOLE = re.compile(r"\{\w+\}")
PAGES = (
    f"/maps/{MAP}",
    f"/maps/{MAP}?view=table",
    f"/maps/{MAP}?stop=offer-grocery",
    f"/maps/{MAP}?stage=hand-over&tab=numbers",
    f"/maps/{MAP}?from=2016-01-01&to=2016-01-02",
    "/maps",
    "/funnel",
    "/paths",
    "/data",
    f"/people/1?map={MAP}",
    "/nowhere/at/all",
)
SAID = """() => {
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest('code, pre, option[lang], .details')) out.push(walk.currentNode.data);
  }
  for (const node of document.querySelectorAll('[aria-label], [title]')) {
    out.push(node.getAttribute('aria-label') ?? '', node.getAttribute('title') ?? '');
  }
  return out.map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""


def written(value: int, language: str) -> str:
    """A whole number as people write it: in Polish four digits stay together."""
    grouped = f"{value:,}".replace(",", SPACE)
    return str(value) if language == "pl" and value < 10_000 else grouped


@cache
def english(language: str) -> re.Pattern[str]:
    """Matches a text that is one of the screen's English ones and none of the language's."""
    own = {
        form for entry in words(language).values() for form in (entry.values() if isinstance(entry, dict) else [entry])
    }
    found: list[str] = []
    for entry in words("en").values():
        for form in entry.values() if isinstance(entry, dict) else [entry]:
            letters = re.sub(r"[\W\d_]", "", HOLE.sub("", form))
            if form not in own and len(letters) >= 3:
                found.append(".+?".join(re.escape(part) for part in HOLE.split(form.replace("*", ""))))
    assert len(found) > 150
    return re.compile("|".join(f"(?:{one})" for one in found))


def data_words(api: httpx.Client, address: str) -> set[str]:
    """The names of events and properties: they are the data's own, in every language."""
    seen = api.get(f"{address}/api/workspace").json()["events"]
    names = {name for event in seen for name in [event["name"], *event["properties"]]}
    return {name.replace("_", " ").lower() for name in names} | {name.lower() for name in names}


def leftovers(page: Page, language: str, data: set[str]) -> list[str]:
    return [text for text in page.evaluate(SAID) if english(language).fullmatch(text) and text.lower() not in data]


def choose(page: Page, language: str) -> None:
    page.locator(".switch select:has(option[lang])").select_option(language)
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_a_language_that_is_chosen_stays(sheet: MapSheet, asked: Asked, language: str) -> None:
    sheet.open()
    assert {"Table", "Mood", "Language"} <= set(sheet.page.evaluate(SAID))
    choose(sheet.page, language)
    expect(sheet.page.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    sheet.page.reload()
    sheet.ready()
    expect(sheet.page.locator("html")).to_have_attribute("lang", language)
    expect(sheet.page.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    reached = asked.reached(MAP)
    for place, count in enumerate(reached):
        expect(sheet.number(f"/stages/{place}/reached").locator("span").first).to_have_text(written(count, language))
    share = f"{100 * reached[3] / reached[2]:.1f}".replace(".", ",") + PER_CENT[language]
    expect(sheet.number("/stages/2/conversion").locator("span").first).to_have_text(share)
    expect(sheet.page.locator("#at-use-another")).to_have_attribute("title", LAST_STAGE[language])
    people = next(number for number in numbers(sheet.page) if number.pointer == "/people")
    digits = re.match(rf"[\d{SPACE}]+", people.text)
    assert digits is not None
    assert digits[0].strip() == written(people.count, language)
    assert plain(digits[0]) == people.count


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_no_english_is_left_over(page: Page, demo: str, api: httpx.Client, language: str, asked: Asked) -> None:
    data = data_words(api, demo)
    page.goto(f"{demo}/maps")
    choose(page, language)
    found: dict[str, list[str]] = {}
    for where in PAGES:
        page.goto(demo + where)
        expect(page.locator("main h1").first).to_be_visible()
        expect(page.locator("main [aria-busy='true'], main span.wait, main [role='status'].ghost")).to_have_count(0)
        if left := leftovers(page, language, data):
            found[where] = left
    assert found == {}
    page.goto(f"{demo}/funnel")
    counts = asked.document(page_question(page))["result"]["counts"]
    expect(page.locator("tbody .count")).to_have_text([re.compile(f"^{written(count, language)}") for count in counts])


def page_question(page: Page) -> dict[str, object]:
    expect(page.locator("details pre")).to_have_count(1)
    question: dict[str, object] = page.evaluate("JSON.parse(document.querySelector('details pre').textContent)")
    return question


def test_english_on_a_page_would_be_found(sheet: MapSheet) -> None:
    sheet.open()
    assert len(leftovers(sheet.page, "pl", set())) > 20


def test_the_browsers_language_is_the_first_choice(open_page: OpenPage, demo: str) -> None:
    sheet = MapSheet(open_page(locale="cs-CZ"), demo).open()
    expect(sheet.page.locator("html")).to_have_attribute("lang", "cs")
    expect(sheet.page.get_by_role("heading", level=1)).to_have_text(TITLES["cs"])
