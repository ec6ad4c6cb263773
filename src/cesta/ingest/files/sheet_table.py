"""One sheet staged as a table: its header found, its columns typed, its rows written with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq
from python_calamine import CalamineSheet

from cesta.ingest.files.names import distinct_columns, free_path, table_name
from cesta.ingest.files.sheet_columns import Seen, Shape, batch, schema, shape_of
from cesta.ingest.files.sheet_head import LOOKED_AT, Head, find_head
from cesta.ingest.files.sheet_notes import (
    beside_notes,
    cell_notes,
    column_notes,
    head_notes,
    name_notes,
    of_sheet,
    refused_cells,
    row_notes,
)
from cesta.ingest.files.sheet_parts import Parts, read_parts
from cesta.ingest.files.sheet_rows import SheetRows
from cesta.ingest.files.staged import Note, Staged


@dataclass(frozen=True, slots=True)
class SheetTable:
    """Where the sheet is. `suffix`: the workbook's true kind; `several`: others are beside it."""

    path: Path
    sheet: str
    suffix: str
    several: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns that are used: their places in the sheet's lines, their names and shapes."""

    places: tuple[int, ...]
    names: tuple[str, ...]
    shapes: tuple[Shape, ...]
    notes: tuple[Note, ...]


def stage_sheet(table: SheetTable, sheet: CalamineSheet, into: Path) -> Staged | str:
    """The staged table, or in words what the sheet is instead ("is empty")."""
    if sheet.start is None:
        return "is empty"
    offset = sheet.start[1]
    merged = [
        ((top, left - offset), (bottom, right - offset))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    first = [*islice(sheet.iter_rows(), LOOKED_AT)]
    head = find_head(first, merged)
    if head is None:
        return "is empty"
    rows = SheetRows(sheet.iter_rows(), head.last, merged)
    seen = _survey(rows, len(head.names))
    if not any(one.filled for one in seen):
        return "has a header and no rows"
    if sum(bool(one.filled or name) for one, name in zip(seen, head.names, strict=True)) < 2 and table.several:
        return "has one column only, which is no table"
    parts = read_parts(table.path, table.sheet) if table.suffix == ".xlsx" else Parts()
    columns = _columns(head, seen, parts, offset)
    parquet = free_path(into, table_name(table.path, table.sheet if table.several else None))
    # The sheet is gone through twice: the first look shows the kinds, the second writes.
    count = _write(SheetRows(sheet.iter_rows(), head.last, merged), columns, parquet)
    notes = (*head_notes(head, first), *columns.notes, *row_notes(rows), *cell_notes(parts))
    places = {place + offset: name for place, name in zip(columns.places, columns.names, strict=True)}
    return Staged(
        parquet.stem,
        table.path,
        table.sheet,
        parquet,
        columns.names,
        count,
        of_sheet(table.sheet, notes) if table.several else notes,
        refused_cells(table.sheet, parts, places, head.last + 2),
    )


def _survey(rows: SheetRows, width: int) -> list[Seen]:
    seen = [Seen() for _ in range(width)]
    for stretch in rows.stretches():
        for one, values in zip(seen, zip(*(cells for _, cells in stretch), strict=True), strict=True):
            one.add(values)
    return seen


def _columns(head: Head, seen: Sequence[Seen], parts: Parts, offset: int) -> _Columns:
    used, beyond = _used(head.names, seen)
    names, said = distinct_columns([head.names[place] for place in used])
    notes = [*name_notes(head, said), *beside_notes([place + offset for place in beyond])]
    shapes = []
    for name, place in zip(names, used, strict=True):
        digits, all_of_them = _zeros(seen[place], parts, place + offset)
        shapes.append(shape_of(seen[place], digits if all_of_them else 0))
        notes += column_notes(name, seen[place], digits, all_of_them)
    return _Columns(tuple(used), names, tuple(shapes), tuple(notes))


def _used(names: Sequence[str], seen: Sequence[Seen]) -> tuple[list[int], list[int]]:
    """Columns of the table, and columns with something in them that stand apart to its right."""
    there = [bool(name) or one.filled > 0 for name, one in zip(names, seen, strict=True)]
    last = max((place for place, name in enumerate(names) if name), default=0)
    end = next((place for place in range(last + 1, len(names)) if not there[place]), len(names))
    return [place for place in range(end) if there[place]], [place for place in range(end, len(names)) if there[place]]


def _zeros(seen: Seen, parts: Parts, column: int) -> tuple[int, bool]:
    """How many digits the column's numbers are shown with, zeros in front, and whether all of them are."""
    shown = parts.zeros.get(column)
    if not shown or not seen.whole or not seen.numbers:
        return 0, False
    digits, count = shown.most_common(1)[0]
    return digits, count >= seen.numbers


def _write(rows: SheetRows, columns: _Columns, parquet: Path) -> int:
    count = 0
    with pq.ParquetWriter(parquet, schema(columns.shapes, columns.names), compression="zstd") as writer:
        for stretch in rows.stretches():
            lines = [*zip(*(cells for _, cells in stretch), strict=True)]
            values = [lines[place] for place in columns.places]
            writer.write_table(batch(columns.shapes, columns.names, values, [number for number, _ in stretch]))
            count += len(stretch)
    return count
