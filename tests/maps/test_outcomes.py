"""Outcomes against a plain walk over the events: answers, coming back, spending, and what came before each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.beside import Beside
from cesta.maps.compose import Ground, lay
from cesta.maps.document import parse
from cesta.maps.outcomes import names_of, outcome
from cesta.model.event import Event
from cesta.store.columns import from_events

DAY = 86_400_000_000
MAP = """\
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
end: {any_of: [after 5d]}
goal: {event: buy, name: Bought}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: come, name: Come, match: {event: visit}}
      - {id: late, name: Late, match: {event: late}}
      - {id: rate, name: Rate, match: {event: rate}}
"""
ONE = st.tuples(
    st.sampled_from(["ann", "bob"]), st.integers(0, 300), st.sampled_from(["visit", "late", "rate", "buy"]),
    st.sampled_from([1, 3, 5]),
)  # fmt: skip


def laid(told: list[tuple[str, int, str, int]], text: str = MAP) -> Ground:
    events = [
        Event("web", f"{n:03}", who, name, day * DAY + n, {"stars": number} if name == "rate" else {"price": number})
        for n, (who, day, name, number) in enumerate(told)
    ]
    return lay(parse(text, Path("m.yaml")), from_events(events), Beside({}), min_n=1)


@given(st.lists(ONE, min_size=1, max_size=25))
@settings(max_examples=50)
def test_each_outcome_agrees_with_a_walk(told: list[tuple[str, int, str, int]]) -> None:
    ground = laid(told)
    trace, everyone = ground.trace, np.ones(len(ground.trace.started), np.bool_)
    hers: dict[str, list[tuple[int, str, int]]] = {}
    for n, (who, day, name, number) in enumerate(told):
        hers.setdefault(who, []).append((day * DAY + n, name, number))
    now = max(time for each in hers.values() for time, _, _ in each)
    stars, back, spent, before = [], [], [], []
    for _, events in sorted(hers.items()):
        events.sort()
        starts: list[int] = []
        for time, name, number in events:
            if name == "visit" and (not starts or time - starts[-1] > 5 * DAY):
                starts.append(time)
            if name == "rate" and starts:
                stars.append(float(number))
                before.append(sum(time - 28 * DAY <= at < time for at, _, _ in events))
        for place, start in enumerate(starts):
            end = start + 5 * DAY
            if now - start > 5 * DAY and end + 90 * DAY <= now:
                back.append(float(any(start < other <= end + 90 * DAY
                                      for other in starts[place + 1 :])))  # fmt: skip
                spent.append(sum(float(number) for at, name, number in events
                                 if name == "buy" and end < at <= end + 90 * DAY))  # fmt: skip
    assert sorted(outcome(ground, "stars", everyone).value.tolist()) == sorted(stars)
    assert outcome(ground, "return", everyone).value.tolist() == back
    if "spend" in names_of(ground):
        assert outcome(ground, "spend", everyone).value.tolist() == spent
    rated = outcome(ground, "stars", everyone)
    assert sorted((rated.until - rated.since).tolist()) == sorted(before)
    assert len(trace.ids) == 3


def test_what_was_spent_after_a_journey_is_added_up() -> None:
    told = [
        ("ann", 0, "visit", 1),
        ("ann", 1, "buy", 3),
        ("ann", 20, "buy", 5),
        ("ann", 94, "buy", 1),
        ("ann", 96, "buy", 3),
    ]
    told += [("bob", 300, "visit", 1)]
    ground = laid(told)
    everyone = np.ones(len(ground.trace.started), np.bool_)
    assert outcome(ground, "spend", everyone).value.tolist() == [6.0]
    assert outcome(ground, "return", everyone).value.tolist() == [0.0]


def test_what_ends_a_journey_was_not_spent_after_it() -> None:
    told = [("ann", 0, "visit", 1), ("ann", 1, "buy", 3), ("ann", 2, "buy", 5), ("bob", 300, "visit", 1)]
    ground = laid(told, MAP.replace("after 5d", "buy"))
    assert outcome(ground, "spend", np.ones(2, np.bool_)).value.tolist() == [5.0]


def test_points_are_those_that_people_know() -> None:
    events = [Event("web", "0", "ann", "visit", 0, {})]
    for n, (name, value) in enumerate([("nps", 9), ("nps", 7), ("nps", 6), ("csat", 4), ("csat", 3), ("stars", 2)]):
        events.append(Event("web", str(n + 1), "ann", "rate", n + 1, {name: value}))
    ground = lay(parse(MAP, Path("m.yaml")), from_events(events), Beside({}), min_n=1)
    everyone = np.ones(1, np.bool_)
    found = {name: outcome(ground, name, everyone) for name in ("nps", "csat", "stars")}
    assert {name: one.value.tolist() for name, one in found.items()} == {
        "nps": [100.0, 0.0, -100.0], "csat": [1.0, 0.0], "stars": [2.0],
    }  # fmt: skip
    assert {name: one.unit for name, one in found.items()} == {"nps": "nps", "csat": "share", "stars": "points"}
    assert "spend" not in names_of(ground)
