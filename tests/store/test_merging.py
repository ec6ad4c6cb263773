"""Snapshots of parts, merged, are the snapshot of the whole."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.event import Event, Value
from cesta.store.columns import Column, Columns, from_events
from cesta.store.merging import merge

VALUES: st.SearchStrategy[Value] = st.sampled_from([0, 0.0, True, "0", "red"])
EVENTS = st.lists(
    st.builds(
        Event,
        source=st.just("web"),
        message_id=st.text("ab", max_size=2),
        customer=st.sampled_from(["ann", "bob", "Ann", "ž", "\U0001f600"]),
        name=st.sampled_from(["see", "buy", "Buy"]),
        time=st.integers(-2, 3),
        properties=st.dictionaries(st.sampled_from(["price", "colour"]), VALUES, max_size=2),
        assumed_time=st.booleans(),
    ),
    max_size=15,
)


def told(column: Column) -> list[tuple[type, Value] | None]:
    """Each event's value, with its type."""
    typed = [(type(value), value) for value in column.values]
    return [None if code < 0 else typed[code] for code in column.codes.tolist()]


def everything(columns: Columns) -> dict[str, object]:
    """All that a snapshot says, whatever its codes."""
    assert columns.assumed is not None
    return {
        "customers": columns.customers,
        "offsets": columns.offsets.tolist(),
        "names": [columns.names[code] for code in columns.codes.tolist()],
        "known": columns.names,
        "times": columns.times.tolist(),
        "assumed": columns.assumed.tolist(),
        "props": {name: told(column) for name, column in columns.props.items()},
    }


@given(EVENTS, st.integers(0, 15), st.integers(0, 15))
def test_parts_merge_to_the_whole(events: list[Event], one: int, two: int) -> None:
    low, high = sorted((one, two))
    merged = merge([from_events(part) for part in (events[:low], events[low:high], events[high:])])
    assert everything(merged) == everything(from_events(events))
    assert merged.codes.dtype == from_events(events).codes.dtype


def test_one_part_and_none_merge() -> None:
    only = from_events([Event("web", "1", "ann", "see", 1)])
    assert merge([only]) is only
    assert merge([]).customers == ()
    assert merge([]).offsets.tolist() == [0]


def test_parts_that_nobody_asked_about_assumed_times_are_recorded() -> None:
    bare = Columns(("ann",), np.array([0, 1]), np.array([0], np.uint8), np.array([5]), ("see",))
    merged = merge([bare, from_events([Event("web", "1", "bob", "see", 1, assumed_time=True)])])
    assert merged.assumed is not None
    assert merged.assumed.tolist() == [False, True]
