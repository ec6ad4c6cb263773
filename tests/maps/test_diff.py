"""What differs between two maps: nothing when they say the same, and the least that tells the rest."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.diff import between, differences
from cesta.maps.document import parse

MAP = """
cesta: map/1
id: buy
title: {en: I buy, pl: Kupuję}
owner: jana
start: {first_of: [visit]}
goal: {event: buy, target: 0.2}
stages:
  - id: look
    name: I look
    owner: jana
    touchpoints:
      - {id: site, name: I come in, match: {event: visit}}
      - {id: size, name: My size, match: {event: size}, barriers: [{id: eu, text: EU only}]}
  - id: pay
    name: I pay
    touchpoints:
      - {id: card, name: My card, match: {event: card}, emotion: {assumed: -1}}
"""
DATA: dict[str, Any] = dict(parse(MAP).data)


def changed(what: Any) -> list[tuple[str, str, str, str | None]]:
    data = copy.deepcopy(DATA)
    what(data)
    return [(c.kind, c.thing.kind, c.thing.id, c.field) for c in between(DATA, data)]


def test_a_map_does_not_differ_from_itself() -> None:
    assert differences(parse(MAP), parse(MAP.replace("owner: jana", "owner:   'jana'"))) == ()


def test_one_edit_is_one_change() -> None:
    stages = DATA["stages"]
    assert changed(lambda d: d.update(owner="petr")) == [("changed", "map", "buy", "owner")]
    assert changed(lambda d: d["goal"].update(target=0.3)) == [("changed", "map", "buy", "goal.target")]
    assert changed(lambda d: d["title"].update(cs="Kupuji")) == [("changed", "map", "buy", "title.cs")]
    assert changed(lambda d: d["stages"].reverse())[0][:2] == ("moved", "stage")
    assert len(changed(lambda d: d["stages"].reverse())) == 1
    assert changed(lambda d: d["stages"].pop()) == [("removed", "stage", "pay", None)]
    assert changed(lambda d: d["stages"][0]["touchpoints"][1]["barriers"].append({"id": "b", "text": "B"})) == [
        ("added", "barrier", "b", None)
    ]
    to_pay = changed(lambda d: d["stages"][1]["touchpoints"].append(d["stages"][0]["touchpoints"].pop()))
    assert to_pay == [("moved", "touchpoint", "size", None)]
    assert DATA["stages"] is stages


edits = st.lists(
    st.tuples(st.sampled_from(["drop", "swap", "rename", "mood", "wander"]), st.integers(0, 99)), max_size=6
)


@settings(max_examples=30)
@given(edits)
def test_no_difference_is_said_of_equal_maps_and_some_of_others(steps: list[tuple[str, int]]) -> None:
    data = copy.deepcopy(DATA)
    for what, seed in steps:
        chance = random.Random(seed)
        stage = chance.choice(data["stages"])
        stops = stage["touchpoints"]
        if what == "swap":
            chance.shuffle(stops)
        elif what == "wander" and stops:
            chance.choice(data["stages"])["touchpoints"].append(stops.pop())
        elif what == "drop" and stops:
            stops.pop()
        elif what == "rename":
            stage["name"] = str(seed)
        elif stops:
            chance.choice(stops)["emotion"] = {"assumed": seed % 3}
    there, back = between(DATA, data), between(data, DATA)
    assert (not there) == (data == DATA)
    kinds = [c.kind for c in there]
    mirrored = [c.kind for c in back]
    assert kinds.count("added") == mirrored.count("removed")
    assert kinds.count("removed") == mirrored.count("added")
    assert kinds.count("changed") == mirrored.count("changed")
