"""Rows of SQL as plain JSON values: times as ISO text in UTC, money and measures as numbers, nothing cut off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pyarrow as pa

from cesta.model.errors import CestaError
from cesta.model.instant import show_instant, to_microseconds


def plain_rows(batch: pa.RecordBatch) -> Iterator[list[object]]:
    """The rows of a batch. Raises bad_sql when a value has no plain form."""
    try:
        columns = [[plain(value) for value in column.to_pylist()] for column in batch.columns]
    except (ValueError, OverflowError, pa.ArrowException) as error:
        hint = "Show it as text instead: value::varchar."
        raise CestaError("bad_sql", f"A value of the answer cannot be shown: {error}.", hint) from error
    return (list(row) for row in zip(*columns, strict=True))


def plain(value: object) -> object:
    """One value.

    >>> plain(dt.datetime(2024, 3, 20, 10, tzinfo=dt.UTC)), plain(dt.datetime(2024, 3, 20, 10)), plain(Decimal("1.50"))
    ('2024-03-20T10:00:00Z', '2024-03-20T10:00:00', 1.5)
    """
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        # JSON has no number for what is not finite.
        return value if value - value == 0 else None
    if isinstance(value, dt.datetime):
        return show_instant(to_microseconds(value)) if value.tzinfo is not None else value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return _made_of_parts(value)


def _made_of_parts(value: object) -> object:
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    # A MAP comes as its pairs; an interval is a tuple, too, but one with names.
    if type(value) is tuple:
        return [plain(item) for item in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value)
