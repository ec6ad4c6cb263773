"""A table of the screen as a file: a workbook with typed cells, or CSV that a spreadsheet program opens as it is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES

Kind = Literal["text", "number", "share", "seconds", "day", "time"]
Cell = str | int | float | bool | None
Written = str | int | float | bool | dt.date | dt.datetime | None

COMMA_LANGUAGES = ("pl", "cs", "ru")
"""Where the decimal sign is a comma, lists are separated by semicolons."""
RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that some program takes for a formula, or that was already made safe from it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and what its cells are: a share is 0.35, a day 2024-02-29, a time an instant with its zone."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class TableWanted:
    """A table as the screen shows it. `question`: what was asked for it; `as_of`, `n`: of the answer."""

    name: str
    columns: list[Column]
    rows: list[list[Cell]]
    format: Literal["xlsx", "csv"] = "xlsx"
    language: str = "en"
    question: dict[str, object] | None = None
    as_of: str | None = None
    n: int | None = None


def check(table: TableWanted) -> None:
    """Raises bad_table, naming the row and the column."""
    if not table.columns:
        raise CestaError("bad_table", "The table has no columns.", "Name each column and its kind.")
    if table.language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise CestaError("bad_table", f'There is no language "{table.language}".', f"Known: {known}.")
    for place, row in enumerate(table.rows, start=1):
        if len(row) != len(table.columns):
            raise CestaError(
                "bad_table",
                f"Row {place} has {len(row)} cells for {len(table.columns)} columns.",
                "Give each row one cell per column; an empty one is null.",
            )


def typed_rows(table: TableWanted, zone: ZoneInfo) -> list[list[Written]]:
    """The cells as what they are; times on the clock of `zone`. Raises bad_table."""
    check(table)
    return [
        [_typed(cell, column, zone, place) for cell, column in zip(row, table.columns, strict=True)]
        for place, row in enumerate(table.rows, start=1)
    ]


def as_csv(table: TableWanted, zone: ZoneInfo) -> bytes:
    """UTF-8 with a mark in front, so that spreadsheet programs know it; no text in it is run as a formula."""
    comma = table.language in COMMA_LANGUAGES
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if comma else ",")
    writer.writerow([safe(column.name) for column in table.columns])
    for row in typed_rows(table, zone):
        writer.writerow([_plain(cell, comma) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def safe(text: str) -> str:
    """A text that no spreadsheet program runs; taking one ' away gives the text again.

    >>> safe("=1+1"), safe("plain"), safe("'=1+1")
    ("'=1+1", 'plain', "''=1+1")
    """
    return f"'{text}" if RUNS.match(text) else text


def _plain(cell: Written, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        number = repr(cell)
        return number.replace(".", ",") if comma else number
    return cell.isoformat(" ") if isinstance(cell, dt.datetime) else cell.isoformat()


def _typed(cell: Cell, column: Column, zone: ZoneInfo, place: int) -> Written:
    if cell is None or isinstance(cell, bool):
        return cell
    if column.kind == "text":
        return str(cell)
    if isinstance(cell, str) and column.kind in ("day", "time"):
        try:
            return _moment(cell, zone) if column.kind == "time" else dt.date.fromisoformat(cell[:10])
        except ValueError:
            pass
    elif isinstance(cell, int | float) and column.kind not in ("day", "time"):
        return cell
    raise CestaError(
        "bad_table",
        f'Row {place}, column "{column.name}": {cell!r} is no {column.kind}.',
        "Numbers are JSON numbers, days and times ISO texts such as 2024-02-29T09:30:00Z.",
    )


def _moment(text: str, zone: ZoneInfo) -> dt.datetime:
    """The time on the zone's clock, without the zone: neither kind of file can hold one."""
    moment = dt.datetime.fromisoformat(text)
    local = moment.astimezone(zone) if moment.tzinfo else moment
    return local.replace(tzinfo=None)
