"""The calendar is fixed: its days, campaigns and seasons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from cesta.samples.retail import calendar


def test_eighteen_months_begin_at_a_known_moment() -> None:
    assert calendar.DAYS == 546
    assert datetime.fromtimestamp(calendar.START / 1e6, UTC) == datetime(2025, 1, 1, tzinfo=UTC)
    assert len(calendar.months()) == len(set(calendar.campaign_names())) == 18


def test_each_campaign_is_mailed_on_a_day_of_its_own_month() -> None:
    of_day = calendar.campaign_of_day()
    assert len(of_day) == calendar.DAYS
    assert [of_day[day] for day in calendar.campaign_days()] == list(range(18))


def test_the_best_day_is_always_taken_and_the_week_repeats() -> None:
    chances = calendar.accepted(np.ones(12))
    assert chances.max() == 1
    assert np.allclose(chances[7:], chances[:-7])
    best = calendar.FIRST_DAY + timedelta(days=int(chances.argmax()))
    assert best.weekday() == int(np.argmax(calendar.WEEKDAYS))
