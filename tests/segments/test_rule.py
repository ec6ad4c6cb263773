"""Rules in documents: counts by hand, what is refused, and the way to a tree and back."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest
from chances import above
from hypothesis import given, settings

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.segments.rule import document_of, read_rule, rule_shape
from cesta.segments.shelf import members
from cesta.segments.tree import Rule
from cesta.store.columns import from_events

SHOP = (("ann", "visit", 5), ("ann", "visit", 50), ("ann", "buy", 50), ("bob", "visit", 5), ("cid", "buy", 9))
DATA = from_events([Event("t", str(at), who, name, at, {"price": price}) for at, (who, name, price) in enumerate(SHOP)])


def names(rule: object, **others: object) -> list[str]:
    rules = {name: read_rule(other) for name, other in others.items()}
    return [DATA.customers[place] for place in members(read_rule(rule), DATA, 100, rules, UTC)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"did": {"event": "visit"}}, ["ann", "bob"]),
        ({"did": "visit", "at_least": 2}, ["ann"]),
        ({"did": "visit", "at_most": 1}, ["bob", "cid"]),
        ({"did": "visit", "at_least": 1, "at_most": 1}, ["bob"]),
        ({"did": {"event": "visit", "where": "price > 10"}}, ["ann"]),
        ({"share": {"did": "buy", "of": {}, "at_least": 0.34}}, ["cid"]),
        ({"share": {"did": {"where": "price > 10"}, "of": "visit", "at_least": 0.5}}, ["ann"]),
        ({"share": {"did": "buy", "of": "never", "at_least": 0}}, []),
        ({"sum": "price", "at_least": 100}, ["ann"]),
        ({"average": "price", "of": "visit", "below": 10}, ["bob"]),
        ({"different": "price", "is": 2}, ["ann"]),
        ({"trait": "price = 50"}, ["ann"]),
        ({"trait": {"price": 9}, "of": "buy"}, ["cid"]),
        ({"sequence": ["visit", "visit", "buy"]}, ["ann"]),
        ({"sequence": ["visit", {"not": "buy", "within": "1s"}]}, []),
        ({"not": {"did": "visit"}}, ["cid"]),
        ({"any": [{"did": "visit", "at_least": 2}, {"customers": ["cid"]}]}, ["ann", "cid"]),
        ({"all": [{"did": "visit"}, "did buy"]}, ["ann"]),
        ({"customers": ["zoe", "bob"]}, ["bob"]),
        ("did visit and not did buy", ["bob"]),
    ],
)
def test_rules(rule: object, expected: list[str]) -> None:
    assert names(rule) == expected


def test_another_segment() -> None:
    assert names({"not": {"segment": "other"}}, other="did buy at most 0 times") == ["ann", "cid"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ({"dit": "visit"}, "bad_rule"),
        ({"did": "visit", "not": {"did": "x"}}, "bad_rule"),
        ("visit", "bad_rule"),
        ({"any": []}, "bad_rule"),
        ({"did": "visit", "at_leest": 3}, "unknown_field"),
        ({"did": {"where": "price >"}}, "bad_condition"),
        ({"share": {"did": "a", "of": "b"}}, "missing_field"),
        ({"all": [{"did": "a"}, {"not": {"did": "b", "at_least": "many"}}]}, "bad_value"),
        ({"did": "a", "in_last": "0d"}, "bad_duration"),
        ({"did": "a", "in_last": "-3d"}, "bad_duration"),
        ({"did": "a", "in_last": "2d", "ago": "2d"}, "bad_rule"),
        ({"did": "a", "from": "2024-02-01", "to": "2024-01-01"}, "bad_rule"),
        ({"did": "a", "from": "2024-02-31"}, "bad_time"),
        ({"sum": "price", "of": "buy"}, "bad_rule"),
        ({"sum": "price", "above": 1, "below": 2}, "bad_rule"),
        ({"sequence": []}, "bad_rule"),
        ({"sequence": [{"not": "a", "within": "1d"}]}, "bad_rule"),
        ({"sequence": ["a", {"not": "b"}]}, "bad_rule"),
        ({"sequence": ["a", {"not": "b", "within": "1d"}, {"not": "c", "within": "1d"}]}, "bad_rule"),
        ({"sequence": ["a", {"did": "b", "not": "c"}]}, "bad_rule"),
        ({"sequence": ["a", {"did": "b", "times": 1.5}]}, "bad_rule"),
    ],
)
def test_a_bad_rule_is_refused(rule: object, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        read_rule(rule)
    assert caught.value.code == code


def test_a_rule_nested_without_end_is_refused() -> None:
    rule: Any = {"did": "a"}
    for _ in range(150):
        rule = {"not": rule}
    assert [complaint.message for complaint in rule_shape(rule, "")] == ["It is nested too deeply."]


@settings(max_examples=50)
@given(above)
def test_documents_say_what_trees_say(rule: Rule) -> None:
    assert repr(read_rule(document_of(rule))) == repr(rule)
