"""When events count for a rule: in the last 30 days, more than 14 days ago, between two dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from cesta.model.calendar import day_after, midnight
from cesta.model.duration import duration, show_duration
from cesta.model.instant import is_day, parse_day, parse_instant
from cesta.model.shape import Complaint, Shape, length, read_by

EARLIEST, NEVER = -(2**62), 2**62
"""Moments before and after all others."""
FIELDS = ("in_last", "ago", "from", "to")


@dataclass(frozen=True, slots=True)
class Window:
    """in_last, ago: microseconds before the moment that is looked at. since, until: a day, or an ISO time.

    A day `until` is included whole; a time `until` is the first moment outside.
    """

    in_last: int | None = None
    ago: int | None = None
    since: str | None = None
    until: str | None = None

    def bounds(self, at: int, zone: tzinfo) -> tuple[int, int]:
        """The first moment inside and the first one behind, looking at the moment `at`: nothing later counts.

        >>> from datetime import UTC
        >>> Window(in_last=10).bounds(100, UTC), Window(ago=10).bounds(100, UTC)[1]
        ((91, 101), 91)
        """
        low = EARLIEST if self.since is None else _moment(self.since, zone)
        high = at + 1
        if self.in_last is not None:
            low = max(low, at - self.in_last + 1)
        if self.ago is not None:
            high = min(high, at - self.ago + 1)
        if self.until is not None:
            day = parse_day(self.until) if is_day(self.until) else None
            high = min(high, _moment(self.until, zone) if day is None else midnight(day_after(day), zone))
        return low, high

    @property
    def shifts(self) -> frozenset[int]:
        """How long after an event it begins or ceases to count."""
        return frozenset((self.ago or 0, *(() if self.in_last is None else (self.in_last,))))

    def document(self) -> dict[str, object]:
        """The fields of the window in a document."""
        lengths = {"in_last": self.in_last, "ago": self.ago}
        shown = {name: show_duration(value) for name, value in lengths.items() if value is not None}
        days = {"from": self.since, "to": self.until}
        return {**shown, **{name: value for name, value in days.items() if value is not None}}


ALWAYS = Window()


def _moment(text: str, zone: tzinfo) -> int:
    return midnight(parse_day(text), zone) if is_day(text) else parse_instant(text, zone)


def _point(value: object, pointer: str) -> Iterator[Complaint]:
    yield from read_by(parse_day if is_day(value) else parse_instant)(value, pointer)


SHAPES: dict[str, Shape] = {"in_last": length, "ago": length, "from": _point, "to": _point}


def read_window(rule: Mapping[str, object]) -> Window:
    """The window among the fields of a rule that was found in order."""
    in_last, ago, since, until = (rule.get(name) for name in FIELDS)
    return Window(
        None if in_last is None else duration(in_last),
        None if ago is None else duration(ago),
        None if since is None else str(since).replace(" ", "T"),
        None if until is None else str(until).replace(" ", "T"),
    )


def empty_window(window: Window) -> str | None:
    """Why no event can lie in the window, if none can."""
    if window.in_last is not None and window.ago is not None and window.ago >= window.in_last:
        shown = show_duration(window.ago), show_duration(window.in_last)
        return f"Nothing is more than {shown[0]} ago and in the last {shown[1]} at once."
    if window.since is not None and window.until is not None and window.since[:10] > window.until[:10]:
        return f"{window.since} is after {window.until}."
    return None
