"""What is in a column: ids, numbers, yes and no, categories, texts, moments; judged by its values and its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cesta.ingest.guess.moments import Times, read_ways
from cesta.ingest.guess.words import hints, words_of

Kind = Literal["empty", "id", "number", "flag", "category", "text", "moment", "clock", "part", "nested"]
NUMBER = re.compile(
    r"\(?[-+−]?\s?(?:[$€£¥₽]|zł|kč)?\s?\d{1,3}(?:[\s.,'’\u00a0\u202f]?\d{3})*(?:[.,]\d+)?\s?"
    r"(?:[$€£¥₽%]|zł|kč|pln|czk|eur|usd|gbp|руб\.?|р\.?)?\)?|[-+]?\d*[.,]?\d+(?:e[-+]?\d+)?",
    re.IGNORECASE,
)
WHOLE = re.compile(r"[-+]?\d+(?:\.0+)?")
DECIMALS = re.compile(r"([.,])(?:\d{1,2}|\d{4,})(?!\d)\D*$")
LEADING_ZERO = re.compile(r"0\d+")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?")
CODE = re.compile(r"(?=.*\d)[\w#./:-]{1,64}")
NULLS = frozenset(("NULL", "null", "\\N", "NaN", "nan", "None", "N/A", "n/a", "#N/A"))
FLAGS = tuple(
    frozenset(pair.split())
    for pair in ("0 1", "true false", "yes no", "y n", "t f", "tak nie", "ano ne", "да нет", "ja nein", "sim não")
)
MOMENT_TYPES = ("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE")
NUMBER_TYPES = re.compile(r"(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$")
NESTED = re.compile(r"(STRUCT|MAP|UNION|JSON|VARIANT|BLOB)|\]$")
CATEGORIES = 200
EPOCHS: tuple[tuple[int, int, str], ...] = (
    (600_000_000, 4_100_000_000, "to_timestamp({})"),
    (600_000_000_000, 4_100_000_000_000, "epoch_ms({})"),
    (600_000_000_000_000, 4_100_000_000_000_000, "make_timestamp({})"),
)
"""Seconds, milliseconds and microseconds since 1970, between 1989 and 2099."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was counted of a column in the rows looked at. `values`: up to 2,000 of its values with their counts."""

    name: str
    type: str
    rows: int
    filled: int
    distinct: int
    values: Mapping[str, int]
    midnight: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is understood. `whole`: numbers without decimals; `nulls`: words in it that mean "nothing".

    `comma`: decimals come after a comma. `times`: how its texts write moments; `epoch`: SQL that makes a moment of its
    number; `day_only`: no time of day.
    """

    name: str
    kind: Kind
    type: str
    rows: int
    filled: int
    distinct: int
    values: Mapping[str, int]
    whole: bool = False
    nulls: tuple[str, ...] = ()
    times: Times | None = None
    epoch: str | None = None
    day_only: bool = False
    comma: bool = False

    @property
    def hints(self) -> frozenset[str]:
        return hints(self.name)

    @property
    def is_text(self) -> bool:
        return self.type == "VARCHAR"

    @property
    def repeats(self) -> bool:
        """Whether values come again."""
        return self.distinct < self.filled

    @property
    def local(self) -> bool:
        """Whether its moments say no zone."""
        if self.times is not None:
            return self.times.local
        return self.kind == "moment" and self.epoch is None and "ZONE" not in self.type


def understand(facts: Facts) -> Column:
    """The column that these facts tell of.

    >>> understand(Facts("paid", "VARCHAR", 3, 2, 2, {"31.12.2024": 1, "1.1.2025": 1})).kind
    'moment'
    >>> understand(Facts("Klient ID", "VARCHAR", 2, 2, 2, {"001": 1, "002": 1})).kind
    'id'
    """
    nulls = tuple(sorted(NULLS & facts.values.keys())) if facts.type == "VARCHAR" else ()
    values = {value: count for value, count in facts.values.items() if value not in nulls}
    column = _judged(facts, values)
    gone = sum(facts.values[word] for word in nulls)
    return Column(
        name=facts.name,
        kind=column.kind,
        type=facts.type,
        rows=facts.rows,
        filled=facts.filled - gone,
        distinct=facts.distinct - len(nulls),
        values=values,
        whole=column.whole,
        nulls=nulls,
        times=column.times,
        epoch=column.epoch,
        day_only=column.day_only,
        comma=column.kind == "number" and facts.type == "VARCHAR" and _by_comma(values),
    )


def _by_comma(values: Mapping[str, int]) -> bool:
    """Whether decimals come after a comma: some values show it, none the other way."""
    signs = {match[1] for value in values if (match := DECIMALS.search(value))}
    return signs == {","}


@dataclass(frozen=True, slots=True)
class _Judged:
    kind: Kind
    whole: bool = False
    times: Times | None = None
    epoch: str | None = None
    day_only: bool = False


def _judged(facts: Facts, values: Mapping[str, int]) -> _Judged:
    if not values:
        return _Judged("empty")
    if NESTED.search(facts.type):
        return _Judged("nested")
    if facts.type == "BOOLEAN":
        return _Judged("flag")
    if facts.type in MOMENT_TYPES:
        return _Judged("moment", day_only=facts.midnight)
    if facts.type == "TIME":
        return _Judged("clock")
    if NUMBER_TYPES.match(facts.type):
        return _number(facts, values)
    return _text(facts, values)


def _text(facts: Facts, values: Mapping[str, int]) -> _Judged:
    total = sum(values.values())
    lowered = {value.strip().casefold() for value in values}
    if len(lowered) == 2 and lowered in FLAGS:
        return _Judged("flag")
    numeric = _share(values, NUMBER, total)
    if numeric < 1 or "moment" in hints(facts.name):
        times = read_ways(values)
        if times is not None and times.share > (0.5 if "moment" in hints(facts.name) else 0.9):
            return _Judged("moment", times=times, day_only=times.day_only)
        if _share(values, CLOCK, total) > 0.9:
            return _Judged("clock")
    zeros = sum(count for value, count in values.items() if LEADING_ZERO.fullmatch(value))
    if numeric > 0.98 and zeros < total * 0.02:
        return _number(facts, values)
    if zeros or _like_codes(facts, values, total):
        return _Judged("id")
    return _words(facts, values, total)


def _words(facts: Facts, values: Mapping[str, int], total: int) -> _Judged:
    sentences = sum(value.count(" ") * count for value, count in values.items()) > 2 * total
    if "comment" in hints(facts.name) and (facts.distinct > 20 or sentences):
        return _Judged("text")
    few = facts.distinct <= max(20, min(CATEGORIES, facts.filled // 3)) or facts.distinct <= facts.filled // 20
    length = sum(len(value) * count for value, count in values.items()) / total
    return _Judged("category" if few and length < 60 else "text")


def _number(facts: Facts, values: Mapping[str, int]) -> _Judged:
    whole = all(WHOLE.fullmatch(value.strip()) for value in values)
    said = hints(facts.name)
    if whole and facts.distinct == 2 and {value.removesuffix(".0") for value in values} == {"0", "1"}:
        return _Judged("flag", whole=True)
    if whole and _is_part(said, values):
        return _Judged("part", whole=True)
    if whole and said & {"moment"}:
        numbers = sorted(int(float(value)) for value in values)
        for low, high, sql in EPOCHS:
            if low <= numbers[0] and numbers[-1] <= high:
                return _Judged("moment", epoch=sql)
    if _names(facts.name) and (whole or not all(NUMBER.fullmatch(value.strip()) for value in values)):
        return _Judged("id", whole=whole)
    return _Judged("number", whole=whole)


def _names(name: str) -> bool:
    """Whether a column of this name tells things apart: order_no, userid, agent; not booking_changes or week_number."""
    words = words_of(name)
    if not words or hints(name) & {"moment", "quantity", "amount", "price", "rating"}:
        return False
    things = {"receipt", "customer", "user", "case", "session", "staff", "id"}
    return "id" in hints(words[-1]) or all(hints(word) & things for word in words)


def _is_part(said: frozenset[str], values: Mapping[str, int]) -> bool:
    numbers = [int(float(value)) for value in values]
    low, high = min(numbers), max(numbers)
    return (
        ("year" in said and 1900 <= low <= high <= 2100)
        or ("month" in said and 1 <= low <= high <= 12)
        or ("day" in said and 1 <= low <= high <= 31)
    )


def _like_codes(facts: Facts, values: Mapping[str, int], total: int) -> bool:
    """Codes are without spaces and with digits: an id by its name, or by their number."""
    codes = _share(values, CODE, total)
    said = hints(facts.name)
    if "id" in said and _names(facts.name):
        return facts.distinct > CATEGORIES or codes > 0.5 or bool(said & {"customer", "user", "case", "session"})
    return codes > 0.95 and facts.distinct > max(CATEGORIES, facts.filled // 50)


def _share(values: Mapping[str, int], pattern: re.Pattern[str], total: int) -> float:
    return sum(count for value, count in values.items() if pattern.fullmatch(value.strip())) / total
