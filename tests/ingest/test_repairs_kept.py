"""Rules are kept where people can read them, beside their comments, once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.repair import Becomes, Rule, When, read_rule
from cesta.ingest.repairs_kept import drop_rule, keep_rule, rules_beside, rules_in, rules_now, rules_of
from cesta.model.errors import CestaError
from cesta.store.documents import read_document

MAPPING = """\
# Orders of the web shop, exported each Monday.
id: orders
files: {orders: orders.csv}  # in UTF-8
events:
  - event: buy
    from: orders
    customer: who   # the buyer
    time: paid
    time_is: recorded
"""
RULE = read_rule({"field": "time", "value": "31.02.2024", "becomes": "29.02.2024"})
EMPTY = read_rule({"field": "customer", "value": "n/a", "becomes": None})


def test_a_rule_goes_into_the_mapping_and_its_comments_stay(tmp_path: Path) -> None:
    (tmp_path / "mappings").mkdir()
    path = tmp_path / "mappings" / "orders.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    for rule in (RULE, EMPTY, RULE):
        assert keep_rule(tmp_path, "orders", rule) == path
    assert path.read_text(encoding="utf-8") == MAPPING + (
        "repairs:\n"
        "  - {field: time, value: 31.02.2024, becomes: 29.02.2024}\n"
        "  - {field: customer, value: n/a, becomes: null}\n"
    )
    assert rules_of(tmp_path, "orders") == rules_in(path) == (RULE, EMPTY)
    assert drop_rule(tmp_path, "orders", RULE)
    assert not drop_rule(tmp_path, "orders", RULE)
    assert rules_of(tmp_path, "orders") == (EMPTY,)


def test_a_source_without_a_mapping_has_a_document_of_rules(tmp_path: Path) -> None:
    path = keep_rule(tmp_path, "my app/1", EMPTY)
    assert path == tmp_path / "repairs" / "my%20app%2F1.yaml"
    assert read_document(path).data["source"] == "my app/1"
    assert path.read_text(encoding="utf-8").startswith("# Rules that mend what this source sends.")
    assert rules_of(tmp_path, "my app/1") == rules_beside(tmp_path, "my app/1") == (EMPTY,)
    assert rules_of(tmp_path, "other") == ()


def test_whoever_takes_events_has_the_rules_as_they_are_now(tmp_path: Path) -> None:
    assert rules_now(tmp_path, "web") == ()
    path = keep_rule(tmp_path, "web", EMPTY)
    assert rules_now(tmp_path, "web") == rules_now(tmp_path, "web") == (EMPTY,)
    path.write_text("repairs: what?\n", encoding="utf-8")
    assert rules_now(tmp_path, "web") == ()
    path.unlink()
    keep_rule(tmp_path, "web", RULE)
    assert rules_now(tmp_path, "web") == (RULE,)


@pytest.mark.parametrize(("text", "line"), [("repairs: 7\n", 1), ("id: x\nrepairs:\n  - {field: time}\n", 3)])
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "orders.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CestaError, match=f"bad_rule: .*orders.yaml:{line}: "):
        rules_in(path)


@settings(max_examples=25)
@given(st.lists(st.builds(
    Rule,
    st.sampled_from(["time", "properties.a b: c"]),
    st.builds(When, st.sampled_from(["value", "pattern", "reason"]), st.text(st.characters(codec="utf-8"), max_size=6)),
    st.one_of(
        st.builds(Becomes, st.just("value"), st.one_of(
            st.none(), st.booleans(), st.integers(), st.text(st.characters(codec="utf-8"), max_size=6),
            st.sampled_from(["2024-02-29", "12", "null", "yes", "*", "- a", "1_000", "0o17", "~"]),
        )),
        st.builds(Becomes, st.sampled_from(["time", "from"]), st.sampled_from(["%d.%m.%Y %H:%M", "{a}", "#"])),
    ),
), max_size=4, unique=True))  # fmt: skip
def test_whatever_a_rule_says_it_is_read_again_as_it_was(rules: list[Rule]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for rule in rules:
            keep_rule(Path(name), "web", rule)
        assert rules_of(Path(name), "web") == tuple(rules)
