"""Lengths of time against plain loops: those who wait still count with the time they have had."""

from __future__ import annotations

import statistics

from hypothesis import given, settings
from tests.measures.formulas.plainly import Histories, asked, close, histories, latest, periods

Period = tuple[int, int]


def waits(told: Histories, period: Period, *, ever: bool, start: str) -> list[tuple[int, bool]]:
    """For each who began, the hours until she bought or until now, and whether she bought."""
    found = []
    for each in told.values():
        places = [
            at for at, (hour, name, _) in enumerate(each) if name == start and (ever or period[0] <= hour < period[1])
        ]
        if not places or not period[0] <= each[places[0]][0] < period[1]:
            continue
        since = each[places[0]][0]
        bought = [hour for hour, name, _ in each[places[0] + 1 :] if name == "buy"]
        found.append((bought[0] - since, True) if bought else (latest(told) - since, False))
    return found


def median_of(rows: list[tuple[int, bool]], within: int | None = None) -> float | None:
    """Kaplan and Meier's, hour by hour."""

    def left(time: int) -> float:
        share = 1.0
        for hour in sorted({length for length, seen in rows if seen and length <= time}):
            there = sum(length >= hour for length, _ in rows)
            share *= 1 - sum(length == hour and seen for length, seen in rows) / there
        return share

    floor = 0.0 if within is None else left(within)
    hours = sorted({length for length, seen in rows if seen and (within is None or length <= within)})
    return next((hour * 3600.0 for hour in hours if left(hour) <= 1 - 0.5 * (1 - floor) + 1e-12), None)


@given(histories, periods)
@settings(max_examples=20)
def test_from_first_contact_to_purchase(told: Histories, period: Period) -> None:
    rows = waits(told, period, ever=True, start="see")
    found = asked(told, period, type="duration", denominator="see", numerator="buy")
    assert (found["n"], found["of"]) == (sum(seen for _, seen in rows), len(rows))
    assert close(found["value"], median_of(rows))
    found = asked(told, period, type="duration", denominator="see", numerator="buy", window="48h")
    assert close(found["value"], median_of(rows, within=48))
    assert found["n"] == sum(seen and hours <= 48 for hours, seen in rows)


@given(histories, periods)
@settings(max_examples=20)
def test_between_two_purchases(told: Histories, period: Period) -> None:
    rows = waits(told, period, ever=False, start="buy")
    found = asked(told, period, type="interval", numerator="buy")
    assert (found["n"], found["of"]) == (sum(seen for _, seen in rows), len(rows))
    assert close(found["value"], median_of(rows))


@given(histories, periods)
@settings(max_examples=20)
def test_how_long_they_have_been_here(told: Histories, period: Period) -> None:
    rows = [
        [hour for hour, _, _ in each if hour < period[1]]
        for each in told.values()
        if any(period[0] <= hour < period[1] for hour, _, _ in each)
    ]
    found = asked(told, period, type="relationship")
    expected = statistics.median((each[-1] - each[0]) * 3600.0 for each in rows) if rows else None
    assert (found["n"], close(found["value"], expected)) == (len(rows), True)
