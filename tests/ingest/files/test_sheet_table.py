"""One sheet with everything that people put into sheets becomes the table they meant."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import xlsxwriter
from python_calamine import CalamineWorkbook

from cesta.ingest.files.sheet_table import SheetTable, stage_sheet
from cesta.ingest.files.staged import Staged


def stage(path: Path, several: bool = False) -> Staged:
    into = path.parent / "staged"
    into.mkdir()
    with CalamineWorkbook.from_path(str(path)) as book:
        staged = stage_sheet(SheetTable(path, "S", ".xlsx", several), book.get_sheet_by_name("S"), into)
    assert isinstance(staged, Staged)
    return staged


def test_a_report_as_shops_export_it(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, five = book.add_worksheet("S"), book.add_format({"num_format": "00000"})
        sheet.merge_range("C2:F2", "Sales in March")
        sheet.merge_range("C4:C5", "No")
        sheet.merge_range("D4:E4", "Customer")
        sheet.write_row("D5", ["Name", "City", "Paid", ""])
        sheet.write_string("F4", "Sum")
        for row in range(3):
            sheet.write_number(5 + row, 2, row + 1, five)
            sheet.write_row(5 + row, 3, ["Jan", "Brno"])
            sheet.write_string(5 + row, 5, f"1 234,5{row}")
        sheet.write_formula("D7", "=NA()", None, "#N/A")
        sheet.write_row("C10", ["Celkem", "", "", "3 703,53"])
        sheet.write_string("J7", "call him")
    staged = stage(path, several=True)
    assert staged.columns == ("No", "Customer · Name", "Customer · City", "Sum · Paid")
    assert pq.read_table(staged.parquet).to_pylist() == [
        {"No": "00001", "Customer · Name": "Jan", "Customer · City": "Brno", "Sum · Paid": "1 234,50", "_row": 6},
        {"No": "00002", "Customer · Name": None, "Customer · City": "Brno", "Sum · Paid": "1 234,51", "_row": 7},
        {"No": "00003", "Customer · Name": "Jan", "Customer · City": "Brno", "Sum · Paid": "1 234,52", "_row": 8},
    ]
    assert [note.code for note in staged.notes] == [
        "title_rows", "header_lines", "beside_table", "zeros_kept", "total_row", "error_cells",
    ]  # fmt: skip
    assert all(note.text.startswith('Sheet "S": ') for note in staged.notes)
    assert [(refused.row, refused.column) for refused in staged.refused] == [(7, "Customer · Name")]


def test_columns_without_a_name_or_without_data(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["id", "", "note", "id", ""])
        sheet.write_row(1, 0, ["a", 5, "", "b", 7])
        sheet.write_row(2, 0, ["c", 6, "", "d", 8])
    staged = stage(path)
    assert staged.columns == ("id", "column_2", "note", "id_2", "column_5")
    assert staged.rows == 2


def test_a_sheet_of_more_rows_than_one_stretch(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for row in range(25_001):
            sheet.write_row(row, 0, ["who", "count"] if not row else [f"c{row}", row])
    staged = stage(path)
    rows = pq.read_table(staged.parquet)
    assert rows["count"].to_pylist() == list(range(1, 25_001))
    assert rows["_row"].to_pylist() == list(range(2, 25_002))
