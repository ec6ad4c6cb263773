"""Whole proposals: small worlds by hand, and what holds for any events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.document import parse
from cesta.maps.propose.choosing import MOST_STOPS
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.kinds import places
from cesta.maps.propose.sketch import sketch
from cesta.maps.propose.writing import document_of, text_of
from cesta.maps.trace import trace
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.columns import Columns, from_events
from cesta.store.settings import CHANNELS

UTC = zone_named("UTC")
DAY = 86_400_000_000


def test_the_worked_worlds(golden: list[Any], stages: Callable[[Draft], dict[str, list[str]]]) -> None:
    assert len(golden) > 10
    for world in golden:
        draft = sketch(world.columns, CHANNELS)
        expected = dict(world.expected)
        if "goal" in expected:
            assert draft.goal is not None, world.title
            assert draft.goal.events == (expected.pop("goal"),), world.title
        if "left out" in expected:
            told = ", ".join(sorted(f"{stop.id} {stop.reason}" for stop in draft.aside))
            assert told == expected.pop("left out"), world.title
        found = {name: ", ".join(stops) for name, stops in stages(draft).items()}
        assert found == expected, world.title
        assert list(found) == list(expected), world.title


def test_without_events_there_is_too_little() -> None:
    with pytest.raises(CestaError) as caught:
        sketch(from_events([]), CHANNELS)
    assert caught.value.code == "too_little"


NAMES = st.one_of(
    st.sampled_from(["home", "search", "add_to_cart", "purchase", "payment_error", "chat", "heartbeat", "return"]),
    st.text(min_size=1, max_size=300).filter(lambda text: text.strip()),
)
EVENTS = st.lists(
    st.tuples(st.integers(0, 5), NAMES, st.integers(0, 400), st.sampled_from([None, "/", "/a", "/b/c", 1, 2.5, True])),
    min_size=1,
    max_size=40,
)


def columns_of(rows: list[tuple[int, str, int, Any]]) -> Columns:
    return from_events(
        Event("any", str(place), f"c{who}", name, day * DAY, {} if said is None else {"page": said})
        for place, (who, name, day, said) in enumerate(rows)
    )


@given(EVENTS)
def test_any_events_make_a_map_without_mistakes(rows: list[tuple[int, str, int, Any]]) -> None:
    draft = sketch(columns_of(rows), CHANNELS)
    document = document_of(draft)
    assert not [said for said in document.complaints if said.level == "error"]
    again = parse(text_of(draft))
    assert again.data == document.data
    assert 1 <= len(list(draft.stops)) <= MOST_STOPS
    ids = [stage.id for stage in draft.stages] + [stop.id for stop in (*draft.stops, *draft.aside)]
    assert len(ids) == len(set(ids))


@given(EVENTS)
def test_an_event_is_at_most_at_one_touchpoint(rows: list[tuple[int, str, int, Any]]) -> None:
    columns = columns_of(rows)
    draft = sketch(columns, CHANNELS)
    kinds = [kind for stop in (*draft.stops, *draft.aside) for kind in stop.kinds]
    met = [places([kind], columns) == 0 for kind in kinds]
    assert int(np.sum(met, axis=0).max()) <= 1
    stops = list(draft.stops)
    found = trace(document_of(draft), columns, UTC)
    for place, stop in enumerate(stops):
        assert int(np.count_nonzero(found.touch == place)) == stop.events


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True).map(sorted), min_size=1, max_size=30))
def test_who_walks_straight_is_drawn_straight(walks: list[list[int]]) -> None:
    """Every journey goes through some of six steps in their order; then so does the map."""
    walks = [list(range(6)), *walks]
    columns = from_events(
        Event(
            "walk", f"{who}-{step}", f"c{who:02d}", f"step {'abcdef'[step]}{'abcdef'[step]}x", (who + step) * 60_000_000
        )
        for who, walk in enumerate(walks)
        for step in walk
    )
    draft = sketch(columns, CHANNELS)
    order = [stop.kinds[0].events[0] for stop in draft.stops]
    assert order == sorted(order)
    assert [stop.place for stop in draft.stops] == sorted(stop.place for stop in draft.stops)


def test_three_hundred_kinds_leave_the_most_frequent(world: Callable[..., Columns]) -> None:
    lines = [f"{1 + 300 // (1 + kind)} x: kind{kind:03d}q 0m, other{kind % 7}z 5m" for kind in range(300)]
    draft = sketch(world(*lines), CHANNELS)
    assert MOST_STOPS - 6 <= len(list(draft.stops)) <= MOST_STOPS
    assert {stop.reason for stop in draft.aside} <= {"rare", "no_room"}
    least = sorted(stop.people for stop in draft.stops)[len(list(draft.stops)) // 2]
    assert all(stop.people <= least for stop in draft.aside)
