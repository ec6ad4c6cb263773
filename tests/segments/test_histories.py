"""Histories cut out of snapshots: the same events, however they lie there."""

from __future__ import annotations

import numpy as np
from chances import histories
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.segments.histories import histories as cut
from cesta.segments.histories import pieces
from cesta.store.columns import from_events


@settings(max_examples=50)
@given(histories(), st.data())
def test_some_customers_are_cut_out_whole(events: list[Event], data: st.DataObject) -> None:
    columns = from_events(events)
    places = sorted(data.draw(st.sets(st.sampled_from(range(len(columns.customers))))))
    found = cut(columns, np.array(places, np.int64))
    mine = from_events([event for event in events if event.customer in {columns.customers[place] for place in places}])
    assert found.columns.times.tolist() == mine.times.tolist()
    assert [found.columns.names[code] for code in found.columns.codes] == [mine.names[code] for code in mine.codes]
    for name, column in mine.props.items():
        said = [column.values[code] if code >= 0 else None for code in column.codes]
        other = found.columns.props[name]
        assert repr([other.values[code] if code >= 0 else None for code in other.codes]) == repr(said)


def test_values_that_nobody_here_has_are_left_out() -> None:
    events = [Event("t", str(n), f"c{n:03d}", "see", n, {"p": n}) for n in range(50)]
    found = cut(from_events(events), np.array([3, 7]))
    column = found.columns.props["p"]
    assert [column.values[code] for code in column.codes] == [3, 7]
    assert len(column.values) == 2


def test_pieces_end_with_customers_and_ids_are_found() -> None:
    columns = from_events([Event("t", str(n), "abc"[n // 2], "see", n) for n in range(6)])
    found = list(pieces(columns, 3))
    assert [piece.places.tolist() for piece in found] == [[0], [1], [2]]
    assert [piece.listed(["b", "z"]).tolist() for piece in found] == [[False], [True], [False]]
    assert next(pieces(columns)).listed(["c", "a"]).tolist() == [True, False, True]
    assert list(pieces(from_events([]))) == []
