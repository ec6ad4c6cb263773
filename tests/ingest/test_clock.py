"""A wall clock's time is read as the zone had it, also on the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.clock import Reading, read_local, read_time
from cesta.model.errors import CestaError

PRAGUE = ZoneInfo("Europe/Prague")


def utc(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp()) * 1_000_000  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-15T12:00:00", Reading(utc(2026, 1, 15, 11), local=True, unclear=False)),
        ("2026-01-15", Reading(utc(2026, 1, 14, 23), local=True, unclear=False)),
        ("2026-01-15T12:00:00Z", Reading(utc(2026, 1, 15, 12), local=False, unclear=False)),
        ("2026-01-15T12:00:00-05:00", Reading(utc(2026, 1, 15, 17), local=False, unclear=False)),
        # 2026-10-25: the clock shows 02:30 twice; the earlier is still summer time.
        ("2026-10-25T02:30:00", Reading(utc(2026, 10, 25, 0, 30), local=True, unclear=True)),
        # 2026-03-29: 02:30 does not exist; it moves forward to 03:30.
        ("2026-03-29T02:30:00", Reading(utc(2026, 3, 29, 1, 30), local=True, unclear=True)),
        ("2026-10-25T02:30:00+01:00", Reading(utc(2026, 10, 25, 1, 30), local=False, unclear=False)),
    ],
)
def test_times_are_read(text: str, expected: Reading) -> None:
    assert read_time(text, PRAGUE) == expected


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30", "12:00", "2026-01-15T25:00:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(CestaError, match="bad_time"):
        read_time(text, PRAGUE)


def by_hand(wall: datetime, zone: ZoneInfo) -> tuple[int, bool]:
    """Looks for every moment, minute by minute, at which the zone's clock showed this."""
    guess = wall.replace(tzinfo=UTC)
    shown = []
    for moment in _minutes(guess):
        if moment.astimezone(zone).replace(tzinfo=None) == wall:
            shown.append(moment)
    if shown:
        return round(min(shown).timestamp() * 1_000_000), len(shown) > 1
    # Skipped: it moves forward by as much as the clocks did.
    before = max(m for m in _minutes(guess) if m.astimezone(zone).replace(tzinfo=None) < wall)
    return round((before + (wall - before.astimezone(zone).replace(tzinfo=None))).timestamp() * 1_000_000), True


def _minutes(around: datetime) -> list[datetime]:
    return [around + timedelta(minutes=minutes) for minutes in range(-30 * 60, 30 * 60 + 1)]


# Prague changes at 02:00, Santiago and Beirut at midnight, Lord Howe by half an hour, Apia once skipped a whole day.
zones = st.sampled_from(
    ["Europe/Prague", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
)
nights = st.sampled_from(
    [
        (2026, 3, 28),
        (2026, 10, 24),
        (2025, 9, 6),
        (2025, 4, 5),
        (2025, 3, 29),
        (2025, 10, 4),
        (2011, 12, 29),
        (2026, 6, 1),
    ]
)


@settings(max_examples=40, deadline=None)
@given(zones, nights, st.lists(st.integers(0, 3 * 24 * 60 - 1), min_size=1, max_size=4))
def test_many_times_agree_with_watching_the_clock(name: str, night: tuple[int, int, int], minutes: list[int]) -> None:
    zone = ZoneInfo(name)
    walls = [datetime(*night) + timedelta(minutes=minute) for minute in minutes]  # noqa: DTZ001
    micros = np.array([(wall - datetime(1970, 1, 1)) // timedelta(microseconds=1) for wall in walls])  # noqa: DTZ001
    times, unclear = read_local(micros, zone)
    expected = [by_hand(wall, zone) for wall in walls]
    assert list(zip(times.tolist(), unclear.tolist(), strict=True)) == expected


def test_no_times_are_no_times() -> None:
    times, unclear = read_local(np.zeros(0, np.int64), PRAGUE)
    assert (times.tolist(), unclear.tolist()) == ([], [])
