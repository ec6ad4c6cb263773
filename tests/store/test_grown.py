"""Shards and log together, however often somebody looks in between."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import base, grown
from cesta.store.columns import from_events
from cesta.store.grown import Grown
from cesta.store.people import People
from cesta.store.shards import laid_out, table_of, write_shards

EVENTS = st.lists(
    st.builds(Event, st.just("web"), st.text("ab"), st.sampled_from("xyz"), st.sampled_from("st"), st.integers(0, 3)),
    max_size=12,
)


@settings(deadline=None)
@given(EVENTS, st.lists(st.integers(0, 12)), st.integers(1, 5), st.integers(0, 6))
def test_looking_changes_nothing(events: list[Event], looks: list[int], at_once: int, room: int) -> None:
    def between(after: int, last: int) -> list[Event]:
        return events[after:last]

    with patch.object(grown, "AT_ONCE", at_once), patch.object(base, "LEAST_ROOM", room):
        people = People()
        journeys = Grown([], Path(), (0, 0))
        for upto in [*sorted(min(look, len(events)) for look in looks), len(events)]:
            whole, anew = journeys.snapshot(upto, between, people).whole, from_events(events[:upto])
            assert list(whole.customers) == list(anew.customers)
            assert [whole.names[code] for code in whole.codes] == [anew.names[code] for code in anew.codes]
            assert whole.times.tolist() == anew.times.tolist()
    assert journeys.snapshot(len(events), between, people) is journeys.snapshot(len(events), between, people)


@settings(deadline=None, max_examples=30)
@given(EVENTS.filter(bool), EVENTS, EVENTS.filter(bool))
def test_a_new_load_is_taken_in_or_refused(first: list[Event], logged: list[Event], second: list[Event]) -> None:
    """It is refused only where an event meets one of the same customer that is there."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "shards"
        one, two = (write_shards(folder, name, laid_out(table_of(events)), per_shard=5)
                    for name, events in (("one", first), ("two", second)))  # fmt: skip
        people = People()
        journeys = Grown(one, folder, (1, 0))
        journeys.snapshot(len(logged), lambda after, last: logged[after:last], people)
        assert not journeys.takes_in([*one, *two], (2, 1))
        taken = journeys.takes_in([*one, *two], (2, 0))
        there = {(event.customer, event.time) for event in (*first, *logged)} if logged else set()
        assert taken == there.isdisjoint((event.customer, event.time) for event in second)
        if taken:
            anew = Grown([*one, *two], folder, (2, 0))
            seen = [of.snapshot(len(logged), lambda after, last: logged[after:last], people) for of in (journeys, anew)]
            names, times = zip(*(([each.whole.names[code] for code in each.whole.codes], each.whole.times.tolist())
                                 for each in seen), strict=True)  # fmt: skip
            assert (names[0], times[0]) == (names[1], times[1])
            assert not journeys.takes_in(two, (3, 0))
