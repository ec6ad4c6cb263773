"""The goal month by month."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STORY = """-- months
start: visit
end: after 10d
goal: pay
stages: look = visit; pay = pay
period: day 0 to day 3
ann: visit 0d, pay 1d, visit 40d, pay 49d
bob: visit 30d
cid: visit 35d, sleep 69d
"""


def test_every_month_known_whatever_the_period(case_from: Callable[[str], Any]) -> None:
    found = case_from(STORY).bound().view.trend
    assert [(p.start, p.end, p.rate.n, p.rate.of, p.complete) for p in found] == [
        ("1970-01-01", "1970-01-31", 1, 2, True),
        ("1970-02-01", "1970-02-28", 1, 2, True),
    ]


def test_a_month_with_a_running_journey_is_not_complete(case_from: Callable[[str], Any]) -> None:
    found = case_from(STORY.replace("cid: visit 35d, sleep 69d", "cid: visit 35d, visit 58d, sleep 60d")).bound()
    assert [point.complete for point in found.view.trend] == [True, False]
