"""The shop's calendar: eighteen months with seasons, weekdays, hours and campaigns, always the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FIRST_DAY = date(2025, 1, 1)
LAST_DAY = date(2026, 6, 30)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
START = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
"""The calendar's first moment, UTC microseconds since 1970."""

USUAL_MONTHS = (0.9, 0.7, 0.8, 0.9, 1.0, 0.9, 0.85, 0.8, 0.95, 1.0, 1.3, 1.4)
WEEKDAYS = (1.0, 0.95, 0.9, 0.95, 0.9, 1.0, 1.15)
ONLINE_HOURS = (1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 4, 4.5, 5, 5.5, 5, 4.5, 4.5, 5, 5.5, 6, 7.5, 9, 8.5, 6, 3)
STORE_HOURS = (0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 5, 6, 5, 5, 6, 8, 9, 8, 5, 0, 0, 0, 0)
CAMPAIGNS = (
    "winter-sale", "valentine", "spring-coats", "easter", "mothers-day", "summer-start",
    "summer-sale", "back-to-town", "autumn", "warm-coats", "black-week", "christmas",
)  # fmt: skip
CAMPAIGN_DAY = 5


def months() -> list[date]:
    """The first day of each month of the calendar."""
    return [day for day in (FIRST_DAY + timedelta(days=place) for place in range(DAYS)) if day.day == 1]


def campaign_names() -> tuple[str, ...]:
    """One campaign a month.

    >>> campaign_names()[0], campaign_names()[-1], len(campaign_names())
    ('winter-sale-2025', 'summer-start-2026', 18)
    """
    return tuple(f"{CAMPAIGNS[month.month - 1]}-{month.year}" for month in months())


def campaign_days() -> list[int]:
    """The day of the calendar on which each campaign's mail goes out."""
    return [(month - FIRST_DAY).days + CAMPAIGN_DAY - 1 for month in months()]


def campaign_of_day() -> list[int]:
    """For each day the campaign that runs then."""
    days = (FIRST_DAY + timedelta(days=place) for place in range(DAYS))
    return [(day.year - FIRST_DAY.year) * 12 + day.month - FIRST_DAY.month for day in days]


def accepted(monthly: Floats) -> Floats:
    """For each day how likely it is taken, the best one surely, by a weight for each month and the usual week."""
    days = [FIRST_DAY + timedelta(days=place) for place in range(DAYS)]
    weights = np.array([monthly[day.month - 1] * WEEKDAYS[day.weekday()] for day in days])
    return np.asarray(weights / weights.max())
