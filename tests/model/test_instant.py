"""Moments in time, read and written."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.instant import is_day, parse_day, parse_instant, show_instant


@given(st.integers(-62_000_000_000_000_000, 250_000_000_000_000_000))
def test_what_is_written_is_read_again(microseconds: int) -> None:
    assert parse_instant(show_instant(microseconds)) == microseconds


def test_without_offset_the_zone_decides() -> None:
    assert parse_instant("2024-05-06T12:00:00", ZoneInfo("Asia/Tokyo")) == parse_instant("2024-05-06T03:00:00Z")


@pytest.mark.parametrize("text", ["yesterday", "", 5, None, "2024-13-01", "2024-05-06T25:00:00Z"])
def test_what_is_no_time(text: object) -> None:
    with pytest.raises(CestaError) as caught:
        parse_instant(text)
    assert caught.value.code == "bad_time"


def test_days() -> None:
    assert is_day("2024-02-30")
    assert not is_day("2024-02-30T00")
    assert parse_day("2024-02-29") == date(2024, 2, 29)
    for text in ("2024-02-30", "today", 3):
        with pytest.raises(CestaError, match="bad_time"):
            parse_day(text)
