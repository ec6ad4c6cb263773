"""Times are read in every way people write them, and never guessed when they could be read two ways."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.moments import DateOrder, read_ways, way_of

WAYS = ("%d.%m.%Y", "%d/%m/%Y %H:%M", "%m/%d/%Y", "%Y/%m/%d %H:%M:%S", "%d-%b-%Y", "%d %B %Y", "%B %d, %Y",
        "%m/%d/%y %I:%M %p", "%Y%m%d", "%Y-%m-%dT%H:%M:%S")  # fmt: skip


@given(st.sampled_from(WAYS), st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)))  # noqa: DTZ001
def test_what_is_found_reads_what_was_written(way: str, moment: datetime) -> None:
    text = moment.strftime(way)
    times = read_ways([text])
    assert times is not None
    order: DateOrder = "mdy" if way.startswith("%m") else "dmy"
    shape = times.formats(order)[0]
    assert datetime.strptime(text, way if shape == "iso" else shape) == datetime.strptime(text, way)  # noqa: DTZ007


@pytest.mark.parametrize(
    ("values", "order", "asked"),
    [
        (["31/01/2024", "01/02/2024"], "dmy", False),
        (["01/31/2024", "02/01/2024"], "mdy", False),
        (["01/02/2024", "03/04/2024"], None, True),
        (["31/01/2024", "01/31/2024"], None, True),
        (["01.02.2024"], None, False),
    ],
)
def test_day_or_month_first(values: list[str], order: str | None, asked: bool) -> None:
    times = read_ways(values)
    assert times is not None
    assert (times.order, times.asked) == (order, asked)


def test_mixed_ways_are_all_listed() -> None:
    times = read_ways(["2024-01-31", "31.01.2024", "31.01.2024 10:00", "2024-01-31T10:00:00Z"])
    assert times is not None
    assert set(times.formats()) == {"iso", "%d.%m.%Y", "%d.%m.%Y %H:%M"}
    assert (times.local, times.day_only) == (True, False)


@pytest.mark.parametrize("text", ["", "abc", "1.5", "2024-13-01", "99/99/2024", "536365", "12:30", "1-109135791"])
def test_what_is_no_time(text: str) -> None:
    assert way_of(text) is None
