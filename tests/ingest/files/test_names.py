"""Names of tables and columns fit SQL and stay apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files.names import distinct_columns, free_path, kind_of, table_name


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Objednávky – leden.csv", "objednavky_leden"),
        ("ŁÓDŹ.CSV.GZ", "lodz"),
        ("Заказы йод.xlsx", "zakazy_jod"),
        ("2024-01.csv", "t_2024_01"),
        ("_.csv", "table"),
    ],
)
def test_a_table_is_named_after_its_file(name: str, table: str) -> None:
    assert table_name(Path(name)) == table


@given(st.text(max_size=20).filter(lambda text: "/" not in text and "\0" not in text))
def test_any_name_makes_a_table(name: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", table_name(Path(f"x/{name}.csv")))


def test_how_a_file_is_compressed_is_no_kind() -> None:
    assert [kind_of(Path(name)) for name in ("a.csv.gz", "a.JSON", "a.gz", "a")] == [".csv", ".json", "", ""]


@given(st.lists(st.none() | st.text(st.sampled_from("aA_2 file"), max_size=6), max_size=8))
def test_columns_are_told_apart_for_sql(names: list[str | None]) -> None:
    found, _ = distinct_columns(names)
    assert len(found) == len(names)
    assert len({name.casefold() for name in found} | {"_row", "_file"}) == len(found) + 2


def test_what_was_changed_in_a_header_is_said() -> None:
    columns, notes = distinct_columns(["id", "id", " ", "_row", "a\nb"])
    assert columns == ("id", "id_2", "column_3", "_row_2", "a b")
    assert [(note.code, note.text) for note in notes] == [
        ("empty_name", "Columns without a name were called column_3."),
        ("same_name", "Columns of the same name were told apart as id_2, _row_2."),
    ]


def test_a_copy_takes_no_others_place(tmp_path: Path) -> None:
    first = free_path(tmp_path, "a")
    first.touch()
    assert free_path(tmp_path, "a") != first
