"""Hours, days, weeks and months as people in one time zone see them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from cesta.model.errors import CestaError
from cesta.model.instant import to_datetime, to_microseconds

INTERVALS = ("hour", "day", "week", "month")
_HOUR = 3_600_000_000
_LONGEST = 100_000
"""More intervals than this in one answer are a mistake in the question."""


def zone_named(name: object) -> tzinfo:
    """The time zone of an IANA name.

    >>> str(zone_named("Europe/Warsaw"))
    'Europe/Warsaw'
    """
    if isinstance(name, str) and name.upper() in {"UTC", "Z"}:
        return UTC
    try:
        return ZoneInfo(str(name))
    except (ValueError, OSError, LookupError) as problem:
        hint = 'Time zones have IANA names, as "Europe/Warsaw" or "UTC".'
        raise CestaError("bad_timezone", f"There is no time zone {name!r}.", hint) from problem


def midnight(day: date, zone: tzinfo) -> int:
    """When a day begins in the zone, as UTC microseconds.

    A midnight that the clocks jump over is the first moment after the jump.
    """
    try:
        return to_microseconds(datetime(day.year, day.month, day.day, tzinfo=zone))
    except OverflowError as problem:
        raise _too_far() from problem


def _too_far() -> CestaError:
    return CestaError("bad_time", "The calendar has only the years 1 to 9999.", None)


def day_after(day: date) -> date:
    return next_first_day(day, "day")


def first_day(microseconds: int, interval: str, zone: tzinfo, week_start: str = "monday") -> date:
    """The first day of the day, week or month that a moment lies in.

    >>> first_day(0, "week", UTC), first_day(0, "week", UTC, "sunday"), first_day(0, "month", UTC)
    (datetime.date(1969, 12, 29), datetime.date(1969, 12, 28), datetime.date(1970, 1, 1))
    """
    try:
        day = to_datetime(microseconds).astimezone(zone).date()
        if interval == "week":
            return day - timedelta(days=(day.weekday() + (week_start == "sunday")) % 7)
    except (OverflowError, ValueError) as problem:
        raise _too_far() from problem
    return day.replace(day=1) if interval == "month" else day


def next_first_day(day: date, interval: str, count: int = 1) -> date:
    """The first day of the interval `count` intervals later."""
    try:
        if interval == "month":
            months = day.year * 12 + day.month - 1 + count
            return date(months // 12, months % 12 + 1, 1)
        return day + timedelta(days=count * (7 if interval == "week" else 1))
    except (OverflowError, ValueError) as problem:
        raise _too_far() from problem


def floor(microseconds: int, interval: str, zone: tzinfo, week_start: str = "monday") -> int:
    """The start of the interval that a moment lies in."""
    if interval != "hour":
        return midnight(first_day(microseconds, interval, zone, week_start), zone)
    first_day(microseconds, "day", zone)
    offset = to_datetime(microseconds).astimezone(zone).utcoffset() or timedelta(0)
    shift = offset // timedelta(microseconds=1)
    return (microseconds + shift) // _HOUR * _HOUR - shift


def edges(first: int, count: int, interval: str, zone: tzinfo, week_start: str = "monday") -> list[int]:
    """`count` + 1 edges of neighbouring intervals, the first one holding the moment `first`.

    >>> [edge // 86_400_000_000 for edge in edges(0, 2, "month", UTC)]
    [0, 31, 59]
    """
    if not 0 <= count <= _LONGEST:
        raise CestaError("bad_value", f"{count} intervals are too many.", f"Ask for at most {_LONGEST}.")
    start = floor(first, interval, zone, week_start)
    if interval == "hour":
        return [start + place * _HOUR for place in range(count + 1)]
    day = first_day(start, interval, zone, week_start)
    return [start, *(midnight(next_first_day(day, interval, place), zone) for place in range(1, count + 1))]


def edges_until(first: int, last: int, interval: str, zone: tzinfo, week_start: str = "monday") -> list[int]:
    """Edges of the intervals from the one that holds `first` to the one that holds `last`, both included."""
    if last - first > 10_000 * 366 * 24 * _HOUR:
        raise _too_far()
    shortest = _HOUR * {"hour": 1, "day": 22, "week": 7 * 24 - 2, "month": 28 * 24 - 2}[interval]
    enough = max(0, (last - first) // shortest) + 2
    if enough > _LONGEST:
        raise CestaError("bad_value", f"The range holds more than {_LONGEST} intervals.", "Ask for a shorter range.")
    found = edges(first, enough, interval, zone, week_start)
    return [*(edge for edge in found if edge <= last), next(edge for edge in found if edge > last)]
