"""Since when a map's numbers are others: each day's counts against a walk, and a change where one was planted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cesta.maps.drift import drift_of, first_touch, watched
from cesta.maps.trace import Trace

DAY = 86_400_000_000
HEAD = """-- drift
start: visit
end: silence 5h
stages: look = visit, view; pay = buy
"""


def story(buys: Callable[[int, int], bool], days: int = 60, daily: int = 12) -> str:
    """Every day as many come by, each with a journey of her own; who buys does so after half an hour."""
    lines = []
    for day in range(days):
        for who in range(daily):
            start = day * 1440 + 60 * who
            more = f", buy {start + 30}m" if buys(day, who) else ""
            lines.append(f"c{day:02d}-{who:02d}: visit {start}m, view {start + 5}m{more}")
    return HEAD + "\n".join(lines) + "\n"


def ground(case_from: Callable[[str], Any], text: str) -> Any:
    return case_from(text).ground()


def test_a_change_is_named_with_both_shares(case_from: Callable[[str], Any]) -> None:
    given = ground(case_from, story(lambda day, who: who % 4 != 0 if day < 40 else who % 4 == 0))
    found = drift_of(given.document, given.trace)
    (one,) = found.changes
    assert (one.kind, one.stage, one.touchpoint, one.day) == ("conversion", "look", None, "1970-02-10")
    assert (one.before.value, one.after.value) == (0.75, 0.25)
    assert (one.before.of, one.difference.value) == (480, -0.5)
    assert found.compared == 1


def test_what_stays_is_not_named(case_from: Callable[[str], Any]) -> None:
    given = ground(case_from, story(lambda _, who: who % 3 == 0))
    assert drift_of(given.document, given.trace).changes == ()


def test_days_are_counted_one_journey_at_a_time(case_from: Callable[[str], Any]) -> None:
    found: Trace = ground(case_from, story(lambda day, who: (day * who) % 5 < 2, days=9)).trace
    for one in watched(found):
        for day, edge in enumerate(one.days[:-1]):
            came = [j for j in range(len(found.started)) if edge <= found.flow.entered[j, one.stage] < edge + DAY]
            went = [
                j
                for j in came
                if found.flow.left[j, one.stage] >= 0
                and found.flow.left[j, one.stage] - found.flow.entered[j, one.stage] <= one.within
            ]
            assert one.series.could[day] == len(came)
            assert one.touchpoint is not None or one.series.did[day] == len(went)


def test_the_first_touch_of_each_journey(case_from: Callable[[str], Any]) -> None:
    found: Trace = ground(case_from, HEAD + "ann: visit 0m, view 5m, view 9m\nbob: visit 3m\n").trace
    assert (first_touch(found, 1) // 60_000_000).tolist() == [5, -1]
    assert np.all(first_touch(found, 2) == -1)


def test_without_events_there_is_nothing_to_watch(case_from: Callable[[str], Any]) -> None:
    given = ground(case_from, HEAD)
    found = drift_of(given.document, given.trace)
    assert (found.changes, found.compared, found.last_day) == ((), 0, None)
