"""The header of a table is found under its titles, or missed."""

from __future__ import annotations

import pytest

from cesta.ingest.files.header import Cells, find_header

DATA: list[Cells] = [("1", "2024-01-05", "x"), ("2", "2024-01-06", "y")]


@pytest.mark.parametrize(
    ("above", "first", "codes"),
    [
        ([], 1, []),
        ([("Orders of January",)], 2, ["title_rows"]),
        ([("Orders", None, None), ()], 3, ["title_rows"]),
    ],
)
def test_titles_above_the_header_are_passed(above: list[Cells], first: int, codes: list[str]) -> None:
    found = find_header([*above, ("id", "paid", "note"), *DATA])
    assert (found.columns, found.first, found.width) == (("id", "paid", "note"), first, 3)
    assert [note.code for note in found.notes] == codes


def test_a_table_without_a_header_keeps_its_first_row() -> None:
    found = find_header(DATA)
    assert (found.columns, found.first) == (("column_1", "column_2", "column_3"), 0)
    assert [note.code for note in found.notes] == ["no_header"]


@pytest.mark.parametrize(
    "rows",
    [
        [("id", "2023", "2024"), ("a", "5", "6")],
        [("name", "city"), ("Ann", "Brno")],
        [("id", "paid", "note")],
        [("id", None, "note"), ("1", "x", "y")],
    ],
)
def test_names_are_a_header(rows: list[Cells]) -> None:
    assert find_header(rows).first == 1


def test_no_rows_have_no_header() -> None:
    assert find_header([]).width == 0
    assert find_header([(), ()]).width == 0
