"""CSV keeps every text and runs none; cells are what their column says."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.tables_out import RUNS, Cell, Column, Kind, TableWanted, as_csv, check, safe, typed_rows
from cesta.model.errors import CestaError

PRAGUE = ZoneInfo("Europe/Prague")
DANGEROUS = "=+-@\t\r\n＝＋－＠"
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20) | st.text(DANGEROUS + "'1;,\" ", max_size=6)


def table(columns: dict[str, Kind], *rows: Sequence[Cell], language: str = "en") -> TableWanted:
    return TableWanted(
        "T", [Column(name, kind) for name, kind in columns.items()], [[*row] for row in rows], "csv", language
    )


def lines(wanted: TableWanted) -> list[list[str]]:
    text = as_csv(wanted, PRAGUE).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if wanted.language != "en" else ","))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5), st.sampled_from(["en", "pl", "cs", "ru"]))
def test_any_texts_come_back_and_none_begins_a_formula(rows: list[tuple[str, str]], language: str) -> None:
    wanted = table({"=a": "text", "b": "text"}, *rows, language=language)
    head, *found = lines(wanted)
    assert head == ["'=a", "b"]
    assert not [cell for row in (head, *found) for cell in row if cell.startswith(tuple(DANGEROUS))]
    back = [tuple(cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell for cell in row) for row in found]
    # An empty row of one column is the one thing that CSV cannot tell; here there are two.
    assert back == rows


@given(TEXTS, TEXTS)
def test_two_texts_made_safe_stay_two(one: str, other: str) -> None:
    assert (safe(one) == safe(other)) == (one == other)


@given(st.floats(-1e9, 1e9), st.integers(-(10**9), 10**9))
def test_numbers_stay_numbers_with_the_decimal_sign_of_the_language(share: float, count: int) -> None:
    for language, sign in {"en": ".", "cs": ","}.items():
        (_, found) = lines(table({"a": "share", "b": "number"}, [share, count], language=language))
        assert (float(found[0].replace(sign, ".")), int(found[1])) == (share, count)
        assert sign == "." or "." not in found[0]


def test_a_file_begins_with_the_mark_of_utf_8_and_has_the_separator_of_its_language() -> None:
    rows: list[list[Cell]] = [["Žofie", 0.5, "2024-02-29T09:30:00Z", None, True]]
    kinds: dict[str, Kind] = {"kdo": "text", "podíl": "share", "kdy": "time", "den": "day", "ano": "text"}
    told = as_csv(table(kinds, *rows, language="cs"), PRAGUE)
    assert told.startswith(b"\xef\xbb\xbf")
    assert told.decode("utf-8-sig") == "kdo;podíl;kdy;den;ano\r\nŽofie;0,5;2024-02-29 10:30:00;;true\r\n"
    assert as_csv(table(kinds, *rows), PRAGUE).decode("utf-8-sig").endswith("Žofie,0.5,2024-02-29 10:30:00,,true\r\n")


def test_days_and_times_are_typed_on_the_clock_of_the_workspace() -> None:
    wanted = table({"d": "day", "t": "time"}, ["2024-07-01", "2024-06-30T22:30:00+00:00"], ["2024-07-01T05:00", None])
    assert typed_rows(wanted, PRAGUE) == [
        [dt.date(2024, 7, 1), dt.datetime.fromisoformat("2024-07-01 00:30")],
        [dt.date(2024, 7, 1), None],
    ]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (TableWanted("T", [], []), "no columns"),
        (table({"a": "text"}, ["x", "y"]), "Row 1 has 2 cells for 1 columns"),
        (table({"a": "text"}, language="de"), 'no language "de"'),
        (table({"a": "text"}, ["x"], []), "Row 2 has 0 cells"),
    ],
)
def test_a_table_that_is_none_says_why(wanted: TableWanted, words: str) -> None:
    with pytest.raises(CestaError, match=words) as error:
        check(wanted)
    assert error.value.code == "bad_table"


@pytest.mark.parametrize(("kind", "cell"), [("day", "soon"), ("time", 5), ("share", "half"), ("number", "7")])
def test_a_cell_of_another_kind_is_named(kind: Kind, cell: Cell) -> None:
    with pytest.raises(CestaError, match=r'Row 1, column "a"'):
        typed_rows(table({"a": kind}, [cell]), PRAGUE)
