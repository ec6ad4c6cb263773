"""Days, weeks and months of a time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.calendar import INTERVALS, edges, edges_until, floor, zone_named
from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant, to_datetime

WARSAW = ZoneInfo("Europe/Warsaw")
MOMENTS = st.integers(1_500_000_000, 1_900_000_000).map(lambda seconds: seconds * 1_000_000)


@given(MOMENTS, st.sampled_from(INTERVALS), st.sampled_from(["monday", "sunday"]), st.integers(1, 30))
def test_intervals_follow_each_other(moment: int, interval: str, week_start: str, count: int) -> None:
    found = edges(moment, count, interval, WARSAW, week_start)
    assert found == sorted(set(found))
    assert found[0] <= moment < found[1]
    for edge in found:
        local = to_datetime(edge).astimezone(WARSAW)
        assert (local.minute, local.second) == (0, 0)
        assert interval == "hour" or local.hour == 0
        assert interval != "month" or local.day == 1
        assert interval != "week" or local.weekday() == (6 if week_start == "sunday" else 0)
    assert edges_until(moment, found[-1] - 1, interval, WARSAW, week_start) == found
    assert floor(moment, interval, WARSAW, week_start) == found[0]


def test_a_day_has_23_or_25_hours() -> None:
    spring = edges(parse_instant("2024-03-31T12:00:00Z"), 1, "day", WARSAW)
    autumn = edges(parse_instant("2024-10-27T12:00:00Z"), 1, "day", WARSAW)
    assert [timedelta(microseconds=b - a) for a, b in (spring, autumn)] == [timedelta(hours=23), timedelta(hours=25)]


def test_zones() -> None:
    assert zone_named("utc") is UTC
    assert datetime(2024, 1, 1, tzinfo=zone_named("Asia/Tokyo")).utcoffset() == timedelta(hours=9)
    for name in ("Mars/Olympus", "", "../etc/passwd", 5, "Europe"):
        with pytest.raises(CestaError, match="bad_timezone"):
            zone_named(name)


@pytest.mark.parametrize("interval", INTERVALS)
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str, interval: str) -> None:
    with pytest.raises(CestaError, match=r"bad_time|bad_value"):
        edges_until(parse_instant(day), parse_instant(day) + 10**18, interval, zone_named("Asia/Tokyo"))


def test_too_many_intervals() -> None:
    with pytest.raises(CestaError, match="bad_value"):
        edges_until(0, parse_instant("2024-01-01"), "hour", UTC)
