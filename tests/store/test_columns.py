"""Columns hold the same events that went in, in order of customer and time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.event import Event, Value
from cesta.store.columns import Columns, column_of, from_events

values: st.SearchStrategy[Value] = st.one_of(
    st.integers(-3, 3), st.sampled_from([0.0, 1.0, 2.5]), st.booleans(), st.sampled_from(["", "1", "red", "Łódź"])
)
events = st.lists(
    st.builds(
        Event,
        source=st.just("web"),
        message_id=st.text("ab", max_size=2),
        customer=st.sampled_from(["ann", "bob", "Ann", "ž", "\U0001f600", "￿"]),
        name=st.sampled_from(["see", "buy", "Buy"]),
        time=st.integers(-2, 3),
        properties=st.dictionaries(st.sampled_from(["price", "colour"]), values, max_size=2),
        assumed_time=st.booleans(),
    ),
    max_size=12,
)
Row = tuple[str, int, str, dict[str, tuple[type, Value]], bool]


def rows_of(columns: Columns) -> list[Row]:
    """The events read back one by one, each value with its type."""
    rows: list[Row] = []
    for place, customer in enumerate(columns.customers):
        for event in range(int(columns.offsets[place]), int(columns.offsets[place + 1])):
            props = {}
            for name, column in columns.props.items():
                if column.codes[event] >= 0:
                    value = column.values[column.codes[event]]
                    props[name] = (type(value), value)
            assumed = columns.assumed is not None and bool(columns.assumed[event])
            rows.append((customer, int(columns.times[event]), columns.names[columns.codes[event]], props, assumed))
    return rows


def rows_by_hand(given: list[Event]) -> list[Row]:
    """What `rows_of` must say: an insertion sort over the events themselves."""
    rows: list[Row] = []
    for event in given:
        props = {name: (type(value), value) for name, value in event.properties.items()}
        place = len(rows)
        while place > 0 and rows[place - 1][:2] > (event.customer, event.time):
            place -= 1
        rows.insert(place, (event.customer, event.time, event.name, props, event.assumed_time))
    return rows


def check_promises(columns: Columns) -> None:
    assert list(columns.customers) == sorted(set(columns.customers))
    assert list(columns.names) == sorted(set(columns.names))
    assert columns.offsets[0] == 0
    assert columns.offsets[-1] == len(columns.times) == len(columns.codes)
    assert (np.diff(columns.offsets) > 0).all()
    assert columns.offsets.dtype == columns.times.dtype == np.int64
    assert np.iinfo(columns.codes.dtype).max >= len(columns.names)
    for column in columns.props.values():
        assert column.codes.dtype == np.int32
        assert len(column.codes) == len(columns.times)
        assert len({(type(value), value) for value in column.values}) == len(column.values)


@given(events)
def test_columns_hold_the_events_in_order(given_events: list[Event]) -> None:
    columns = from_events(given_events)
    check_promises(columns)
    assert rows_of(columns) == rows_by_hand(given_events)


def test_as_of_is_the_newest_event() -> None:
    assert from_events([]).as_of is None
    assert from_events([Event("web", "1", "ann", "see", 7), Event("web", "2", "bob", "see", 3)]).as_of == 7


def test_owners_name_each_events_customer() -> None:
    columns = from_events([Event("web", str(n), customer, "see", n) for n, customer in enumerate("babcb")])
    assert columns.owners().tolist() == [0, 1, 1, 1, 2]


def test_values_that_repeat_become_one() -> None:
    column = column_of(["a", 1, "a", True, 1.0, 1], np.array([0, 1, 2, 3, 4, 5, -1], np.int32))
    assert column.codes.tolist() == [0, 1, 0, 2, 3, 1, -1]
    assert [(type(value), value) for value in column.values] == [(str, "a"), (int, 1), (bool, True), (float, 1.0)]
