"""Times of clients: whatever they are, they become a moment that can be written, or the reason why not."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.protocols.moments import FIRST, LAST, instant, moment, naive_moments, skewed
from cesta.model.instant import show_instant

UTC = ZoneInfo("UTC")
times = st.integers(-(10**15), 10**16)


@given(times, times, times)
def test_what_is_between_happening_and_sending_stays(original: int, lag: int, received: int) -> None:
    assert skewed(original, original + lag, received) == received - lag


@given(st.none() | st.text() | st.integers() | st.floats() | st.booleans() | st.lists(st.integers()))
def test_anything_is_a_moment_or_told(value: object) -> None:
    found, code = 0, "bad_time"
    try:
        found, _ = instant("timestamp", value, UTC)
    except NotUnderstood as problem:
        code = problem.code
    assert code == "bad_time"
    assert FIRST <= found <= LAST
    show_instant(found)


def test_the_first_field_that_says_something_counts() -> None:
    given = {"timestamp": None, "originalTimestamp": "2026-01-02T00:00:00+01:00", "sentAt": ""}
    found, naive = moment(given, ("timestamp", "originalTimestamp"), UTC)
    assert (show_instant(found or 0), naive) == ("2026-01-01T23:00:00Z", False)
    assert moment(given, ("sentAt",), UTC) == (None, False)


def test_a_time_without_a_zone_is_read_in_the_given_one() -> None:
    found, naive = instant("timestamp", "2026-01-02T00:00:00", ZoneInfo("Europe/Warsaw"))
    assert (show_instant(found), naive) == ("2026-01-01T23:00:00Z", True)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.datetimes().map(lambda found: found.isoformat())))
def test_only_times_without_a_zone_stand_twice(properties: dict[str, str | int]) -> None:
    for name, value in naive_moments(properties, UTC).items():
        assert isinstance(value, str)
        assert instant("", properties[name.removesuffix(".utc")], UTC)[0] == instant("", value, UTC)[0]
