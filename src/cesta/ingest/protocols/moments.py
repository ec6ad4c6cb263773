"""Times as clients tell them: by a clock that may be wrong, with a zone or without, as text or as a number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from cesta.ingest.clock import Reading, read_time
from cesta.ingest.event_json import NotUnderstood
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant

LAST = 253_402_300_799_999_999
"""The end of the year 9999, microseconds since 1970; what is later cannot be written as a date."""
FIRST = -62_135_596_800_000_000
SECONDS, MILLISECONDS = 100_000_000_000, 100_000_000_000_000
"""Numbers below are seconds since 1970, or milliseconds; beyond they are microseconds."""
ASSUMED = ".utc"
"""Ends the name under which a time that named no zone stands once more, read in the workspace's."""


def moment(given: Mapping[str, object], fields: tuple[str, ...], zone: ZoneInfo) -> tuple[int | None, bool]:
    """The first of these fields that says a time, in UTC microseconds, and whether it named no zone.

    Raises NotUnderstood.
    """
    for field in fields:
        value = given.get(field)
        if value is None or value == "":
            continue
        return instant(field, value, zone)
    return None, False


def instant(field: str, value: object, zone: ZoneInfo) -> tuple[int, bool]:
    """A time as text or as a number since 1970, and whether it named no zone. Raises NotUnderstood.

    >>> instant("timestamp", "1970-01-01T00:00:01Z", ZoneInfo("UTC")), instant("time", 1, ZoneInfo("UTC"))
    ((1000000, False), (1000000, False))
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return within(field, value, since_1970(field, value)), False
    try:
        reading = _read(value if isinstance(value, str) else "", zone)
    except CestaError as error:
        raise NotUnderstood("bad_time", field, value, error.message) from error
    return within(field, value, reading.time), reading.local


@lru_cache(maxsize=64)
def _read(text: str, zone: ZoneInfo) -> Reading:
    """All messages of a batch say the same time at which they were sent."""
    return read_time(text, zone)


def since_1970(field: str, value: float) -> int:
    """Microseconds of a number of seconds, milliseconds or microseconds. Raises NotUnderstood.

    >>> since_1970("time", 1_700_000_000) == since_1970("time", 1_700_000_000_000)
    True
    """
    scale = 1_000_000 if abs(value) < SECONDS else 1_000 if abs(value) < MILLISECONDS else 1
    try:
        return round(value * scale)
    except (OverflowError, ValueError) as error:
        raise NotUnderstood("bad_time", field, value, f"{field} is no time.") from error


def skewed(original: int | None, sent: int | None, received: int) -> int:
    """When it happened by our clock: as long before it came as it happened before it was sent, by the client's.

    >>> skewed(100, 130, 1000), skewed(100, None, 1000), skewed(None, 130, 1000)
    (970, 100, 1000)
    """
    if original is None:
        return received
    return original if sent is None else within("timestamp", original, received - (sent - original))


def within(field: str, value: object, time: int) -> int:
    """The time, if it can be written as a date. Raises NotUnderstood."""
    if not FIRST <= time <= LAST:
        raise NotUnderstood("bad_time", field, value, f"{field} is beyond the years 1 to 9999.")
    return time


def naive_moments(properties: Mapping[str, Value], zone: ZoneInfo) -> dict[str, Value]:
    """Times without a zone among the properties, once more as moments in UTC, under names that say so.

    >>> naive_moments({"due": "2026-01-02T00:00:00", "note": "soon"}, ZoneInfo("Europe/Prague"))
    {'due.utc': '2026-01-01T23:00:00Z'}
    """
    found: dict[str, Value] = {}
    for name, value in properties.items():
        if type(value) is str and 16 <= len(value) <= 32 and value[4] == "-" and value[10] in "T ":
            try:
                reading = read_time(value, zone)
            except CestaError:
                continue
            if reading.local:
                found[name + ASSUMED] = show_instant(reading.time)
    return found
