"""What is said of a KPI beside its number: its state, how it moved, and whether its pair paid for it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.kpi_view import KpiNumber, Moved, harmed, moved, number_of, state_of
from cesta.measures.figure import share

shares = st.floats(0, 1)


def number(value: float | None, low: float | None = None, high: float | None = None) -> KpiNumber:
    return KpiNumber(value, low, high, 10, 100, value is None)


@given(shares, shares, shares)
def test_down_is_up_mirrored(value: float, target: float, warn_at: float) -> None:
    up = state_of(number(value, value - 0.1, value + 0.1), target, warn_at, "up")
    assert up == state_of(number(-value, -value - 0.1, -value + 0.1), -target, -warn_at, "down")


@pytest.mark.parametrize(
    ("value", "state", "sure"),
    [(0.5, "good", False), (0.7, "good", True), (0.37, "warn", False), (0.2, "bad", True), (None, "none", False)],
)
def test_states(value: float | None, state: str, sure: bool) -> None:
    seen = number(None) if value is None else number(value, value - 0.1, value + 0.1)
    assert state_of(seen, 0.45, 0.3, "up") == (state, sure)
    assert state_of(seen, None, 0.3, "up") == ("none", False)


def test_too_few_say_nothing_but_a_count_does() -> None:
    found = share(np.arange(3), np.arange(7))
    assert number_of(found, "share", 10).value is None
    assert number_of(found, "share", 7).value == 3 / 7
    assert number_of(found, "people", 10).too_few is False


def test_how_it_moved() -> None:
    up = moved(number(0.5, 0.45, 0.55), number(0.3, 0.25, 0.35), "up")
    assert up is not None
    assert (up.clear, up.better, round(up.value, 6), round(up.relative or 0, 6)) == (True, True, 0.2, 0.666667)
    chance = moved(number(0.33, 0.28, 0.38), number(0.3, 0.25, 0.35), "down")
    assert chance is not None
    assert (chance.clear, chance.better) == (False, False)
    assert moved(number(None), number(0.3), "up") is None
    bare = moved(number(3.0), number(2.0), "up")
    assert bare is not None
    assert not bare.clear


def test_a_pair_is_harmed_only_where_both_are_clear() -> None:
    better, worse = Moved(1, 0.5, 1.5, None, True, True), Moved(-1, -1.5, -0.5, None, True, False)
    assert harmed(better, worse)
    assert not harmed(worse, better)
    assert not harmed(better, better)
    assert not harmed(better, None)
