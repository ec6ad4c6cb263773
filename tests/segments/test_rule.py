"""Rules of segments, against a count by hand for any events."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.segments.rule import members, read_rule
from cesta.store.columns import Columns, from_events

SHOP = (("ann", "visit", 5), ("ann", "visit", 50), ("ann", "buy", 50), ("bob", "visit", 5), ("cid", "buy", 9))


def columns(rows: Any = SHOP) -> Columns:
    return from_events(
        [Event("t", str(place), who, name, place, {"price": price}) for place, (who, name, price) in enumerate(rows)]
    )


def nobody(name: str) -> Any:
    raise AssertionError(name)


def names(rule: object, rows: Any = SHOP, resolve: Any = nobody) -> list[str]:
    data = columns(rows)
    return [data.customers[place] for place in members(rule, data, resolve)]


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
        ({"not": {"did": "visit"}}, ["cid"]),
        ({"any": [{"did": "visit", "at_least": 2}, {"customers": ["cid"]}]}, ["ann", "cid"]),
        ({"all": [{"did": "visit"}, {"did": "buy"}]}, ["ann"]),
        ({"customers": ["zoe", "bob"]}, ["bob"]),
    ],
)
def test_rules(rule: object, expected: list[str]) -> None:
    assert names(rule) == expected


def test_another_segment() -> None:
    def resolve(_: str) -> Any:
        return np.array([2])

    assert names({"not": {"segment": "other"}}, resolve=resolve) == ["ann", "bob"]


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
    ],
)
def test_a_bad_rule_is_refused(rule: object, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        read_rule(rule)
    assert caught.value.code == code


ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["visit", "buy"]), st.integers(0, 20)), min_size=1, max_size=25
)


@given(ROWS, st.integers(0, 4), st.integers(0, 20), st.sampled_from([0.0, 0.25, 0.5, 1.0]))
def test_counts_and_shares_agree_with_counting(rows: Any, least: int, price: int, share: float) -> None:
    everybody = sorted({who for who, _, _ in rows})
    dear = {who: sum(w == who and p >= price for w, _, p in rows) for who in everybody}
    visits = {who: sum((w, n) == (who, "visit") for w, n, _ in rows) for who in everybody}
    both = {who: sum((w, n) == (who, "visit") and p >= price for w, n, p in rows) for who in everybody}
    condition = {"where": f"price >= {price}"}
    assert names({"did": condition, "at_least": least}, rows) == [who for who in everybody if dear[who] >= least]
    rule = {"share": {"did": condition, "of": "visit", "at_least": share}}
    assert names(rule, rows) == [who for who in everybody if visits[who] and both[who] / visits[who] >= share]
