"""Shards and log together, however often somebody looks in between."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import base, grown
from cesta.store.columns import from_events
from cesta.store.grown import Grown
from cesta.store.people import People

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
