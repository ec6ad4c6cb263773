"""Since when a map's numbers are others: each day's counts against a walk, and a change where one was planted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cesta.maps.drift import drift_of, first_of, touches, watched
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
            began = {j: found.flow.entered[j, one.stage] for j in range(len(found.started))}
            came = [j for j, time in began.items() if edge <= time < edge + DAY]
            went = [
                j
                for j in came
                if found.flow.left[j, one.stage] >= 0 and found.flow.left[j, one.stage] - began[j] <= one.within
            ]
            if one.kind == "touchpoint" or one.touchpoint is None:
                assert one.series.could[day].sum() == len(came)
            assert one.touchpoint is not None or one.series.did[day].sum() == len(went)


def test_the_first_touch_of_each_journey_and_the_way_to_it(case_from: Callable[[str], Any]) -> None:
    found: Trace = ground(case_from, HEAD + "ann: visit 0m, view 5m, view 9m\nbob: view 3m, visit 4m\n").trace
    visit, view = (first_of(known := touches(found), known.place == place, 2) for place in (0, 1))
    assert (view.time[0] // 60_000_000, view.way[0]) == (5, 0)
    assert visit.way.tolist() == [3, 3]
    assert first_of(known, known.place == 2, 2).time.tolist() == [-1, -1]


def test_a_touchpoint_that_leads_nowhere_is_named_itself(case_from: Callable[[str], Any]) -> None:
    """Half of those who look view something; from a day on nobody who did buys any more."""
    lines = []
    for day in range(60):
        for who in range(12):
            start = day * 1440 + 60 * who
            view = f", view {start + 5}m" if who % 2 else ""
            buy = f", buy {start + 30}m" if who % 3 and not (who % 2 and day >= 40) else ""
            lines.append(f"c{day:02d}-{who:02d}: visit {start}m{view}{buy}")
    given = ground(case_from, HEAD + "\n".join(lines) + "\n")
    named = {(one.kind, one.touchpoint): one for one in drift_of(given.document, given.trace).changes}
    assert set(named) == {("conversion", None), ("conversion", "view")}
    assert (named["conversion", "view"].after.value, named["conversion", "view"].day) == (0.0, "1970-02-10")


def test_without_events_there_is_nothing_to_watch(case_from: Callable[[str], Any]) -> None:
    given = ground(case_from, HEAD)
    found = drift_of(given.document, given.trace)
    assert (found.changes, found.compared, found.last_day) == ((), 0, None)
