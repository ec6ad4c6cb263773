"""Pauses and silences: long enough for the journey to go on, short enough for it to end."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.rhythm import LADDER, down, rhythm, up
from cesta.model.duration import duration
from cesta.model.event import Event
from cesta.store.columns import Columns, from_events


def test_weekly_visits_end_after_more_than_a_week(world: Callable[..., Columns]) -> None:
    found = rhythm(world("9 x: home 0d, home 7d, home 14d, home 80d, home 87d, home 200d"))
    assert duration("7d") <= found.silence < duration("60d")
    assert not found.once


def test_a_parcel_that_comes_late_belongs(world: Callable[..., Columns]) -> None:
    found = rhythm(world("9 x: order 0d, delivered 9d, order 100d, delivered 109d, order 190d"))
    assert found.silence >= duration("9d")


def test_a_case_is_one_journey(world: Callable[..., Columns]) -> None:
    found = rhythm(world("9 x: open 0d, letter 40d, letter 90d, close 200d"))
    assert found.once
    assert found.silence >= duration("110d") or found.silence >= duration("90d")


def test_who_never_falls_silent_is_cut_by_length(world: Callable[..., Columns]) -> None:
    every = ", ".join(f"shop visit {day}d" for day in range(0, 400, 2))
    found = rhythm(world(f"3 x: {every}"))
    assert found.after is not None
    assert found.after > found.silence


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10**13)), min_size=1, max_size=40))
def test_there_is_always_a_silence(rows: list[tuple[int, int]]) -> None:
    columns = from_events(Event("any", str(n), f"c{who}", f"e{who}", time) for n, (who, time) in enumerate(rows))
    found = rhythm(columns)
    assert found.silence in LADDER
    assert found.visit < found.silence
    assert len(found.journeys(columns)) == len(rows)


@given(st.integers(0, 10**16))
def test_the_ladder(length: int) -> None:
    assert down(length) <= up(length)
    assert up(length) >= min(length, LADDER[-1])
