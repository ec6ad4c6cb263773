"""An event: someone did something somewhere at a time."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

Value = str | int | float | bool
"""What a stored property may hold: text, a number, true or false. Anything nested is kept as its JSON text."""


class Event(msgspec.Struct, frozen=True):
    """One event as the door accepts it. Thousands a second are made: a dataclass takes ten times as long.

    `time` is UTC microseconds since 1970. `source` and `message_id` together name the event: the same pair is the
    same event. `assumed_time` says that the source knew only the day.
    """

    source: str
    message_id: str
    customer: str
    name: str
    time: int
    properties: Mapping[str, Value] = {}
    assumed_time: bool = False
