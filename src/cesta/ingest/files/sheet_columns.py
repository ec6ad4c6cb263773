"""A sheet's columns typed for Arrow: what is of one kind keeps it, what is mixed becomes text as people write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

Values = Sequence[object]
EMPTY = ""
"""An empty cell, as the reader of workbooks gives it."""
NUMBERS = frozenset({int, float})
DAYS = frozenset({dt.date, dt.datetime})
SPANS = frozenset({dt.time, dt.timedelta})
LONGEST_WHOLE = 2**53
EXACT_DIGITS = 10**15
"""A workbook keeps 15 digits of a number: a longer one has lost its end before we see it."""


@dataclass(slots=True)
class Seen:
    """What was seen in one column."""

    kinds: set[type] = field(default_factory=set)
    whole: bool = True
    long: bool = False
    numbers: int = 0
    filled: int = 0

    def is_spans(self) -> bool:
        """Whether it holds durations: times only are times of day."""
        return dt.timedelta in self.kinds and self.kinds <= SPANS

    def add(self, values: Values) -> None:
        kinds = set(map(type, values))
        there = [value for value in values if value != EMPTY] if str in kinds else values
        if len(there) < len(values):
            kinds = set(map(type, there))
        self.filled += len(there)
        self.kinds |= kinds
        if not kinds & NUMBERS:
            return
        numbers = [float(value) for value in there if type(value) in NUMBERS]  # type: ignore[arg-type]
        self.numbers += len(numbers)
        self.whole = self.whole and all(map(float.is_integer, numbers))
        self.long = self.long or any(abs(value) >= EXACT_DIGITS for value in numbers)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a column is written down: its Arrow type and how a cell becomes a value of it (None: as it is)."""

    type: pa.DataType
    convert: Callable[[object], object] | None = None


def shape_of(seen: Seen, zeros: int = 0) -> Shape:
    """The kind all cells share. `zeros`: digits that whole numbers are shown with, zeros in front: ids, so text."""
    kinds = seen.kinds
    if zeros and kinds <= NUMBERS | {str} and seen.whole:
        return Shape(pa.string(), lambda value: value if isinstance(value, str) else written(value).zfill(zeros))
    if kinds and kinds <= NUMBERS:
        return Shape(pa.int64(), int) if seen.whole and not seen.long else Shape(pa.float64(), float)  # type: ignore[arg-type]
    if kinds == {bool}:
        return Shape(pa.bool_())
    if kinds == {dt.date}:
        return Shape(pa.date32())
    if kinds and kinds <= DAYS:
        return Shape(pa.timestamp("us"), _moment)
    if kinds == {dt.time}:
        return Shape(pa.time64("us"))
    if seen.is_spans():
        return Shape(pa.float64(), seconds)
    return Shape(pa.string(), None if kinds <= {str} else written)


def batch(shapes: Sequence[Shape], names: Sequence[str], columns: Iterable[Values], rows: Sequence[int]) -> pa.Table:
    """One stretch of rows, with their numbers last."""
    arrays = [_array(shape, values) for shape, values in zip(shapes, columns, strict=True)]
    return pa.table([*arrays, pa.array(rows, pa.int64())], schema=schema(shapes, names))


def schema(shapes: Sequence[Shape], names: Sequence[str]) -> pa.Schema:
    fields = [pa.field(name, shape.type) for name, shape in zip(names, shapes, strict=True)]
    return pa.schema([*fields, pa.field("_row", pa.int64())])


def written(value: object) -> str:
    """A cell as text, the same whatever it was stored as.

    >>> written(7.0), written(2.5), written(True), written(dt.datetime(2024, 2, 29, 9, 30)), written("a")
    ('7', '2.5', 'true', '2024-02-29 09:30:00', 'a')
    >>> written(dt.timedelta(hours=26))
    '26:00:00'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < LONGEST_WHOLE else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.timedelta):
        whole, rest = divmod(seconds(value), 1)
        minutes, second = divmod(int(whole), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{second:02}" + (f"{rest:.3f}"[1:] if rest else "")
    return str(value)


def seconds(value: object) -> float:
    """How long a duration is; one shorter than a day may be stored as a time of day."""
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    assert isinstance(value, dt.time)
    return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6


def _array(shape: Shape, values: Values) -> pa.Array:
    change = shape.convert
    if change is not None:
        values = [None if value == EMPTY else change(value) for value in values]
    elif EMPTY in values:
        values = [None if value == EMPTY else value for value in values]
    return pa.array(values, shape.type)


def _moment(value: object) -> object:
    return value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())  # type: ignore[arg-type]
