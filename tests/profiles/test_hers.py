"""One customer's columns say of her what the whole says, also where journeys were laid anew behind the others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.profiles.hers import hers, nobodys, place_of
from cesta.store.base import InMemory
from cesta.store.columns import Columns, from_events
from cesta.store.live import Live

events = st.lists(
    st.builds(
        Event,
        source=st.just("s"),
        message_id=st.just("m"),
        customer=st.sampled_from("abcd"),
        name=st.sampled_from(["see", "buy"]),
        time=st.integers(0, 9),
        properties=st.dictionaries(st.sampled_from("pq"), st.one_of(st.integers(0, 3), st.sampled_from("xy"))),
    ),
    min_size=1,
    max_size=12,
)


def told(columns: Columns) -> list[tuple[str, int, dict[str, object]]]:
    return [
        (
            columns.names[columns.codes[row]],
            int(columns.times[row]),
            {
                name: column.values[column.codes[row]]
                for name, column in columns.props.items()
                if column.codes[row] >= 0
            },
        )
        for row in range(len(columns.times))
    ]


@settings(max_examples=40)
@given(events, events)
def test_hers_are_what_she_did_also_after_late_events(first: list[Event], later: list[Event]) -> None:
    live = Live(InMemory(from_events(first)))
    live.add(later)
    snapshot = live.snapshot()
    for customer in snapshot.customers:
        mine = [event for event in (*first, *later) if event.customer == customer]
        mine.sort(key=lambda event: event.time)
        wanted = [(event.name, event.time, dict(event.properties)) for event in mine]
        assert told(hers(snapshot, customer)) == wanted
    assert sum(len(hers(snapshot, one).times) for one in snapshot.customers) == len(first) + len(later)


def test_nobody() -> None:
    columns = from_events([Event("s", "1", "ann", "see", 0, {"p": 1})])
    assert place_of(columns, "bob") is None
    with pytest.raises(CestaError) as caught:
        hers(columns, "bob")
    assert caught.value.code == "unknown_customer"
    empty = nobodys(columns, "bob")
    assert (len(empty.times), list(empty.props)) == (0, ["p"])
