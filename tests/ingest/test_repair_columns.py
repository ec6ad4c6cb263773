"""A rule does to a column what it does to each row of it."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.repair import Becomes, Rule, When, mended, read_rule, value_at
from cesta.ingest.repair_columns import mend

FIELDS = ("customer", "time", "properties.note")
TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "n/a", "a+b", "ID 7", "ID ", "31.01.2024", "1 234,50", "x\ny"]),
    st.text(max_size=4),
)
PATTERNS = st.sampled_from(["*", "ID *", "*a*b*", "* *", "n/a", "(*", "*\\"])
WHENS = st.one_of(
    st.builds(When, st.just("value"), TEXTS),
    st.builds(When, st.just("pattern"), PATTERNS),
    st.builds(When, st.just("reason"), st.sampled_from(["no_customer", "bad_time"])),
)
BECOMES = st.one_of(
    st.builds(Becomes, st.just("value"), st.one_of(TEXTS, PATTERNS)),
    st.builds(Becomes, st.just("time"), st.sampled_from(["%d.%m.%Y", "%Y"])),
    st.builds(Becomes, st.just("from"), st.sampled_from(FIELDS)),
)
RULES = st.lists(st.builds(Rule, st.sampled_from(FIELDS), WHENS, BECOMES), max_size=4)
FAILS = st.sampled_from([(None, None), ("no_customer", "customer"), ("bad_time", "time")])


@given(RULES, st.lists(st.tuples(TEXTS, TEXTS, TEXTS, FAILS), min_size=1, max_size=8))
def test_columns_agree_with_rows(
    rules: list[Rule], rows: list[tuple[str | None, str | None, str | None, tuple[str | None, str | None]]]
) -> None:
    table = pa.table({name: pa.array([row[place] for row in rows], pa.string()) for place, name in enumerate(FIELDS)})
    codes, fields = (pa.array([row[3][place] for row in rows], pa.string()) for place in (0, 1))
    found, again = mend(rules, table), mend(rules, table, codes, fields)
    for place, (customer, time, note, failed) in enumerate(rows):
        raw = {"customer": customer, "time": time, "properties": {"note": note}}
        assert [found[name][place].as_py() for name in FIELDS] == [value_at(mended(rules, raw), n) for n in FIELDS]
        if failed[0] is not None:
            raw_again = mended(rules, raw, *failed)
            assert [again[name][place].as_py() for name in FIELDS] == [value_at(raw_again, n) for n in FIELDS]
        else:
            assert [again[name][place].as_py() for name in FIELDS] == [customer, time, note]


def test_rules_by_reason_rest_without_reasons() -> None:
    table = pa.table({"customer": pa.array([None, "ann"], pa.string())})
    rule = read_rule({"field": "customer", "reason": "no_customer", "becomes": "walk-in"})
    assert mend([rule], table) is table


def test_numbers_and_kinds_that_differ() -> None:
    table = pa.table({"properties.price": [1.5, 2.0, None], "properties.size": pa.nulls(3)})
    rules = [
        read_rule({"field": "properties.price", "value": 1.5, "becomes": "free"}),
        read_rule({"field": "properties.size", "value": None, "becomes": {"from": "properties.price"}}),
        read_rule({"field": "properties.colour", "value": None, "becomes": "red"}),
        read_rule({"field": "properties.size", "value": "free", "becomes": {"into": "properties.note"}}),
    ]
    assert mend(rules, table).to_pylist() == [
        {"properties.price": "free", "properties.size": None, "properties.colour": "red", "properties.note": "free"},
        {"properties.price": "2.0", "properties.size": "2.0", "properties.colour": "red", "properties.note": None},
        {"properties.price": None, "properties.size": None, "properties.colour": "red", "properties.note": None},
    ]
    decimal = read_rule({"field": "p", "pattern": "*", "becomes": {"decimal": ","}})
    assert mend([decimal], pa.table({"p": ["1,5", "2 000,25"]}))["p"].to_pylist() == [1.5, 2000.25]
