"""Numbers, yes and no, and moments are read from text as people write them."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.macros import MACROS
from cesta.ingest.repair import read_number

CONNECTION = duckdb.connect(":memory:")
for macro in MACROS:
    CONNECTION.execute(macro)


def said(call: str, *values: object) -> object:
    row = CONNECTION.execute(f"select {call}", values).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,50 zł", 1234.5),
        ("1,234.50", 1234.5),
        ("1.234,50 €", 1234.5),
        ("1\u00a0234\u00a0567,8 Kč", 1234567.8),
        ("1'234.5", 1234.5),
        ("-5", -5.0),
        ("−5", -5.0),
        ("5-", -5.0),
        ("(12,00)", -12.0),
        ("$-5.00", -5.0),
        ("-$5.00", -5.0),
        ("₽100", 100.0),
        ("0012", 12.0),
        ("12,5", 12.5),
        ("1e3", 1000.0),
        ("1,234", 1234.0),
        ("1.234", 1.234),
        (" 7 ", 7.0),
        *((text, None) for text in ("", "abc", "12 34", "1,23,4", "(5", "5)", "12:30", "2024-01-05", "inf", "nan")),
        (None, None),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str | None, number: float | None) -> None:
    assert said("number(?)", text) == number


def test_a_decimal_comma_can_be_told() -> None:
    assert said("number(?, ',')", "1,234") == 1.234
    assert said("number(?, ',')", "1.234") == 1234.0
    assert said("number(?, ',')", "1.234,5") == 1234.5
    assert said("number(?, '.')", "1,234") == 1234.0
    assert said("number(5.5)") == 5.5


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(".,"), st.sampled_from(["", " ", "\u00a0", "'"]))
def test_numbers_agree_with_reading_them_one_by_one(value: object, sign: str, between: str) -> None:
    text = f"{value:,.2f}".replace(",", "T").replace(".", sign).replace("T", between)
    assert said("number(?, ?)", text, sign) == float(str(value)) == read_number(text, sign)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9223372036854775807", 2**63 - 1),
        ("-7", -7),
        ("1 000", 1000),
        ("7.0", 7),
        ("7.5", None),
        ("x", None),
        ("", None),
    ],
)
def test_whole_numbers_stay_whole(text: str, number: int | None) -> None:
    assert said("whole(?)", text) == number


@pytest.mark.parametrize(
    ("text", "answer"), [("Tak", True), ("ANO", True), ("нет", False), ("0", False), (" true ", True), ("maybe", None)]
)
def test_yes_and_no_in_four_languages(text: str, answer: bool | None) -> None:
    assert said("flag(?)", text) is answer


def test_moments_are_read_by_their_formats() -> None:
    day = datetime(2024, 1, 5)  # noqa: DTZ001 - a clock on the wall
    assert said("moment(?)", "2024-01-05 00:00:00") == day
    assert said("moment(?, '%d.%m.%Y')", " 05.01.2024 ") == day
    assert said("moment(?, '%Y%m%d', '%d.%m.%Y')", "05.01.2024") == day
    assert said("moment(?, '%Y%m%d', '%d.%m.%Y', '%m/%d/%Y')", "01/05/2024") == day
    assert said("moment(?, '%d.%m.%Y')", "31.02.2024") is None
