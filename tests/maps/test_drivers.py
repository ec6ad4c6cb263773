"""Drivers of a map: a planted one is found, one that only goes with it is not, and telling is not moving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cesta.maps.beside import Beside
from cesta.maps.compose import Ground, Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.drivers import DriversView, drivers_of, map_drivers
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.model.instant import parse_day
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace
from cesta.voice.kept import kept_of

DAY, MINUTE = 86_400_000_000, 60_000_000
MAP = """\
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: come, name: Come, match: {event: visit}}
      - {id: late, name: Late, match: {event: late}}
      - {id: call, name: Call, match: {event: call}}
      - {id: grumble, name: Grumble, match: {event: grumble}, emotion: {from: [score 0..10]}}
      - {id: rate, name: Rate, match: {event: rate}}
"""


@pytest.fixture(scope="module")
def shop() -> Ground:
    """Who waits calls more often; only waiting spoils the stars, by one, and makes people grumble afterwards."""
    chance, events = np.random.default_rng(3), []
    for who in range(400):
        start, late = who % 50 * DAY, chance.random() < 0.4
        called, mood = chance.random() < (0.6 if late else 0.2), int(chance.integers(3, 6)) - int(late)
        steps = ["visit", *["late"] * late, *["call"] * called, *["grumble"] * (mood < 4), "rate"]
        for n, name in enumerate(steps):
            told = {"rate": {"stars": mood}, "grumble": {"score": 1}}.get(name, {})
            events.append(Event("web", f"{who}-{n}", f"c{who}", name, start + n * MINUTE, told))
    return lay(parse(MAP, Path("m.yaml")), from_events(events), Beside({}), min_n=30)


def seen(ground: Ground, of: str | None) -> DriversView:
    return drivers_of(compose(ground, Picked(), parse_day("1970-06-01")), of, "en")


def test_the_planted_driver_is_found_and_what_goes_with_it_is_not(shop: Ground) -> None:
    view = seen(shop, None)
    assert (view.of, view.n, view.customers, view.unit) == ("stars", 400, 400, "points")
    told = {one.touchpoint: one for one in view.drivers if one.friction is None}
    assert {one.touchpoint for one in view.drivers if one.clear and not one.tells} == {"late"}
    assert told["late"].high < 0
    assert told["grumble"].clear
    assert told["grumble"].tells
    assert not told["call"].clear
    assert {one.touchpoint: one.why for one in view.not_judged} == {"come": "rare", "rate": "rare"}


def test_only_outcomes_that_are_known_can_be_chosen(shop: Ground) -> None:
    view = seen(shop, "stars")
    assert {one.of: one.n for one in view.choices} == {"stars": 400, "score 0..10": sum(
        one.n for one in view.choices if one.of == "score 0..10")}  # fmt: skip
    with pytest.raises(CestaError, match='There is no outcome "fame"'):
        seen(shop, "fame")
    nothing = seen(shop, "nps")
    assert (nothing.n, nothing.drivers, nothing.choices[0].of) == (0, (), "nps")


def test_neither_events_nor_touchpoints_are_needed() -> None:
    bare = MAP[: MAP.index("    touchpoints:")] + "    touchpoints: []\n"
    for text, told in ((MAP, []), (bare, [Event("web", "1", "ann", "visit", 0, {})])):
        ground = lay(parse(text, Path("m.yaml")), from_events(told), Beside({}), min_n=1)
        assert (seen(ground, "return").drivers, seen(ground, None).of) == ((), None)


def test_of_a_workspace(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        view = map_drivers(workspace, "buy-clothes", "return", Picked())
        assert map_drivers(workspace, "buy-clothes", "return", Picked()) is view
        kept_of(workspace).told += 1  # texts were read meanwhile
        assert map_drivers(workspace, "buy-clothes", "return", Picked()) is not view
    assert (view.unit, view.days) == ("share", 90)
