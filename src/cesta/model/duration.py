"""Lengths of time as people write them ("30m", "14d"), and as microseconds."""

from __future__ import annotations

import re

from cesta.model.errors import CestaError

SECOND = 1_000_000
"""One second in the microseconds that every time in Cesta is counted in."""

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_SHOWN = ("d", "h", "m", "s")
_TEXT = re.compile(r"([0-9]{1,12})([smhdw])")
_LONGEST = 400_000 * 604_800 * SECOND
_HINT = 'Write a whole number and one unit: "15s", "30m", "24h", "7d" or "2w".'


def parse_duration(value: object, *, code: str = "bad_duration", allow_none: bool = False) -> int | None:
    """Microseconds of "30m", of 1800 (whole seconds), or None for "none" where that is allowed.

    `code` is the error for a length of 0 or less; what cannot be read at all is always `bad_duration`.

    >>> parse_duration("30m")
    1800000000
    >>> parse_duration("none", allow_none=True) is None
    True
    """
    if allow_none and value == "none":
        return None
    seconds = _seconds(value)
    if seconds <= 0:
        raise CestaError(code, f"A length of time must be above 0, not {value!r}.", _HINT)
    if seconds * SECOND > _LONGEST:
        raise CestaError("bad_duration", f"{value!r} is longer than any history.", _HINT)
    return seconds * SECOND


def duration(value: object) -> int:
    """Microseconds of a length of time that must be there.

    >>> duration("2w") == duration("14d") == duration(1209600)
    True
    """
    length = parse_duration(value)
    assert length is not None
    return length


def _seconds(value: object) -> int:
    if isinstance(value, str):
        negative = value.startswith("-")
        found = _TEXT.fullmatch(value.removeprefix("-"))
        if found:
            seconds = int(found[1]) * UNITS[found[2]]
            return -seconds if negative else seconds
    elif isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
        return int(value)
    raise CestaError("bad_duration", f"Cannot read {value!r} as a length of time.", _HINT)


def show_duration(microseconds: int | None) -> str:
    """The largest unit of s, m, h, d that divides evenly; "none" for no limit.

    >>> show_duration(14 * 86400 * SECOND), show_duration(5400 * SECOND), show_duration(None)
    ('14d', '90m', 'none')
    """
    if microseconds is None:
        return "none"
    seconds = microseconds // SECOND
    unit = next(unit for unit in _SHOWN if seconds % UNITS[unit] == 0)
    return f"{seconds // UNITS[unit]}{unit}"
