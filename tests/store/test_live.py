"""Journeys that grow are those of all events, and each snapshot stays as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event, Value
from cesta.store.base import InMemory
from cesta.store.columns import Snapshot, from_events
from cesta.store.live import Live, NoRoomError

Tell = Callable[[Snapshot], list[tuple[object, ...]]]
VALUES: st.SearchStrategy[Value] = st.sampled_from([1, 1.0, True, "1", "red"])
EVENT = st.builds(
    Event,
    source=st.just("web"),
    message_id=st.text("ab", max_size=2),
    customer=st.sampled_from(["ann", "bob", "Ann", "ž"]),
    name=st.sampled_from(["see", "buy", "Buy"]),
    time=st.integers(-2, 3),
    properties=st.dictionaries(st.sampled_from(["price", "colour"]), VALUES, max_size=2),
    assumed_time=st.booleans(),
)
BATCHES = st.lists(st.tuples(st.lists(EVENT, min_size=1, max_size=5), st.booleans()), max_size=5)


@settings(deadline=None)
@given(st.lists(EVENT, max_size=8), BATCHES)
def test_grown_is_as_made_anew(told: Tell, first: list[Event], later: list[tuple[list[Event], bool]]) -> None:
    live, known, taken = Live(InMemory(from_events(first), room=500)), list(first), []
    for batch, looked_at in later:
        live.add(batch)
        known += batch
        snapshot, anew = live.snapshot(), from_events(known)
        assert (snapshot.as_of, snapshot.since, snapshot.names) == (anew.as_of, anew.since, anew.names)
        assert set(snapshot.props) == set(anew.props)
        assert told(snapshot.whole) == told(anew)
        if looked_at:
            assert told(snapshot) == told(anew)
        taken.append((snapshot, told(anew)))
    for snapshot, then in taken:
        assert told(snapshot) == then


def whole_journeys(events: list[Event], people: dict[str, str]) -> list[tuple[object, ...]]:
    """Every customer's events by time; at equal moments by id, then as they came."""
    found: list[tuple[object, ...]] = []
    for customer in sorted({people.get(event.customer, event.customer) for event in events}):
        hers = [event for event in events if people.get(event.customer, event.customer) == customer]
        for event in sorted(hers, key=lambda event: (event.time, event.customer)):
            said = {name: (type(value), value) for name, value in event.properties.items()}
            found.append((customer, event.name, event.time, event.assumed_time, said))
    return found


JOINS = st.dictionaries(
    st.sampled_from(["bob", "Ann", "ž", "never seen"]), st.sampled_from([None, "ann", "no event"]), min_size=1
)


@settings(deadline=None)
@given(st.lists(EVENT, max_size=8), st.lists(st.one_of(st.lists(EVENT, min_size=1, max_size=4), JOINS), max_size=7))
def test_ids_join_and_part(told: Tell, first: list[Event], steps: list[list[Event] | dict[str, str | None]]) -> None:
    live, known, taken = Live(InMemory(from_events(first), room=500)), list(first), []
    people: dict[str, str] = {}
    for step in steps:
        if isinstance(step, list):
            live.add(step)
            known += step
        else:
            live.join(step)
            people = {one: customer for one, customer in (people | step).items() if customer is not None}
        taken.append((live.snapshot(), whole_journeys(known, people)))
        assert told(taken[-1][0].whole) == taken[-1][1]
        assert told(live.by_id()) == told(from_events(known))
    for snapshot, then in taken:
        assert told(snapshot) == then


def test_nothing_added_is_the_base_itself() -> None:
    snapshot = Live(InMemory(from_events([Event("web", "1", "ann", "see", 1)]))).snapshot()
    assert snapshot.is_plain
    assert snapshot.whole is snapshot
    with pytest.raises(KeyError):
        snapshot.props["price"]


def test_no_room_leaves_all_as_it_was(told: Tell) -> None:
    live = Live(InMemory(from_events([Event("web", "1", "ann", "see", 1)]), room=2))
    live.add([Event("web", "2", "ann", "see", 2)])
    before = told(live.snapshot())
    with pytest.raises(NoRoomError):
        live.add([Event("web", "3", "bob", "buy", 3)])
    assert told(live.snapshot()) == before
    live.join({"ann": "bob"})
    with pytest.raises(NoRoomError):
        live.snapshot()
    assert told(live.by_id()) == before
