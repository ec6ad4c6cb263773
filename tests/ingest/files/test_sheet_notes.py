"""What a person is told about a sheet names rows, columns and values."""

from __future__ import annotations

from cesta.ingest.files.sheet_columns import Seen
from cesta.ingest.files.sheet_head import Head
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
from cesta.ingest.files.sheet_parts import Odd, Parts
from cesta.ingest.files.sheet_rows import SheetRows
from cesta.ingest.files.staged import Note


def texts(notes: list[Note]) -> list[str]:
    return [note.text for note in notes]


def test_titles_and_headers_of_several_lines_are_told() -> None:
    first: list[list[object]] = [["Sales", ""], ["from", 2024.0], ["a", "b"], ["c", "d"]]
    assert texts(head_notes(Head(2, 3, ("a · c", "b · d")), first)) == [
        "Rows 1 to 2 above the header were skipped (Sales, from, 2024).",
        "The header takes rows 3 to 4.",
    ]
    assert head_notes(Head(0, 0, ("a", "b")), first) == []


def test_a_missing_header_and_cells_beside_the_table_are_told() -> None:
    assert [note.code for note in name_notes(Head(0, -1, ("", "")), [])] == ["no_header"]
    assert name_notes(Head(0, 0, ("a", "")), [Note("empty_name", "x")]) == [Note("empty_name", "x")]
    assert texts(beside_notes([26])) == ["Cells beside the table were not used (column AA)."]
    assert beside_notes([]) == []


def test_numbers_that_look_otherwise_are_told() -> None:
    plain, long = Seen(), Seen()
    long.add([1e17])
    assert column_notes("id", plain, 0, False) == []
    assert [note.code for note in column_notes("id", plain, 3, True)] == ["zeros_kept"]
    assert [note.code for note in column_notes("id", long, 3, False)] == ["zeros_lost", "long_numbers"]


def test_rows_below_the_table_are_told() -> None:
    rows = SheetRows([], 0, totals=[(9, ["Suma", "", 20.0])], remarks=[(11, ["By the till", "", ""])])
    assert texts(row_notes(rows)) == [
        "Row 9 is a total and was not read as data (Suma, 20).",
        "Row 11 below the table is a remark and was not read as data (By the till).",
    ]


def test_errors_are_told_and_those_of_the_table_refused() -> None:
    parts = Parts(errors=[Odd(1, 0, "#REF!"), Odd(7, 2, "#N/A"), Odd(8, 9, "#N/A")], error_count=3)
    assert texts(cell_notes(parts)) == ["Cells with an error (3) count as empty: A1 #REF!, C7 #N/A, J8 #N/A."]
    (refused,) = refused_cells("Orders", parts, {0: "id", 2: "kind"}, first=2)
    assert (refused.row, refused.column, refused.value, refused.code) == (7, "kind", "#N/A", "error_cell")
    assert 'C7 of sheet "Orders"' in refused.reason


def test_notes_name_their_sheet() -> None:
    assert of_sheet("Jan", [Note("c", "x.")]) == (Note("c", 'Sheet "Jan": x.'),)
