"""Where a table begins: which of the first rows are a title, which is the header, and whether there is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cesta.ingest.files.names import distinct_columns
from cesta.ingest.files.staged import Note

Cells = Sequence[str | None]
VALUE = re.compile(r"[-+(]?\d[\d\s.,:/%)-]*([Tt ]\d[\d:.,+-]*Z?)?$")
"""A number, a day or a time: what stands in a table, not above it."""
YEAR = re.compile(r"\s*(19|20)\d\d\s*")
"""The one number that also heads a column."""


@dataclass(frozen=True, slots=True)
class Header:
    """`first`: how many of the first rows stand before the data, the header among them. `width`: cells of a row."""

    columns: tuple[str, ...]
    first: int
    width: int
    notes: tuple[Note, ...]


def usual_width(widths: Sequence[int]) -> int:
    """How many cells most rows have, the more of two that are as usual.

    >>> usual_width([1, 3, 3, 3, 2])
    3
    """
    counted = Counter(widths)
    return max(counted, key=lambda width: (counted[width], width), default=0)


def find_header(rows: Sequence[Cells]) -> Header:
    """The header of a table by its first rows.

    It is the first row as wide as most whose cells are mostly filled; rows above it are a title.

    >>> found = find_header([["Orders"], [], ["id", "paid"], ["1", "2024-01-05"], ["2", "2024-01-06"]])
    >>> found.columns, found.first, found.notes[0].text
    (('id', 'paid'), 3, '2 rows above the header were skipped.')
    """
    full = [row for row in rows if _filled(row)]
    width = usual_width([len(row) for row in full])
    usual = max(1, min((_filled(row) for row in full if len(row) == width), default=1))
    place = next(
        (at for at, row in enumerate(rows) if len(row) == width and _filled(row) >= max(usual, (width + 1) // 2)),
        next((at for at, row in enumerate(rows) if len(row) == width), 0),
    )
    notes: list[Note] = []
    if place:
        notes.append(Note("title_rows", f"{_many(place)} above the header {'was' if place == 1 else 'were'} skipped."))
    head = list(rows[place]) if rows else []
    if _is_data(head, [row for row in rows[place + 1 :] if len(row) == width]):
        columns = tuple(f"column_{at}" for at in range(1, width + 1))
        notes.append(Note("no_header", "There is no header: its columns were called column_1, column_2 and so on."))
        return Header(columns, place, width, tuple(notes))
    columns, said = distinct_columns(head)
    return Header(columns, place + 1, width, (*notes, *said))


def _many(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"


def _filled(row: Cells) -> int:
    return sum(1 for cell in row if cell is not None and cell.strip())


def _is_value(cell: str | None) -> bool:
    return cell is not None and VALUE.match(cell.strip()) is not None


def _is_data(head: Cells, below: Sequence[Cells]) -> bool:
    """Whether the header is a row like those below: a value where they have values, a name nowhere."""
    if not below:
        return False
    like = 0
    for at, cell in enumerate(head):
        column = [row[at] for row in below if row[at] is not None]
        values = sum(_is_value(one) for one in column) * 10 >= len(column) * 9 and bool(column)
        if values and cell and not _is_value(cell):
            return False
        like += values and _is_value(cell) and not YEAR.fullmatch(cell or "")
    return like > 0
