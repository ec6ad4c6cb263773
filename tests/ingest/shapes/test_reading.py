"""What a shape reads of a cell: numbers of telephones, people, lengths, choices."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.columns import Facts, understand
from cesta.ingest.macros import MACROS
from cesta.ingest.shapes.document import Field
from cesta.ingest.shapes.reading import cell_sql, detail_sql

CONNECTION = duckdb.connect(":memory:")
for macro in MACROS:
    CONNECTION.execute(macro)


def read(sql: str, value: str | None) -> object:
    row = CONNECTION.execute(f"select {sql} from (select ?::varchar as x)", [value]).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize(
    ("written", "zone", "number"),
    [
        ("+48 501-234-567", "Europe/Warsaw", "+48501234567"),
        ("0048501234567", "Europe/Prague", "+48501234567"),
        ("(501) 234 567", "Europe/Warsaw", "+48501234567"),
        ("420601234567", "Europe/Prague", "+420601234567"),
        ("8 (912) 345-67-89", "Europe/Moscow", "+79123456789"),
        ("501 234 567", "UTC", "501234567"),
        ("Zastrzeżony", "Europe/Warsaw", None),
        ("112", "Europe/Warsaw", "112"),
        ("", "Europe/Warsaw", None),
    ],
)
def test_one_telephone_is_one_number(written: str, zone: str, number: str | None) -> None:
    known = understand(Facts("x", "VARCHAR", 1, 1, 1, {written: 1}))
    assert read(cell_sql(Field("x", "phone"), known, zone), written) == number


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Ann <ANN@Mail.example>", "ann@mail.example"),
        (" C-1001 ", "C-1001"),
        ("+48 501 234 567", "+48501234567"),
        ("100-200-300", "100-200-300"),
        ("", None),
    ],
)
def test_people_are_named_as_they_are_known(written: str, who: str | None) -> None:
    assert read("person(x, '48')", written) == who


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_a_length_is_seconds_however_it_is_written(hours: int, minutes: int, seconds: int) -> None:
    whole = hours * 3600 + minutes * 60 + seconds
    ways = (f"{hours}:{minutes:02}:{seconds:02}", f"{whole}", f"{hours} h {minutes} min {seconds} s")
    assert [read("seconds(x)", way) for way in (*ways, f"{hours}ч {minutes}мин {seconds}с")] == [whole] * 4


@given(st.text(max_size=12))
def test_any_text_can_be_read(text: str) -> None:
    for sql in ("seconds(x)", "phone(x, '48')", "person(x, '7')"):
        read(sql, text.replace("\0", ""))


def test_a_choice_is_known_by_its_words_and_kept_when_it_is_not() -> None:
    field = Field("x", "choice", values={"in": "incoming | Příchozí", "out": "outgoing"})
    known = understand(Facts("x", "VARCHAR", 1, 1, 1, {"a": 1}))
    sql = cell_sql(field, known, "UTC")
    assert [read(sql, value) for value in ("PŘÍCHOZÍ", " in ", "Internal", "", None)] == [
        "in",
        "in",
        "internal",
        None,
        None,
    ]


def test_details_are_read_as_what_they_are() -> None:
    known = understand(Facts("x", "VARCHAR", 2, 2, 2, {"1,50": 1, "2,25": 1}))
    assert detail_sql("cost", Field("x", "number"), known) == "number(cost, ',')"
    assert detail_sql("group", Field("x"), known) == '"group"'
    assert cell_sql(Field("x", "length"), known, "UTC") == "seconds(x)"
