"""Workbooks read back by another library hold the same cells, typed, and say what was asked."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook as Book

from cesta.api.tables_out import Cell, Column, Kind, TableWanted
from cesta.api.workbook_out import MOST_ROWS, as_workbook, fit_text, saved, sheet_name
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

UTC = ZoneInfo("UTC")
at = dt.datetime.fromisoformat
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "http://a.b", "_x0041_", "0012", "1e5", "TRUE", "#N/A"]
)  # fmt: skip


def table(columns: dict[str, Kind], *rows: Sequence[Cell], **more: Any) -> TableWanted:
    named = [Column(name, kind) for name, kind in columns.items()]
    return TableWanted("Paths", named, [[*row] for row in rows], **more)


def opened(wanted: TableWanted) -> Book:
    return openpyxl.load_workbook(io.BytesIO(as_workbook(wanted, "Shop", UTC)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_texts_come_back_as_texts_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    sheet = opened(table({"a": "text", "b": "text"}, *rows)).worksheets[0]
    for wanted, found in zip(rows, sheet.iter_rows(min_row=2, max_col=2), strict=False):
        for text, cell in zip(wanted, found, strict=True):
            assert cell.data_type in ("s", "n") if text == "" else cell.data_type == "s"
            assert unescape(str(cell.value or "")) == fit_text(text)


def test_cells_are_typed_and_the_header_stays_in_sight() -> None:
    wanted = table(
        {
            "who": "text",
            "n": "number",
            "share": "share",
            "took": "seconds",
            "day": "day",
            "time": "time",
            "yes": "text",
        },
        ["001", 12480, 0.1815, 93600, "2024-02-29", "2024-02-29T09:30:00Z", True],
        ["002", 2.5, None, 60, "1899-01-01", None, False],
    )
    sheet = opened(wanted).worksheets[0]
    first, second = ([*row] for row in sheet.iter_rows(min_row=2))
    assert [cell.value for cell in first] == [
        "001", 12480, 0.1815, dt.timedelta(hours=26), at("2024-02-29"), at("2024-02-29 09:30"), True,
    ]  # fmt: skip
    assert [cell.number_format for cell in first[1:6]] == [
        "#,##0", "0.0%", "[h]:mm:ss", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss",
    ]  # fmt: skip
    assert [cell.value for cell in second] == ["002", 2.5, None, dt.timedelta(minutes=1), "1899-01-01", None, False]
    assert second[1].number_format == "#,##0.00"
    assert (sheet.freeze_panes, sheet["A1"].value, sheet["A1"].font.bold) == ("A2", "who", True)


@pytest.mark.parametrize(
    ("language", "name"), [("en", "About"), ("pl", "O tabeli"), ("cs", "O tabulce"), ("ru", "О таблице")]
)
def test_the_second_sheet_says_what_was_asked(language: str, name: str) -> None:
    question = {"analysis": "paths", "params": {"start": "návštěva"}}
    wanted = table({"a": "text"}, ["x"], question=question, as_of="2024-03-01T00:00:00Z", n=1200, language=language)
    book = opened(wanted)
    assert book.sheetnames == ["Paths", name]
    told = [row[1].value for row in book[name].iter_rows()]
    assert json.loads(str(told[0])) == question
    assert told[1:] == ["Shop", "2024-03-01T00:00:00Z", 1200, "UTC"]


def test_long_texts_and_long_numbers_are_kept_as_far_as_a_cell_can() -> None:
    sheet = opened(table({"a": "text", "b": "number"}, ["x" * 40_000, 12345678901234567])).worksheets[0]
    assert len(str(sheet["A2"].value)) == 32_767
    assert sheet["B2"].value == "12345678901234567"


def test_more_rows_than_a_sheet_holds_are_refused_with_a_way_out() -> None:
    with pytest.raises(CestaError, match="a sheet holds") as error:
        as_workbook(table({"a": "text"}, *[["x"]] * (MOST_ROWS + 1)), "Shop", UTC)
    assert "CSV" in str(error.value.hint)


@given(st.text(max_size=40))
def test_any_name_becomes_a_name_that_a_sheet_may_have(name: str) -> None:
    opened_again = openpyxl.Workbook()
    fit = sheet_name(name)
    opened_again.create_sheet(fit)
    assert 1 <= len(fit) <= 31
    assert not fit.startswith("'")


def test_a_file_of_either_kind_is_saved_for_a_workspace(tmp_path: object) -> None:
    wanted = table({"a": "text"}, ["x"])
    with Workspace.create(tmp_path / "shop", name="Shop") as workspace:  # type: ignore[operator]
        assert saved(workspace, wanted).startswith(b"PK")
        assert saved(workspace, table({"a": "text"}, ["x"], format="csv")) == b"\xef\xbb\xbfa\r\nx\r\n"
