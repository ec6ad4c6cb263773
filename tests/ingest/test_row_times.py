"""Times of many rows are those that reading them one by one gives."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cesta.ingest.clock import Reading, read_time
from cesta.ingest.repair import read_as
from cesta.ingest.row_times import moments, read_texts, walls_in_zone
from cesta.model.errors import CestaError

PRAGUE = ZoneInfo("Europe/Prague")
FORMATS = ("%d.%m.%Y %H:%M", "%m/%d/%y", "%d %b %Y", "iso", "%Y%m%d")


def alone(text: str, formats: tuple[str, ...]) -> Reading | None:
    for shape in formats if "iso" in formats else (*formats, "iso"):
        written = text.strip() if shape == "iso" else read_as(text, shape)
        try:
            if written is not None:
                return read_time(written, PRAGUE)
        except CestaError:
            continue
    return None


# Around the night of 25 October 2026, when the clock shows an hour twice, and far away.
times = st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 26)) | st.datetimes(datetime(1, 1, 1))  # noqa: DTZ001
shown = st.builds(
    lambda time, shape: time.isoformat() if shape == "iso" else time.strftime(shape.replace("%Y", f"{time.year:04d}")),
    times,
    st.sampled_from(FORMATS),
)
texts = shown | shown.map(lambda text: f" {text}+01:00 ") | st.text(st.sampled_from("0123456789-.: TZ"), max_size=12)


@example([None, "", "0001-01-01", "9999-12-31T23:59:59", "2026-10-25 02:30", "29.02.2023 10:00"], FORMATS[:1])
@given(st.lists(st.none() | texts, max_size=8), st.sampled_from([(), FORMATS[:1], FORMATS]))
def test_many_times_are_read_as_one_is(given_texts: list[str | None], formats: tuple[str, ...]) -> None:
    # A slice, so that the array does not begin where its memory does.
    column = pa.array(["x", *given_texts], pa.string()).slice(1)
    found = read_texts(column, formats, PRAGUE)
    expected = [None if text is None else alone(text, formats) for text in given_texts]
    assert found.known.tolist() == [one is not None for one in expected]
    for place, one in enumerate(expected):
        if one is not None:
            got = Reading(int(found.values[place]), bool(found.local[place]), bool(found.unclear[place]))
            assert got == one


def test_columns_of_times_keep_what_they_know() -> None:
    values, known = np.array([0, 0]), np.array([True, False])
    assert moments(values, known).local.tolist() == [False, False]
    read = walls_in_zone(values, known, PRAGUE)
    assert (read.values.tolist()[0], read.local.tolist()) == (-3_600_000_000, [True, False])


@pytest.mark.parametrize("column", [pa.array([], pa.string()), pa.array([None], pa.string())])
def test_no_texts_are_no_times(column: pa.Array) -> None:
    assert not read_texts(column, (), PRAGUE).known.any()
