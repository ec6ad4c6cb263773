"""Friction at touchpoints: worked by hand, and against a plain walk over the events of each customer."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.friction import KINDS, FrictionView, friction_of
from cesta.model.event import Event
from cesta.model.instant import parse_day
from cesta.store.columns import from_events

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
      - {id: card, name: Card, match: {event: card}}
      - {id: help, name: Help, match: {event: support_call}}
"""
MINUTE = 60_000_000
NAMES = ["visit", "card", "card_failed", "$rageclick", "dead_click", "support_call", "look"]


def seen(told: list[tuple[str, int, str]], min_n: int = 0) -> FrictionView:
    """told: customer, minute, event."""
    events = [Event("web", str(n), who, name, at * MINUTE + n, {}) for n, (who, at, name) in enumerate(told)]
    ground = lay(parse(MAP, Path("m.yaml")), from_events(events), Beside({}), min_n=min_n)
    return friction_of(compose(ground, Picked(), parse_day("1970-02-01")))


def parts(view: FrictionView, stop: str) -> dict[str, tuple[int, int | None]]:
    found = next(one for one in view.stops if one.touchpoint == stop)
    return {part.kind: (part.journeys.n, part.journeys.of) for part in found.parts}


def test_each_kind_where_it_happened() -> None:
    told = [
        ("ann", 0, "visit"), ("ann", 1, "card"), ("ann", 2, "card_failed"), ("ann", 3, "card"),
        ("ann", 4, "$rageclick"),
        ("bob", 0, "visit"), ("bob", 1, "card"), ("bob", 9, "support_call"), ("bob", 2000, "support_call"),
        ("cid", 0, "visit"), ("cid", 1, "card"), ("cid", 40, "support_call"),
    ]  # fmt: skip
    view = seen(told)
    # Ann's first try failed and she tried again, her second made her angry; Bob called at once; Cid only after a while.
    assert parts(view, "card") == {"rage": (1, 3), "error": (1, 3), "again": (1, 3), "help": (1, 3)}
    assert parts(view, "help") == {"contact": (1, 2)}
    card = view.stops[1].journeys
    assert (card.n, card.of) == (2, 3)
    assert card.low is not None
    assert seen(told, min_n=5).stops[1].journeys.value is None


def test_nothing_has_happened_yet() -> None:
    assert [(stop.journeys.of, stop.parts) for stop in seen([]).stops] == [(0, ())] * 3


@given(st.lists(st.tuples(st.sampled_from(["ann", "bob"]), st.integers(0, 300), st.sampled_from(NAMES)), max_size=24))
@settings(max_examples=40)
def test_errors_and_clicks_are_counted_where_they_follow_at_once(told: list[tuple[str, int, str]]) -> None:
    told = sorted([*told, ("ann", 0, "visit"), ("bob", 0, "visit")], key=lambda one: (one[0], one[1]))
    view = seen(told)
    for kind, meant in (("rage", "$rageclick"), ("dead", "dead_click"), ("error", "card_failed")):
        expected = {
            who
            for (who, at, name), (next_who, then, following) in pairwise(told)
            if name == "card" and who == next_who and following == meant and then - at < 30
            and any(other == who and event == "visit" and other_at <= at for other, other_at, event in told)
        }  # fmt: skip
        assert parts(view, "card").get(kind, (0, None))[0] == len(expected), kind
    for stop in view.stops:
        assert all(part.journeys.n <= stop.journeys.n for part in stop.parts)
        assert {part.kind for part in stop.parts} <= set(KINDS)
