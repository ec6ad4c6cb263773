"""Moods month by month and by segment: each month and segment for itself agrees with the map of that period."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.beside import Beside
from cesta.maps.compose import Ground, Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.moods import moods_of
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.model.instant import parse_day
from cesta.segments.document import parse as parse_segment
from cesta.store.columns import from_events

DAY = 86_400_000_000
MAP = """\
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: chat, name: Chat, match: {event: chat}}
      - {id: rate, name: Rate, match: {event: rate}}
  - id: t
    name: T
    touchpoints:
      - {id: late, name: Late, match: {event: late}}
"""
FANS = "cesta: segment/1\nid: fans\nname: Fans\nrule: {did: {event: like}}\n"


@pytest.fixture(scope="module")
def ground() -> Ground:
    events = [Event("web", "like", "c1", "like", 0, {})]
    for n in range(90):
        if not 31 <= n < 59:  # in February nobody says anything
            name = ("chat", "rate", "late")[n % 3]
            events.append(Event("web", str(n), f"c{n % 7}", name, n * DAY, {"stars": 1 + n % 5}))
    near = Beside({"fans": parse_segment(FANS)})
    return lay(parse(MAP, Path("m.yaml")), from_events(events), near, min_n=2)


@pytest.mark.parametrize("part", [None, "s", "t", "chat", "late"])
def test_each_month_is_the_map_of_that_month(ground: Ground, part: str | None) -> None:
    view = moods_of(ground, part, Picked())
    assert [one.start for one in view.months] == ["1970-01-01", "1970-02-01", "1970-03-01"]
    assert [one.emotion.value is None for one in view.months] == [False, True, False]
    for month in view.months:
        whole = compose(ground, Picked(None, month.start, month.end), parse_day("1970-06-01")).view
        for stage in whole.stages:
            told = {stage.id: stage.emotion} | {stop.id: stop.emotion for stop in stage.touchpoints}
            assert part not in told or told[part] == month.emotion


def test_a_segment_is_the_map_of_that_segment(ground: Ground) -> None:
    (fans,) = moods_of(ground, "s", Picked("fans", "1970-01-01", "1970-01-31")).segments
    whole = compose(ground, Picked("fans", "1970-01-01", "1970-01-31"), parse_day("1970-06-01")).view
    assert fans.emotion == whole.stages[0].emotion
    assert fans.name == "Fans"


def test_a_part_that_is_not_there(ground: Ground) -> None:
    with pytest.raises(CestaError, match="unknown_touchpoint"):
        moods_of(ground, "cat", Picked())
