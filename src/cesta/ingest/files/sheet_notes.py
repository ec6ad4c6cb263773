"""What a person is told about how a sheet was read: what was skipped, left out, kept or could not be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cesta.ingest.files.sheet_columns import Seen, written
from cesta.ingest.files.sheet_head import Head, Line, is_empty
from cesta.ingest.files.sheet_parts import Odd, Parts, letters_of
from cesta.ingest.files.sheet_rows import SheetRows
from cesta.ingest.files.staged import Note, Refused

TOLD = 5
TEXT_TOLD = 80


def head_notes(head: Head, first: Sequence[Line]) -> list[Note]:
    """Of the rows above the header, and of a header of several lines. `first`: the sheet's first lines."""
    above = [written(cell) for line in first[: head.first] for cell in line if not is_empty(cell)]
    notes = []
    if above:
        rows = "Row 1 above the header was" if head.first == 1 else f"Rows 1 to {head.first} above the header were"
        notes.append(Note("title_rows", f"{rows} skipped ({_short(above)})."))
    if head.last > head.first:
        notes.append(Note("header_lines", f"The header takes rows {head.first + 1} to {head.last + 1}."))
    return notes


def name_notes(head: Head, said: Sequence[Note]) -> list[Note]:
    if any(head.names):
        return [*said]
    return [Note("no_header", "There is no header: its columns were called column_1, column_2 and so on.")]


def beside_notes(beyond: Sequence[int]) -> list[Note]:
    """Of columns that stand apart from the table."""
    if not beyond:
        return []
    letters = ", ".join(letters_of(place) for place in beyond[:TOLD]) + (", …" if len(beyond) > TOLD else "")
    return [Note("beside_table", f"Cells beside the table were not used (column {letters}).")]


def column_notes(name: str, seen: Seen, digits: int, all_of_them: bool) -> list[Note]:
    """Of numbers that look otherwise than they are kept."""
    notes = []
    example = "1".zfill(digits)
    if digits and all_of_them:
        notes.append(Note("zeros_kept", f'Numbers in "{name}", shown as {example}, were read as texts like that.'))
    elif digits:
        notes.append(Note("zeros_lost", f'Some numbers in "{name}" are shown as {example}; all were read as plain 1.'))
    if seen.long:
        notes.append(Note("long_numbers", f'Numbers in "{name}" are longer than the 15 digits that a workbook keeps.'))
    if seen.is_spans():
        notes.append(Note("durations", f'Durations in "{name}" were read as seconds.'))
    return notes


def row_notes(rows: SheetRows) -> list[Note]:
    """Of rows below the table that are none of its rows."""
    totals = [
        Note("total_row", f"Row {number} is a total and was not read as data ({_cells(cells)}).")
        for number, cells in rows.totals
    ]
    return totals + [
        Note("remark_row", f"Row {number} below the table is a remark and was not read as data ({_cells(cells)}).")
        for number, cells in rows.remarks
    ]


def cell_notes(parts: Parts) -> list[Note]:
    """Of cells that show something else than a value."""
    notes = []
    if parts.error_count:
        text = f"Cells with an error ({parts.error_count}) count as empty: {_places(parts.errors)}."
        notes.append(Note("error_cells", text))
    if parts.uncomputed_count:
        text = (
            f"Formulas never computed ({parts.uncomputed_count}) count as empty: {_places(parts.uncomputed)}. "
            "Open the file in a spreadsheet program and save it."
        )
        notes.append(Note("uncomputed", text))
    return notes


def refused_cells(sheet: str, parts: Parts, columns: Mapping[int, str], first: int) -> tuple[Refused, ...]:
    """Errors among the table's cells, from its `first` row on. `columns`: place in the sheet to name."""
    return tuple(
        Refused(odd.row, columns[odd.column], odd.value, "error_cell", _error(sheet, odd))
        for odd in parts.errors
        if odd.column in columns and odd.row >= first
    )


def of_sheet(sheet: str, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes, each with the sheet that it is about."""
    return tuple(Note(note.code, f'Sheet "{sheet}": {note.text}') for note in notes)


def _error(sheet: str, odd: Odd) -> str:
    return f'The cell {letters_of(odd.column)}{odd.row} of sheet "{sheet}" holds an error; it counts as empty.'


def _places(odd: Sequence[Odd]) -> str:
    told = [f"{letters_of(one.column)}{one.row}" + (f" {one.value}" if one.value else "") for one in odd[:TOLD]]
    return ", ".join(told) + (", …" if len(odd) > TOLD else "")


def _cells(cells: Sequence[object]) -> str:
    return _short([written(cell) for cell in cells if not is_empty(cell)])


def _short(texts: Sequence[str]) -> str:
    told = ", ".join(texts[:TOLD])
    return told if len(told) <= TEXT_TOLD else f"{told[:TEXT_TOLD]}…"
