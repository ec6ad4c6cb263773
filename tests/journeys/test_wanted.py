"""Which events are compared with the wanted journey, and the codes of its steps."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from cesta.journeys.own_events import own_columns
from cesta.journeys.units import Asked, by_stretch
from cesta.journeys.wanted import compared, endings, in_codes
from cesta.journeys.where import read_condition
from cesta.model.wanted_journey import read_wanted_journey

MODEL = read_wanted_journey({"sequence": ["a", {"optional": "b"}, "new"]})
EVENTS = [
    {"customer": who, "event": name, "ts": f"2024-05-06T10:0{minute}:00Z", "props": {"big": minute > 1}}
    for who, names in (("u", "axb"), ("v", "xax"))
    for minute, name in enumerate(names)
]


@pytest.mark.parametrize(
    ("goal", "left"),
    [
        (None, ["axb", "xax"]),
        ("x", ["ab", "a"]),
        ("a", ["axb", "xax"]),
        ({}, ["ab", "a"]),
        ({"event": "x", "where": "big = true"}, ["axb", "xa"]),
        ({"where": "big = true"}, ["axb", "xa"]),
        ({"any": ["a", "x"]}, ["ab", "a"]),
    ],
)
def test_goal_events_of_other_names_are_left_out(goal: Any, left: list[str]) -> None:
    journeys = by_stretch(Asked(own_columns(EVENTS, {})), (None, None), None)
    found = compared(journeys, MODEL, None if goal is None else read_condition(goal))
    codes, offsets = found.paths
    paths = ["".join(found.names[code] for code in codes[a:b]) for a, b in pairwise(offsets)]
    assert paths == left


def test_from_each_state_to_the_end() -> None:
    wanted, names = in_codes(MODEL, ["a", "b"])
    assert [names[code] for code in wanted.steps[1:].tolist()] == ["a", "b", "new"]
    assert endings(MODEL, wanted.distances).tolist() == [2, 1, 1, 0]
