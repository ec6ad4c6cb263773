"""What the map does not explain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STORY = """-- tray
start: visit
end: buy
stages: look = visit; pay = buy
ann: visit 0d, sneeze 1d, buy 2d, visit 3d, buy 4d, buy 5d
bob: sneeze 1d, buy 2d
"""


def test_coverage_and_rest_are_the_whole(case_from: Callable[[str], Any]) -> None:
    tray = case_from(STORY).bound().view.tray
    told = [(e.event, e.reason, e.events.value, e.people.value) for e in tray.events]
    assert told == [("buy", "outside_journeys", 2, 2), ("sneeze", "no_touchpoint", 2, 2)]
    assert (tray.coverage.n, tray.coverage.of) == (4, 8)
    assert tray.coverage.n + sum(e.events.n for e in tray.events) == tray.coverage.of
    assert tray.outside.value == 3


def test_only_the_period(case_from: Callable[[str], Any]) -> None:
    tray = case_from(STORY.replace("ann:", "period: day 1 to day 1\nann:")).bound().view.tray
    assert [(e.event, e.events.value) for e in tray.events] == [("sneeze", 2)]
    assert tray.coverage.value == 0
