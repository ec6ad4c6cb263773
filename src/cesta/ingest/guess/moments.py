"""How a column writes its times: every way found, day before month or after, and whether only days are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cesta.ingest.guess.words import among

DateOrder = Literal["dmy", "mdy"]
LONG_MONTHS = among("january february march april june july august september october november december")
MONTH_NAMES = LONG_MONTHS | among("jan feb mar apr may jun jul aug sep oct nov dec")
CLOCK = r"(?P<clock>[ T]+(?P<hour>\d{1,2}):\d{2}(?P<seconds>:\d{2}(?P<part>[.,]\d{1,9})?)?)?(?P<half> ?[AaPp][Mm])?"
ZONE = r"(?P<zone> ?(?:Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2}))?"
NUMBERS = re.compile(rf"(?P<a>\d{{1,4}})(?P<sign>[./-]) ?(?P<b>\d{{1,2}})(?P=sign) ?(?P<c>\d{{1,4}})\.?,?{CLOCK}{ZONE}")
NAMED = re.compile(rf"(?P<a>\d{{1,2}})(?P<sign>[ -])(?P<month>[A-Za-z]{{3,9}})(?P=sign)(?P<c>\d{{2,4}}),?{CLOCK}{ZONE}")
AMERICAN = re.compile(rf"(?P<month>[A-Za-z]{{3,9}}) (?P<a>\d{{1,2}}), (?P<c>\d{{4}}),?{CLOCK}{ZONE}")
PACKED = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?P<clock>T?\d{4}(?:\d{2})?)?")
MONTH, DAY, LONGEST_YEAR = 12, 31, 4
NEARLY_ALL = 0.99
"""Summer time moves a few midnights by an hour."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing times. `order`: None when day and month cannot be mixed up, else which comes first.

    `first`, `second`: the largest of the two numbers seen, of the ways that can be read both ways.
    """

    shape: str
    day_only: bool
    zoned: bool
    example: str
    first: int = 0
    second: int = 0

    @property
    def either(self) -> bool:
        """Whether it can be read day first or month first."""
        return "%1" in self.shape


@dataclass(frozen=True, slots=True)
class Times:
    """How a column of texts writes its times. `share`: of the values, those that are times.

    `order`: which of day and month comes first, None where nobody can tell; `said`: how that was found out.
    """

    ways: tuple[Way, ...]
    share: float
    day_only: bool
    order: DateOrder | None
    asked: bool
    said: str = ""

    @property
    def local(self) -> bool:
        return any(not way.zoned for way in self.ways)

    def formats(self, order: DateOrder | None = None) -> tuple[str, ...]:
        """As a mapping's time_formats says them; `order` where the values do not tell."""
        order = self.order or order or "dmy"
        first, second = ("%d", "%m") if order == "dmy" else ("%m", "%d")
        found = [way.shape.replace("%1", first).replace("%2", second) for way in self.ways]
        return tuple(dict.fromkeys(found))


def read_ways(values: Iterable[str]) -> Times | None:
    """How these texts write times; None when they are no times.

    >>> read_ways(["31.12.2024 10:00", "01.02.2025 9:30"]).formats()
    ('%d.%m.%Y %H:%M',)
    >>> slashed = read_ways(["01/02/2024", "03/04/2024"])
    >>> slashed.order, slashed.asked, slashed.formats("mdy")
    (None, True, ('%m/%d/%Y',))
    """
    found: dict[str, list[Way]] = {}
    count = read = 0
    midnight = 0
    for value in values:
        count += 1
        way = way_of(value.strip())
        if way is not None:
            read += 1
            midnight += way.day_only or "00:00:00" in value
            found.setdefault(way.shape, []).append(way)
    if not read or read / count < 0.5:
        return None
    ways = tuple(_merged(same) for _, same in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))
    order, said = _order(ways)
    asked = order is None and any(way.either for way in ways)
    return Times(ways, read / count, midnight >= read * NEARLY_ALL, order, asked, said)


def way_of(text: str) -> Way | None:
    """How one text writes its time.

    >>> way_of("2024-03-01T10:00:00+01:00").shape, way_of("1 March 2024").shape, way_of("3/4/24 1:05 PM").shape
    ('iso', '%d %B %Y', '%1/%2/%y %I:%M %p')
    """
    if match := PACKED.fullmatch(text):
        clock = match["clock"] or ""
        sign = "T" if clock.startswith("T") else ""
        tail = f"{sign}%H%M" + ("%S" if len(clock) - len(sign) > len("hhmm") else "") if clock else ""
        return Way(f"%Y%m%d{tail}", not clock, False, text)
    if match := NUMBERS.fullmatch(text):
        return _numeric(match, text)
    for pattern in (NAMED, AMERICAN):
        if match := pattern.fullmatch(text):
            return _with_month_name(match, text, american=pattern is AMERICAN)
    return None


def _numeric(match: re.Match[str], text: str) -> Way | None:
    first, second, last, sign = match["a"], int(match["b"]), match["c"], match["sign"]
    zoned = match["zone"] is not None
    if len(first) == LONGEST_YEAR:
        if not (1 <= second <= MONTH and 1 <= int(last) <= DAY and len(last) <= 2):
            return None
        padded = len(match["b"]) == len(last) == 2
        if sign == "-" and padded and not match["half"] and _iso_clock(match):
            return Way("iso", not match["clock"], zoned, text)
        return Way(f"%Y{sign}%m{sign}%d{_clock(match)}", not match["clock"], zoned, text)
    if len(first) > 2 or len(last) not in (2, LONGEST_YEAR) or not (1 <= int(first) <= DAY and 1 <= second <= DAY):
        return None
    if int(first) > MONTH and second > MONTH:
        return None
    year = "%Y" if len(last) == LONGEST_YEAR else "%y"
    if sign == ".":
        gap = " " if ". " in text.split(":")[0] and text[text.index(".") + 1] == " " else ""
        return Way(f"%d.{gap}%m.{gap}{year}{_clock(match)}", not match["clock"], zoned, text)
    return Way(f"%1{sign}%2{sign}{year}{_clock(match)}", not match["clock"], zoned, text, int(first), second)


def _with_month_name(match: re.Match[str], text: str, american: bool) -> Way | None:
    month = match["month"].lower()
    if month not in MONTH_NAMES or not 1 <= int(match["a"]) <= DAY:
        return None
    name = "%B" if month in LONG_MONTHS else "%b"
    year = "%Y" if len(match["c"]) == LONGEST_YEAR else "%y"
    shape = f"{name} %d, {year}" if american else f"%d{match['sign']}{name}{match['sign']}{year}"
    return Way(f"{shape}{_clock(match)}", not match["clock"], match["zone"] is not None, text)


def _iso_clock(match: re.Match[str]) -> bool:
    return not match["clock"] or len(match["hour"]) == 2


def _clock(match: re.Match[str]) -> str:
    if not match["clock"]:
        return ""
    comma = "," if match[0][match.start("clock") - match.start() - 1] == "," else ""
    lead = "T" if "T" in match["clock"] else " "
    hour = "%I" if match["half"] else "%H"
    seconds = "" if not match["seconds"] else (":%S.%f" if match["part"] else ":%S")
    half = "" if not match["half"] else (" %p" if match["half"].startswith(" ") else "%p")
    return f"{comma}{lead}{hour}:%M{seconds}{half}" + ("%z" if match["zone"] else "")


def _merged(same: list[Way]) -> Way:
    one = same[0]
    return Way(one.shape, one.day_only, one.zoned, one.example, max(w.first for w in same), max(w.second for w in same))


def _order(ways: tuple[Way, ...]) -> tuple[DateOrder | None, str]:
    """A day beyond 12 tells; one column writes all its dates in one order."""
    either = [way for way in ways if way.either]
    if not either:
        return None, ""
    votes: Counter[DateOrder] = Counter()
    for way in either:
        if way.first > MONTH:
            votes["dmy"] += 1
        if way.second > MONTH:
            votes["mdy"] += 1
    if len(votes) != 1:
        return None, "some values can only be day first, others only month first" if votes else ""
    order: DateOrder = next(iter(votes))
    return order, "a day beyond 12 tells"
