"""The map opens; what it says, `cesta ask` answers, and a plain recount of the raw files finds."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import expect
from serving import Asked
from sheet import MAP, MapSheet, numbers
from witness import STAGES, Recount, reached, touching

pytestmark = [pytest.mark.browser, pytest.mark.demo]


def test_three_witnesses_agree_on_who_gets_how_far(sheet: MapSheet, asked: Asked, recount: Recount) -> None:
    sheet.open()
    expect(sheet.page.get_by_role("heading", level=1)).to_have_text("I use an offer that came by post")
    by_hand = recount.counted()
    assert asked.reached(MAP) == reached(by_hand)
    sheet.reaches(reached(by_hand))
    sheet.says("/journeys", len(by_hand))
    sheet.says("/people", len({cut.household for cut in by_hand}))
    sheet.says("/open", sum(cut.outcome == "open" for cut in by_hand))
    won = sum(cut.outcome == "reached" for cut in by_hand)
    expect(sheet.number("/goal/rate")).to_have_attribute("data-count", str(won))
    expect(sheet.number("/goal/rate")).to_have_text(f"{100 * won / len(by_hand):.1f}%")


def test_they_agree_on_every_touchpoint(sheet: MapSheet, asked: Asked, recount: Recount) -> None:
    stages = asked("stage_touchpoints", map=MAP)["result"]["stages"]
    assert [stage["stage"] for stage in stages] == list(STAGES)
    answered = {stop["touchpoint"]: stop["journeys"] for stage in stages for stop in stage["touchpoints"]}
    by_hand = touching(recount.counted())
    offer = by_hand.pop("offer")
    assert {name: answered[name] for name in by_hand} == by_hand
    # Which department an offered product stands in is the mapping's own choice: by hand, all of them are one.
    assert max(answered[name] for name in answered if name.startswith("offer-")) <= offer
    sheet.open()
    drawn = [stop.count for stop in numbers(sheet.page) if stop.pointer.endswith("/reach")]
    assert sorted(drawn) == sorted(answered.values())


def test_every_lost_journey_is_drawn_at_one_stop(sheet: MapSheet, api: httpx.Client, recount: Recount) -> None:
    view = api.get(f"{sheet.address}/api/maps/{MAP}").json()
    lost = [sum(stop["lost"]["value"] for stop in stage["touchpoints"]) for stage in view["stages"]]
    by_hand = recount.counted()
    assert lost == [
        sum(cut.furthest == stage and cut.outcome == "lost" for cut in by_hand) for stage in range(len(STAGES))
    ]
    sheet.open()
    drawn = {stop.pointer: stop.count for stop in numbers(sheet.page) if stop.pointer.endswith("/lost")}
    assert sum(drawn.values()) == sum(lost)
