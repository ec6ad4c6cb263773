"""Lengths of time, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.duration import SECOND, UNITS, duration, parse_duration, show_duration
from cesta.model.errors import CestaError


@given(st.integers(1, 10**5), st.sampled_from(sorted(UNITS)))
def test_every_unit_counts_its_seconds(number: int, unit: str) -> None:
    length = duration(f"{number}{unit}")
    assert length == number * {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}[unit] * SECOND
    assert duration(show_duration(length)) == length


def test_whole_seconds_as_a_number() -> None:
    assert duration(900) == duration(900.0) == duration("15m")
    assert parse_duration("none", allow_none=True) is None


@pytest.mark.parametrize("value", ["", "30 minutes", "1.5h", "h", "-", 1.5, True, None, [], "none", "9999999999999s"])
def test_what_cannot_be_read(value: object) -> None:
    with pytest.raises(CestaError) as caught:
        duration(value)
    assert caught.value.code == "bad_duration"


@pytest.mark.parametrize("value", ["0s", "-3d", 0, -5])
def test_nothing_and_less_has_the_code_asked_for(value: object) -> None:
    with pytest.raises(CestaError) as caught:
        parse_duration(value, code="bad_window")
    assert caught.value.code == "bad_window"
