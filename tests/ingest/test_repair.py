"""A rule is about exactly what it says, and changes nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.repair import apply, edited, mended, read_as, read_number, read_rule, rule_document
from cesta.model.errors import CestaError

ROW = {
    "event": "buy",
    "customer": "n/a",
    "time": "31.02.2024",
    "id": "7",
    "properties": {"price": "1 234,50", "a.b": 1},
}


@pytest.mark.parametrize(
    ("rule", "field", "after"),
    [
        ({"field": "customer", "value": "n/a", "becomes": None}, "customer", None),
        ({"field": "customer", "value": "n/a", "becomes": {"from": "id"}}, "customer", "7"),
        ({"field": "time", "value": "31.02.2024", "becomes": "29.02.2024"}, "time", "29.02.2024"),
        ({"field": "time", "pattern": "31.02.*", "becomes": "29.02.*"}, "time", "29.02.2024"),
        ({"field": "id", "value": 7, "becomes": 8}, "id", 8),
    ],
)
def test_a_rule_changes_its_field(rule: dict[str, object], field: str, after: object) -> None:
    assert apply(read_rule(rule), ROW) == {**ROW, field: after}


@pytest.mark.parametrize(
    ("rule", "after"),
    [
        ({"field": "properties.price", "value": "1 234,50", "becomes": {"decimal": ","}}, {"price": 1234.5, "a.b": 1}),
        ({"field": "properties.price", "pattern": "*", "becomes": {"into": "properties.cost"}},
         {"cost": "1 234,50", "a.b": 1}),
        ({"field": "properties.a.b", "value": 1, "becomes": True}, {"price": "1 234,50", "a.b": True}),
    ],
)  # fmt: skip
def test_properties(rule: dict[str, object], after: dict[str, object]) -> None:
    assert apply(read_rule(rule), ROW) == {**ROW, "properties": after}


def test_what_a_rule_is_not_about_stays_the_same_object() -> None:
    for rule in (
        {"field": "customer", "value": "N/A", "becomes": None},
        {"field": "customer", "value": None, "becomes": "walk-in"},
        {"field": "time", "value": "31.02.2024", "becomes": {"time": "%d.%m.%Y"}},
        {"field": "time", "pattern": "31.02", "becomes": "x"},
    ):
        assert apply(read_rule(rule), ROW) is ROW


def test_rules_by_reason_wait_for_their_reason() -> None:
    rule = read_rule({"field": "customer", "reason": "no_customer", "becomes": "walk-in"})
    assert mended([rule], ROW) is ROW
    assert mended([rule], ROW, "no_customer", "time") is ROW
    assert mended([rule], ROW, "no_customer", "customer") == {**ROW, "customer": "walk-in"}


def test_a_field_that_is_not_known_goes_where_it_belongs() -> None:
    rule = read_rule({"field": "when", "reason": "unknown_field", "becomes": {"into": "ts"}})
    assert mended([rule], {"when": "2024-01-01", "event": "buy"}, "unknown_field", "when") == {
        "event": "buy", "ts": "2024-01-01"}  # fmt: skip


def test_by_hand() -> None:
    assert edited(ROW, {"customer": "ann", "properties.price": 3}) == {
        **ROW, "customer": "ann", "properties": {"price": 3, "a.b": 1}}  # fmt: skip


@pytest.mark.parametrize(
    "given_",
    [
        None, {}, {"field": "time"}, {"field": "time", "becomes": 1}, {"field": 3, "value": 1, "becomes": 1},
        {"field": "time", "value": 1, "pattern": "*", "becomes": 1}, {"field": "time", "reason": None, "becomes": 1},
        {"field": "time", "value": 1, "becomes": {"decimal": "x"}},
        {"field": "time", "value": 1, "becomes": {"time": ""}},
        {"field": "time", "value": 1, "becomes": [1]}, {"field": "time", "value": [1], "becomes": 1},
        {"field": "time", "valeu": 1, "becomes": 1},
    ],
)  # fmt: skip
def test_what_is_no_rule_says_what_one_is(given_: object) -> None:
    with pytest.raises(CestaError, match="bad_rule") as told:
        read_rule(given_)
    assert "pattern" in str(told.value)


@given(st.fixed_dictionaries({
    "field": st.text(min_size=1, max_size=5),
    "becomes": st.none() | st.text(max_size=5) | st.integers() | st.sampled_from([{"time": "%Y"}, {"from": "id"}]),
}), st.sampled_from(["value", "pattern", "reason"]), st.text(max_size=5))  # fmt: skip
def test_a_rule_is_written_as_it_was_read(document: dict[str, object], kind: str, text: str) -> None:
    rule = read_rule({**document, kind: text})
    assert read_rule(rule_document(rule)) == rule
    assert rule_document(rule) == {**document, kind: text}


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 99),
    st.sampled_from(" '\u00a0\u202f"),
    st.sampled_from(["", " zł", "€", " Kč"]),
)
def test_numbers_in_many_styles(whole: int, cents: int, between: str, unit: str) -> None:
    value = float(f"{whole}.{cents:02d}")
    grouped = f"{whole:,}".replace(",", between)
    assert read_number(f"{grouped},{cents:02d}{unit}", ",") == value
    assert read_number(f"{unit}{whole:,}.{cents:02d}", ".") == value


@pytest.mark.parametrize(
    "text", ["", "-", "1,2,3", "1.23.456", "12x34", "twelve", "(5", "1 23", "2024-01-05", "31.01.2024"]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text, ".") is None
    assert read_number(text, ",") is None


def test_times() -> None:
    assert read_as("5. 3. 2024 07:08:09", "%d. %m. %Y %H:%M:%S") == "2024-03-05T07:08:09"
    assert read_as("2024-03-05", "%d.%m.%Y") is None
