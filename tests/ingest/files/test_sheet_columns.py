"""Columns of one kind keep it; mixed ones become text that says the same."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files.sheet_columns import Seen, batch, seconds, shape_of, written

at = dt.datetime.fromisoformat
DAY, MOMENT = dt.date(2024, 2, 29), at("2024-02-29 09:30")


def typed(values: list[object], zeros: int = 0) -> tuple[pa.DataType, list[object]]:
    seen = Seen()
    # In two parts, as a long sheet is looked through.
    seen.add(values[:1])
    seen.add(values[1:])
    shape = shape_of(seen, zeros)
    table = batch([shape], ["x"], [values], list(range(len(values))))
    return table["x"].type, table["x"].to_pylist()


@pytest.mark.parametrize(
    ("values", "kind", "read"),
    [
        ([1.0, "", 3], pa.int64(), [1, None, 3]),
        ([1.0, 2.5], pa.float64(), [1.0, 2.5]),
        ([True, False], pa.bool_(), [True, False]),
        (["001", ""], pa.string(), ["001", None]),
        ([DAY, ""], pa.date32(), [DAY, None]),
        ([DAY, MOMENT], pa.timestamp("us"), [at("2024-02-29 00:00"), MOMENT]),
        ([dt.time(9), ""], pa.time64("us"), [dt.time(9), None]),
        ([dt.timedelta(hours=25), dt.time(1)], pa.float64(), [90000.0, 3600.0]),
        ([1.0, "n/a", True, MOMENT, ""], pa.string(), ["1", "n/a", "true", "2024-02-29 09:30:00", None]),
        (["", ""], pa.string(), [None, None]),
        ([1e16, 1.0], pa.float64(), [1e16, 1.0]),
    ],
)
def test_a_column_keeps_its_kind(values: list[object], kind: pa.DataType, read: list[object]) -> None:
    assert typed(values) == (kind, read)


def test_numbers_shown_with_zeros_in_front_are_texts_like_that() -> None:
    assert typed([1.0, 23.0, "X-1"], zeros=4) == (pa.string(), ["0001", "0023", "X-1"])
    assert typed([1.5, 2.0], zeros=4)[0] == pa.float64()


@given(
    st.lists(
        st.one_of(st.text(max_size=3), st.booleans(), st.floats(-1e6, 1e6), st.just(DAY), st.just(MOMENT)), min_size=1
    )
)
def test_a_cell_is_empty_if_and_only_if_it_was(values: list[object]) -> None:
    _, read = typed(values)
    assert [value is None for value in read] == [value == "" for value in values]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_as_text_is_the_same_number(value: float) -> None:
    assert float(written(value)) == value
    assert not written(value).endswith(".0") or abs(value) >= 2**53


@given(
    st.timedeltas(dt.timedelta(), dt.timedelta(days=99)).map(lambda span: span - span % dt.timedelta(milliseconds=1))
)
def test_a_duration_as_text_is_as_long(span: dt.timedelta) -> None:
    hours, minutes, rest = written(span).split(":")
    assert int(hours) * 3600 + int(minutes) * 60 + float(rest) == pytest.approx(seconds(span), abs=1e-6)
