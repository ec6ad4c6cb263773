"""Who is who, by what messages say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.store.people import People

IDS = st.sampled_from(["ann", "bob", "x1", "x2", ""])
MESSAGES = st.lists(st.fixed_dictionaries({"user_id": IDS, "anonymous_id": IDS, "previous_id": IDS}), max_size=8)


def heard(*pairs: tuple[str, str]) -> People:
    people = People()
    people.hear({"user_id": user, "anonymous_id": other} for user, other in pairs)
    return people


def test_the_first_to_claim_an_id_has_it() -> None:
    people = heard(("ann", "x1"), ("bob", "x1"), ("bob", "x2"))
    assert [people.customer(one) for one in ("x1", "x2", "ann", "never seen")] == ["ann", "bob", "ann", "never seen"]


def test_customers_join_with_all_their_ids() -> None:
    people = heard(("ann", "x1"), ("eva", "ann"), ("eva", "x2"))
    assert dict(people.joined) == {"x1": "eva", "ann": "eva", "x2": "eva"}


def test_no_circles() -> None:
    people = heard(("ann", "bob"), ("bob", "ann"), ("ann", "ann"))
    assert dict(people.joined) == {"bob": "ann"}


def test_ids_that_name_nobody_join_nobody() -> None:
    people = heard(("ann", "null"), ("ann", "00-0"), ("undefined", "x1"), ("", "x2"), ("ann", "Anonymous"))
    assert dict(people.joined) == {}


@given(MESSAGES, st.integers(0, 8))
def test_heard_at_once_or_in_parts(messages: list[dict[str, str]], cut: int) -> None:
    people, parts = People(), People()
    people.hear(messages)
    parts.hear(messages[:cut])
    seen = dict(parts.joined)
    before = parts.version
    parts.hear(messages[cut:])
    assert dict(parts.joined) == dict(people.joined) == people.since(0)
    assert seen | parts.since(before) == dict(people.joined)
    assert not set(people.joined.values()) & set(people.joined)
