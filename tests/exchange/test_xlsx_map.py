"""The workbook opened by another program: sheets, heads, numbers that are numbers."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from cesta.exchange.sheet import Sheet
from cesta.exchange.xlsx_map import read_xlsx, write_xlsx
from cesta.model.errors import CestaError


def test_numbers_stand_on_their_own_sheet(taken: Callable[..., Sheet]) -> None:
    sheet = taken()
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(sheet)))
    assert book.sheetnames == ["Map", "Touchpoints", "Barriers", "Numbers"]
    rows = list(book["Numbers"].iter_rows(values_only=True))
    reach = [row[3] for row in rows if row[2] == "Reach"]
    assert reach == [stop.reach.value for stop in sheet.stops]
    bare = openpyxl.load_workbook(io.BytesIO(write_xlsx(taken("en", numbers=False))))
    assert "Numbers" not in bare.sheetnames


def test_a_workbook_that_a_spreadsheet_program_saved(taken: Callable[..., Sheet]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(taken())))
    out = io.BytesIO()
    book.save(out)
    assert read_xlsx(out.getvalue(), "m") == taken().data
    with pytest.raises(CestaError):
        read_xlsx(b"nothing", "x")
