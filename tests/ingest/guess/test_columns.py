"""Columns are judged by their values first and their names second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.columns import Facts, understand


def facts(name: str, values: list[str], kind: str = "VARCHAR") -> Facts:
    counts = {value: values.count(value) for value in values}
    return Facts(name, kind, len(values), len(values), len(counts), counts)


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("id", ["001", "002", "010"], "id"),
        ("amount", ["1 234,50 zł", "-3,00 zł"], "number"),
        ("flag", ["0", "1", "0"], "flag"),
        ("potvrzeno", ["ano", "ne"], "flag"),
        ("when", ["2024-01-01", "2024-01-02"], "moment"),
        ("ts", ["1700000000", "1700000600"], "moment"),
        ("hour", ["10:00", "11:30:05"], "clock"),
        ("year", ["2023", "2024"], "part"),
        ("month", ["1", "12"], "part"),
        ("colour", ["red"] * 20 + ["blue"] * 20, "category"),
        ("review", [f"This was a long story, number {n} of many." for n in range(40)], "text"),
        ("InvoiceNo", ["536365", "C536366", "536367"], "id"),
        ("order_count", ["1", "2", "3", "4"], "number"),
        ("arrival_date_week_number", ["27", "28", "29"], "number"),
        ("lead_time", ["1", "2", "3"], "number"),
    ],
)
def test_kinds(name: str, values: list[str], kind: str) -> None:
    assert understand(facts(name, values)).kind == kind


def test_words_for_nothing_are_nothing_but_na_is_a_name() -> None:
    column = understand(facts("customer", ["NULL", "NA", "ann", "bob"]))
    assert (column.nulls, column.filled) == (("NULL",), 3)


def test_decimals_after_a_comma() -> None:
    assert understand(facts("price", ["1.234,50", "1.234"])).comma
    assert not understand(facts("price", ["1,234.50", "1,234"])).comma


@given(st.text(), st.dictionaries(st.text(), st.integers(1, 5), max_size=5))
def test_any_values_are_understood(name: str, values: dict[str, int]) -> None:
    total = sum(values.values())
    column = understand(Facts(name, "VARCHAR", total, total, len(values), values))
    assert (column.kind == "empty") == (not column.values)
