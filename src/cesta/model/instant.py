"""Moments in time: ISO 8601 text and UTC microseconds since 1970."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from cesta.model.errors import CestaError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HINT = 'Times are ISO 8601, as "2024-03-20T10:00:00Z" or "2024-03-20".'


def to_microseconds(moment: datetime) -> int:
    """Microseconds since 1970 of a moment that knows its zone.

    >>> to_microseconds(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (moment - EPOCH) // _MICROSECOND


def to_datetime(microseconds: int) -> datetime:
    """The moment, in UTC."""
    return EPOCH + timedelta(microseconds=microseconds)


def parse_instant(text: object, zone: tzinfo = UTC) -> int:
    """UTC microseconds of an ISO time. Without an offset it is read in `zone`; a date alone is its midnight there.

    >>> parse_instant("1970-01-01T01:00:00+01:00"), parse_instant("1970-01-01T00:00:00.5Z")
    (0, 500000)
    """
    if not isinstance(text, str):
        raise CestaError("bad_time", f"Cannot read {text!r} as a time.", _HINT)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        return to_microseconds(moment)
    except (ValueError, OverflowError) as problem:
        raise CestaError("bad_time", f"Cannot read {text!r} as a time.", _HINT) from problem


def parse_day(text: object) -> date:
    """The day of "2024-03-20".

    >>> parse_day("2024-03-20")
    datetime.date(2024, 3, 20)
    """
    if is_day(text):
        try:
            return date.fromisoformat(str(text))
        except ValueError:
            pass
    raise CestaError("bad_time", f"Cannot read {text!r} as a day.", 'Days are written "2024-03-20".')


def is_day(text: object) -> bool:
    """Whether the text has the form of a date alone (its month and day may still be impossible)."""
    return isinstance(text, str) and len(text) == 10 and text[4] == text[7] == "-"


def show_instant(microseconds: int) -> str:
    """ISO text in UTC, with as many decimals as it takes.

    >>> show_instant(500_000), show_instant(0)
    ('1970-01-01T00:00:00.5Z', '1970-01-01T00:00:00Z')
    """
    moment = to_datetime(microseconds)
    text = moment.replace(microsecond=0, tzinfo=None).isoformat()
    decimals = f".{moment.microsecond:06d}".rstrip("0") if moment.microsecond else ""
    return f"{text}{decimals}Z"
