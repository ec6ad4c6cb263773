"""Rows keep their numbers; totals and remarks at the bottom are cut off, data that look a little like them are not."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files import sheet_rows
from cesta.ingest.files.sheet_rows import TAIL, Row, SheetRows

SHORT = 30
HEAD = ["id", "who", "paid", "town"]
FULL: list[list[object]] = [[f"{number:03}", "Jan", 5.0, "Brno"] for number in range(1, 5)]
EMPTY: list[object] = ["", "", "", ""]


def read(lines: list[list[object]], **options: object) -> tuple[list[Row], SheetRows]:
    rows = SheetRows([HEAD, *lines], 0, **options)  # type: ignore[arg-type]
    return [row for stretch in rows.stretches() for row in stretch], rows


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers() -> None:
    found, _ = read([FULL[0], EMPTY, [" ", "", "", ""], FULL[1]])
    assert found == [(2, FULL[0]), (5, FULL[1])]


@pytest.mark.parametrize("word", ["Suma", "Celkem:", "Итого", "TOTAL", "Razem", "Grand total", "всего"])
@pytest.mark.parametrize("gap", [False, True])
def test_a_total_is_cut_off_and_kept_to_be_told(word: str, gap: bool) -> None:
    total: list[object] = [word, "", 20.0, ""]
    found, rows = read([*FULL, *([EMPTY] if gap else []), total])
    assert len(found) == 4
    assert rows.totals == [(6 + gap, total)]


def test_a_remark_below_a_gap_or_a_total_is_cut_off() -> None:
    remark: list[object] = ["Exported by the till", "", "", ""]
    found, rows = read([*FULL, ["Suma", "", 20.0, ""], remark])
    assert (len(found), [number for number, _ in rows.remarks], len(rows.totals)) == (4, [7], 1)
    found, rows = read([*FULL, EMPTY, remark])
    assert (len(found), len(rows.remarks)) == (4, 1)


@pytest.mark.parametrize(
    "last", [["Total care shampoo", "Ewa", 3.0, "Łódź"], ["005", "", "", ""], ["Summer", "", 3.0, ""]]
)
def test_data_that_look_a_little_like_it_stay(last: list[object]) -> None:
    found, rows = read([*FULL, last])
    assert (len(found), rows.totals, rows.remarks) == (5, [], [])


def test_a_total_between_data_stays_to_be_judged() -> None:
    found, _ = read([*FULL, ["Suma", "", 20.0, ""], *FULL])
    assert len(found) == 9


def test_cells_merged_downwards_hold_for_all_their_rows() -> None:
    lines: list[list[object]] = [["1", "Jan", 5.0, "Brno"], ["2", "", 6.0, "Brno"], ["3", "", 7.0, "Brno"]]
    found, _ = read(lines, merged=[((1, 1), (2, 1))])
    assert [cells[1] for _, cells in found] == ["Jan", "Jan", ""]


@given(st.integers(0, 3), st.integers(-TAIL - 1, TAIL + 1), st.booleans())
def test_every_row_comes_once_however_many_there_are(stretches: int, more: int, total: bool) -> None:
    count = max(stretches * SHORT + more, 4)
    lines = [[str(number), "Jan", 1.0, "Brno"] for number in range(count)]
    with patch.object(sheet_rows, "STRETCH", SHORT):
        found, rows = read([*lines, *([["Suma", "", 1.0, ""]] if total else [])])
    assert [number for number, _ in found] == list(range(2, count + 2))
    assert len(rows.totals) == total
