"""The screen as a reader handles it: a map with its numbers, the list behind a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

MAP = "use-an-offer"
PAGE_OF_LIST = 50
NUMBERS = """() => [...document.querySelectorAll('[data-behind]')].map((node) => ({
  pointer: node.dataset.behind,
  count: Number(node.dataset.count ?? node.dataset.value),
  text: node.textContent.trim(),
  tip: [...(document.getElementById(node.getAttribute('aria-describedby'))?.childNodes ?? [])]
    .map((line) => line.textContent.trim()).filter(Boolean).join('\\n'),
}))"""
DIGITS = re.compile(r"\d[\d,]*")
FEW = re.compile(r"n = (\d[\d,]*), too few")
SHARE = re.compile(r"(\d+(?:\.\d)?)%")
OF = re.compile(r"^(\d[\d,]*) of (\d[\d,]*)$", re.MULTILINE)


def plain(text: str) -> int:
    """1,544 → 1544; every kind of space may stand between the thousands."""
    return int(re.sub(r"[,\s\u00a0\u202f]", "", text))


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that opens a list: where its list is, how many it promises, what it says, its tooltip."""

    pointer: str
    count: int
    text: str
    tip: str

    def lies(self) -> str | None:
        """What is wrong between what it says (in English), what its tooltip says, and what it promises."""
        wrong = f"{self.pointer} says {self.text}, promises {self.count}: {self.tip}"
        share, few = SHARE.search(self.text), FEW.search(self.text)
        if (of := OF.search(self.tip)) and (share or few):
            part, whole = plain(of[1]), plain(of[2])
            # Shown with one decimal; of too few, only their number is shown.
            near = abs(float(share[1]) - 100 * part / whole) <= 0.0501 if share else few and plain(few[1]) == whole
            return None if near and part == self.count else wrong
        if "seconds" in self.pointer:
            return None
        said = plain(DIGITS.search(self.text)[0])  # type: ignore[index]
        return None if said == self.count else wrong


def numbers(page: Page) -> list[Shown]:
    """Every number on the page that opens a list."""
    return [Shown(**found) for found in page.evaluate(NUMBERS)]


class MapSheet:
    """The page of one map."""

    def __init__(self, page: Page, address: str, map_id: str = MAP) -> None:
        self.page, self.address, self.map_id = page, address, map_id

    def open(self, query: str = "") -> MapSheet:
        self.page.goto(f"{self.address}/maps/{self.map_id}{query}")
        self.ready()
        return self

    def ready(self) -> None:
        """The map is drawn and nothing is on its way."""
        expect(self.page.locator('main [aria-busy="false"] h1')).to_be_visible()

    def number(self, pointer: str) -> Locator:
        """The first number on the page with this list."""
        return self.page.locator(f'[data-behind="{pointer}"]').first

    def says(self, pointer: str, count: int) -> None:
        """Waits until the number is this one, and is written so (in English)."""
        expect(self.number(pointer)).to_have_attribute("data-count", str(count))
        expect(self.number(pointer)).to_contain_text(f"{count:,}")

    def reaches(self, stages: list[int]) -> None:
        """Waits until so many reach each stage."""
        assert any(stages)
        for place, count in enumerate(stages):
            if count:
                self.says(f"/stages/{place}/reached", count)
            else:
                expect(self.number(f"/stages/{place}/reached")).to_have_count(0)

    def segment(self) -> Locator:
        return self.page.locator("main header select")

    def period(self, first: str, last: str) -> None:
        """Choose a period by its two dates."""
        box = self.page.locator(".period")
        box.get_by_role("button").first.click()
        box.locator("input").first.fill(first)
        box.locator("input").last.fill(last)
        box.locator('button[type="submit"]').click()

    def panel(self) -> Locator:
        return self.page.locator("aside.panel")

    def list(self) -> ListBehind:
        return ListBehind(self.panel(), self.panel().locator(".rows li"), PAGE_OF_LIST)


@dataclass(frozen=True, slots=True)
class ListBehind:
    """The list behind a number: its total, its rows, the button for more."""

    panel: Locator
    rows: Locator
    size: int

    def total(self) -> int:
        said = self.panel.locator("[data-total]").get_attribute("data-total")
        return int(said or "-1")

    def unfold(self, count: int) -> list[str]:
        """Page to the end; the customer of each row, after checking that no page is short or long."""
        for shown in range(self.size, count + self.size, self.size):
            expect(self.rows).to_have_count(min(shown, count))
            if shown < count:
                self.panel.get_by_role("button", name="more").click()
        expect(self.panel.get_by_role("button", name="more")).to_have_count(0)
        links: list[str] = self.rows.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
        return [link.split("/people/")[1].split("?")[0] for link in links]


def drawer(page: Page) -> ListBehind:
    """The list behind a number of the funnel and of the paths."""
    panel = page.get_by_role("dialog")
    return ListBehind(panel, panel.locator("li"), 200)
