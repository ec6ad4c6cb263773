"""Rows come into the order that plain sorting gives."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.order import by_customer, by_customer_and_time, by_owner_and_time, ranks

names = st.sampled_from(["", "a", "b", "ab", "ž", "\U0001f600", "\uffff"]) | st.text(max_size=3)
units = st.sampled_from([1, 1_000, 1_000_000])
rows = st.lists(st.tuples(names, st.integers(-(2**42), 2**42) | st.integers(0, 2)), max_size=12)


def table_of(given_rows: list[tuple[str, int]], unit: int = 1) -> pa.Table:
    times = pa.array([time * unit for _, time in given_rows], pa.int64()).cast(pa.timestamp("us", tz="UTC"))
    places = pa.array(range(len(given_rows)), pa.int64())
    return pa.table({"customer": pa.array([who for who, _ in given_rows], pa.string()), "time": times, "place": places})


@given(st.lists(names, max_size=12))
def test_a_rank_is_the_place_among_the_distinct(texts: list[str]) -> None:
    distinct = sorted(set(texts))
    halves = [pa.array(part, pa.string()) for part in (texts[:3], texts[3:])]
    assert ranks(pa.chunked_array(halves)).tolist() == [distinct.index(text) for text in texts]


@given(rows, units)
def test_rows_come_by_customer_and_then_by_time(given_rows: list[tuple[str, int]], unit: int) -> None:
    table, begins = by_customer_and_time(table_of(given_rows, unit))
    expected = sorted(range(len(given_rows)), key=lambda place: (*given_rows[place], place))
    assert table["place"].to_pylist() == expected
    customers = [given_rows[place][0] for place in expected]
    assert begins.tolist() == [
        place for place, who in enumerate(customers) if place == 0 or who != customers[place - 1]
    ]


@given(rows)
def test_a_customers_rows_stay_as_they_came(given_rows: list[tuple[str, int]]) -> None:
    expected = sorted(range(len(given_rows)), key=lambda place: given_rows[place][0])
    assert by_customer(table_of(given_rows))["place"].to_pylist() == expected


@given(st.lists(st.tuples(st.integers(0, 2**40), st.integers(0, 2**50)), max_size=9))
def test_numbers_too_long_for_one_are_ordered_as_well(pairs: list[tuple[int, int]]) -> None:
    owners, times = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    expected = sorted(range(len(pairs)), key=lambda place: (*pairs[place], place))
    assert by_owner_and_time(owners, times).tolist() == expected
