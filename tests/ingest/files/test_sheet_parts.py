"""Errors, formulas never computed and zeros in front are found in files of two writers, where they are."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.files.sheet_parts import SLICE, Odd, column_of, letters_of, read_parts


def test_errors_are_found_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "e.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Orders & more")
        sheet.write_formula("B3", "=VLOOKUP(1,A1:B2,2,0)", None, "#N/A")
        sheet.write_formula("AA7", "=1/0", None, "#DIV/0!")
        sheet.write_string("C3", "#N/A is a text here")
        sheet.write_formula("D3", "=1+1", None, 2)
    parts = read_parts(path, "Orders & more")
    assert parts.errors == [Odd(3, 1, "#N/A"), Odd(7, 26, "#DIV/0!")]
    assert (parts.error_count, parts.uncomputed_count) == (2, 0)


def test_formulas_never_computed_are_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B2"], sheet["C2"], sheet["D2"] = "=A1*2", 5, "#REF!"
    book.save(tmp_path / "f.xlsx")
    parts = read_parts(tmp_path / "f.xlsx", "Sheet")
    assert [(odd.row, odd.column) for odd in parts.uncomputed] == [(2, 1)]
    assert parts.errors == [Odd(2, 3, "#REF!")]


def test_numbers_shown_with_zeros_are_counted_by_column(tmp_path: Path) -> None:
    path = tmp_path / "z.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("S")
        five, plain = (book.add_format({"num_format": code}) for code in ("00000", "0.00"))
        for row in range(1, 4):
            sheet.write_number(row, 0, row, five)
            sheet.write_number(row, 1, row, plain)
            sheet.write_string(row, 2, "007", five)
        sheet.write_blank(4, 0, None, five)
    assert read_parts(path, "S").zeros == {0: Counter({5: 3})}


def test_a_sheet_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "f.xlsx")
    assert read_parts(tmp_path / "f.xlsx", "Other").error_count == 0
    with zipfile.ZipFile(tmp_path / "bare.xlsx", "w") as bare:
        bare.writestr("xl/other.xml", "")
    assert read_parts(tmp_path / "bare.xlsx", "S").errors == []


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_an_error_is_found_wherever_a_slice_of_the_file_ends(tmp_path: Path, prefix: str) -> None:
    path = tmp_path / "long.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", '<w xmlns="m" xmlns:r="r"><sheet name="S" r:id="1"/></w>')
        book.writestr("xl/_rels/workbook.xml.rels", '<R><R Id="1" Target="/xl/worksheets/a.xml"/></R>')
        filler = f'<{prefix}row r="1"><{prefix}c r="A1"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row>'
        error = f'<{prefix}row r="9"><{prefix}c r="C9" t="e"><{prefix}v>#N/A</{prefix}v></{prefix}c></{prefix}row>'
        before = SLICE // len(filler)
        empty = (
            f'<{prefix}row r="10"><{prefix}c r="A10" t="str"><{prefix}f>""</{prefix}f><v></v></{prefix}c></{prefix}row>'
        )
        book.writestr("xl/worksheets/a.xml", filler * before + error * 40 + empty)
    parts = read_parts(path, "S")
    assert (parts.error_count, parts.uncomputed_count) == (40, 0)


@settings(max_examples=20, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=20))
def test_any_errors_are_told_with_their_places(places: set[tuple[int, int]]) -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for row, column in places:
            sheet.write_formula(row, column, "=NA()", None, "#N/A")
    found = read_parts(held, "S")  # type: ignore[arg-type]
    assert {(odd.row - 1, odd.column) for odd in found.errors} == places


@given(st.integers(0, 20_000))
def test_letters_and_places_are_the_same(place: int) -> None:
    assert column_of(letters_of(place)) == place
