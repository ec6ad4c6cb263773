"""Another segment, another period: the numbers follow, the address remembers, a reload changes nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from serving import Asked
from sheet import MAP, MapSheet
from witness import Recount, reached

pytestmark = [pytest.mark.browser, pytest.mark.demo]
SPRING = {"date_from": "2017-03-01", "date_to": "2017-05-31"}


def test_another_segment(sheet: MapSheet, asked: Asked, recount: Recount) -> None:
    sheet.open()
    sheet.segment().select_option("loyal-shoppers")
    loyal = asked.reached(MAP, segment="loyal-shoppers")
    assert loyal == reached(recount.counted(visits=100)) != asked.reached(MAP)
    sheet.reaches(loyal)
    expect(sheet.page).to_have_url(re.compile(r"\?segment=loyal-shoppers$"))
    sheet.page.reload()
    sheet.reaches(loyal)
    expect(sheet.segment()).to_have_value("loyal-shoppers")
    sheet.segment().select_option("")
    sheet.reaches(asked.reached(MAP))
    expect(sheet.page).to_have_url(re.compile(rf"/maps/{MAP}$"))


def test_another_period(sheet: MapSheet, asked: Asked, recount: Recount) -> None:
    sheet.open()
    sheet.period(SPRING["date_from"], SPRING["date_to"])
    spring = asked.reached(MAP, **SPRING)
    assert spring == reached(recount.counted(first=SPRING["date_from"], last=SPRING["date_to"]))
    sheet.reaches(spring)
    expect(sheet.page.locator(".period")).to_contain_text("1 Mar–31 May 2017")
    expect(sheet.page).to_have_url(re.compile("from=2017-03-01&to=2017-05-31"))
    sheet.page.reload()
    sheet.reaches(spring)
    sheet.segment().select_option("deal-seekers")
    sheet.reaches(asked.reached(MAP, segment="deal-seekers", **SPRING))
    sheet.page.locator(".period").get_by_role("button").first.click()
    sheet.page.get_by_role("button", name="As the map says").click()
    sheet.reaches(asked.reached(MAP, segment="deal-seekers"))


def test_a_month_of_the_time_bar(sheet: MapSheet, asked: Asked) -> None:
    sheet.open()
    sheet.page.get_by_role("button", name=re.compile("Apr 2017.*Show this month")).click()
    sheet.reaches(asked.reached(MAP, date_from="2017-04-01", date_to="2017-04-30"))
    first = sheet.page.get_by_role("slider", name="First day")
    first.focus()
    first.press("ArrowLeft")
    sheet.reaches(asked.reached(MAP, date_from="2017-03-01", date_to="2017-04-30"))


def test_back_closes_what_was_opened(sheet: MapSheet, asked: Asked) -> None:
    sheet.open("?segment=loyal-shoppers")
    sheet.page.locator("#at-big-shop .ring").click()
    expect(sheet.panel().get_by_role("heading", level=2)).to_have_text("I do a big shop")
    expect(sheet.page).to_have_url(re.compile("stop=big-shop"))
    sheet.page.go_back()
    expect(sheet.panel()).to_have_count(0)
    sheet.reaches(asked.reached(MAP, segment="loyal-shoppers"))
    sheet.page.go_forward()
    expect(sheet.panel().get_by_role("heading", level=2)).to_have_text("I do a big shop")
