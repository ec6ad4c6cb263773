"""The parameters that a question came with, read one by one; every bad one answers with its own code."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo

from cesta.journeys.where import Condition, read_condition
from cesta.model.calendar import INTERVALS, day_after, midnight
from cesta.model.duration import parse_duration
from cesta.model.errors import CestaError, brief, nearest
from cesta.model.instant import is_day, parse_day, parse_instant

PATH_ENDS = ("path_start", "path_end")
ENDLESS = 1 << 62
"""More microseconds than lie between any two events."""


@dataclass(frozen=True, slots=True)
class Given:
    """The parameters of one question. Absent and null are the same: the default."""

    document: Mapping[str, object]
    zone: tzinfo = UTC

    def check(self, known: Iterable[str], required: Iterable[str]) -> None:
        """Refuses parameters that nobody knows and the lack of those that must be there."""
        names = sorted(known)
        for name in self.document:
            if name not in names:
                close = nearest(str(name), names)
                hint = f'Did you mean "{close}"?' if close else f"Known: {', '.join(names)}."
                raise CestaError("unknown_param", f"There is no parameter {brief(name)} here.", hint)
        for name in sorted(required):
            if not self.has(name):
                raise CestaError("missing_param", f'The parameter "{name}" is required.', None)

    def has(self, name: str) -> bool:
        return self.document.get(name) is not None

    def raw(self, name: str) -> object:
        return self.document.get(name)

    def text(self, name: str) -> str | None:
        """Any text."""
        value = self.raw(name)
        if value is not None and not isinstance(value, str):
            raise bad_value(name, value, "text")
        return value

    def choice(self, name: str, default: str, values: Iterable[str]) -> str:
        """One of the listed texts."""
        value = self.raw(name)
        if value is None:
            return default
        known = list(values)
        if not isinstance(value, str) or value not in known:
            raise bad_value(name, value, "one of " + ", ".join(f'"{one}"' for one in known))
        return value

    def number(self, name: str, default: int, least: int = 1, most: int = 100_000) -> int:
        """A whole number in the range."""
        value = self.raw(name)
        return default if value is None else whole(name, value, least, most)

    def flag(self, name: str, default: bool) -> bool:
        value = self.raw(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise bad_value(name, value, "true or false")
        return value

    def listed(self, name: str) -> list[object]:
        """A list of anything; the default is the empty one."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise bad_value(name, value, "a list")
        return list(value)

    def names(self, name: str) -> list[str]:
        """A list of texts."""
        texts = [value for value in self.listed(name) if isinstance(value, str)]
        if len(texts) != len(self.listed(name)):
            raise bad_value(name, self.raw(name), "a list of texts")
        return texts

    def length(self, name: str, default: str) -> int:
        """A length of time in microseconds; "none" is longer than any history."""
        value = default if self.raw(name) is None else self.raw(name)
        length = parse_duration(value, allow_none=True)
        return ENDLESS if length is None else length

    def window(self, default: str = "14d") -> int | None:
        """The window in microseconds, or None for no limit."""
        value = default if self.raw("window") is None else self.raw("window")
        return parse_duration(value, code="bad_window", allow_none=True)

    def condition(self, name: str) -> Condition:
        """A condition; absent, it meets every event."""
        value = self.raw(name)
        return Condition() if value is None else read_condition(value)

    def condition_or_end(self, name: str) -> Condition | str:
        """A condition, or "path_start" or "path_end"."""
        value = self.raw(name)
        return value if isinstance(value, str) and value in PATH_ENDS else self.condition(name)

    def conditions(self, name: str) -> list[Condition]:
        found = [read_condition(value) for value in self.listed(name)]
        if not found:
            raise bad_value(name, self.raw(name), "a list of at least one condition")
        return found

    def interval(self) -> str:
        return self.choice("interval", "day", INTERVALS)

    def week_start(self) -> str:
        return self.choice("week_start", "monday", ("monday", "sunday"))

    def dates(self) -> tuple[int | None, int | None]:
        """The first moment of the range and the first moment after it."""
        first, last = self._edge("date_from", _start), self._edge("date_to", _end)
        if first is not None and last is not None and first >= last:
            message = f"The range from {self.raw('date_from')!r} to {self.raw('date_to')!r} ends before it begins."
            raise CestaError("bad_range", message, "date_from must not be after date_to.")
        return first, last

    def _edge(self, name: str, read: Callable[[object, tzinfo], int]) -> int | None:
        value = self.raw(name)
        return None if value is None else read(value, self.zone)


def _start(value: object, zone: tzinfo) -> int:
    return midnight(parse_day(value), zone) if is_day(value) else parse_instant(value)


def _end(value: object, zone: tzinfo) -> int:
    # both ends belong to the range: the whole day, or the moment itself
    if not is_day(value):
        return parse_instant(value) + 1
    try:
        return midnight(day_after(parse_day(value)), zone)
    except OverflowError as problem:
        raise CestaError("bad_time", f"{value!r} is too late.", None) from problem


def bad_value(name: str, value: object, wanted: str) -> CestaError:
    """The error for a value of the wrong kind."""
    return CestaError("bad_value", f'"{name}" cannot be {brief(value)}.', f"It must be {wanted}.")


def whole(name: str, value: object, least: int, most: int = 100_000) -> int:
    """The value, if it is a whole number in the range."""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if least <= value <= most:
            return value
        raise bad_value(name, value, f"from {least} to {most}")
    raise bad_value(name, value, "a whole number")
