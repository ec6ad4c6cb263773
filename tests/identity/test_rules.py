"""The rules as people write them, and what they are told about mistakes."""

from __future__ import annotations

import pytest

from cesta.identity.rules import DAY, DEFAULT, RULES, Limit, read_limit, rules_of
from cesta.model.errors import CestaError

WRITTEN = {
    "cesta": "identity/1", "country": "PL", "gmail": "alike", "alias": "ignore",
    "limits": {"user_id": 2, "email": "3 monthly"}, "priority": ["card"], "blocked": ["guest-.*"],
    "most_ids": 10, "propose_from": 3,
}  # fmt: skip
WRONG = {
    "/country": {"country": "Poland"},
    "/gmail": {"gmail": "yes"},
    "/limits/email": {"limits": {"email": "five"}},
    "/limits/E-Mail": {"limits": {"E-Mail": 5}},
    "/blocked/0": {"blocked": ["("]},
    "/most_ids": {"most_ids": 1},
    "/bloked": {"bloked": []},
}


def test_what_is_written_holds_and_the_rest_is_as_by_default() -> None:
    rules = rules_of(WRITTEN)
    assert not list(RULES(WRITTEN, ""))
    assert (rules.limit("user_id"), rules.limit("email"), rules.limit("card")) == (
        Limit(2),
        Limit(3, "monthly"),
        Limit(5),
    )
    assert (rules.country, rules.gmail_alike, rules.alias_joins, rules.most_ids, rules.most_merges) == (
        "PL",
        True,
        False,
        10,
        100,
    )
    assert rules.blocks is not None
    assert rules.blocks.fullmatch("GUEST-7")
    assert sorted(["email", "card", "anonymous_id"], key=rules.rank) == ["card", "anonymous_id", "email"]
    assert rules_of({"cesta": "identity/1"}) == rules_of(None) == DEFAULT


@pytest.mark.parametrize(("pointer", "said"), WRONG.items())
def test_mistakes_are_told_where_they_are(pointer: str, said: dict[str, object]) -> None:
    assert [each.pointer for each in RULES({"cesta": "identity/1"} | said, "")] == [pointer]


@pytest.mark.parametrize("value", ["-1", True, "5 daily", None, "1.5"])
def test_what_is_no_limit(value: object) -> None:
    with pytest.raises(CestaError) as told:
        read_limit(value)
    assert told.value.code == "bad_value"


def test_limits_say_themselves_as_they_are_written() -> None:
    assert [str(read_limit(each)) for each in (5, "5 ever", "2 annual")] == ["5", "5", "2 annual"]
    assert DAY == 24 * 3600 * 10**6
