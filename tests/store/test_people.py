"""Who is who, by what messages say: whose each id is, and what changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.identity.claims import Claim
from cesta.identity.resolver import Resolver
from cesta.identity.rules import Rules
from cesta.store.people import People

IDS = st.sampled_from(["ann", "bob", "x1", "x2"])
KINDS = st.sampled_from(["user_id", "anonymous_id", "previous_id", "email"])
CLAIMS = st.lists(st.lists(st.tuples(KINDS, IDS), max_size=4), max_size=8)


def claims(*said: list[tuple[str, str]]) -> list[Claim]:
    return [Claim(f"m{place}", place, "shop", str(place), tuple(sorted(ids))) for place, ids in enumerate(said)]


def heard(*pairs: tuple[str, str], kind: str = "anonymous_id") -> People:
    people = People()
    people.hear(claims(*([("user_id", user), (kind, other)] for user, other in pairs)))
    return people


def test_the_first_to_claim_an_id_has_it() -> None:
    people = heard(("ann", "x1"), ("bob", "x1"), ("bob", "x2"))
    assert [people.customer(one) for one in ("x1", "x2", "ann", "never seen")] == ["ann", "bob", "ann", "never seen"]


def test_customers_who_were_called_otherwise_before_keep_all_their_ids() -> None:
    people = heard(("ann", "x1"))
    people.hear(claims([("user_id", "eva"), ("previous_id", "ann")], [("user_id", "eva"), ("anonymous_id", "x2")]))
    assert dict(people.joined) == {"x1": "eva", "ann": "eva", "x2": "eva"}
    assert people.ids_of("x2") == ["ann", "x1", "eva", "x2"]


def test_two_who_have_names_are_not_one_because_a_message_says_so() -> None:
    people = heard(("ann", "x1"), ("bob", "x2"), ("bob", "ann"))
    assert dict(people.joined) == {"x1": "ann", "x2": "bob"}


def test_no_circles() -> None:
    for kind in ("anonymous_id", "previous_id"):
        people = heard(("ann", "bob"), ("bob", "ann"), ("ann", "ann"), kind=kind)
        assert dict(people.joined) == {"bob": "ann"}


def test_ids_that_name_nobody_join_nobody() -> None:
    people = heard(("ann", "null"), ("ann", "00-0"), ("undefined", "x1"), ("", "x2"), ("ann", "Anonymous"))
    assert dict(people.joined) == {}


def test_ids_under_which_no_event_comes_are_nobody_elses() -> None:
    said = claims([("user_id", "ann"), ("email", "ann@mail.example")])
    people, owned = People(), People(owners=frozenset({"email:ann@mail.example"}))
    people.hear(said)
    owned.hear(said)
    assert (dict(people.joined), dict(owned.joined)) == ({}, {"email:ann@mail.example": "ann"})


@given(CLAIMS, st.integers(0, 8))
def test_heard_at_once_or_in_parts(said: list[list[tuple[str, str]]], cut: int) -> None:
    everything, people, parts = claims(*said), People(), People()
    people.hear(everything)
    parts.hear(everything[:cut])
    seen, before = dict(parts.joined), parts.version
    parts.hear(everything[cut:])
    assert dict(parts.joined) == dict(people.joined)
    now = seen | parts.since(before)
    assert {one: whose for one, whose in now.items() if whose is not None} == dict(people.joined)
    assert not set(people.joined.values()) & set(people.joined)


@given(CLAIMS, CLAIMS)
def test_other_rules_change_what_they_change(
    said: list[list[tuple[str, str]]], more: list[list[tuple[str, str]]]
) -> None:
    people = People()
    people.hear(claims(*said))
    seen, before = dict(people.joined), people.version
    other = Resolver(Rules(alias_joins=False, blocked=("x1",)))
    for claim in claims(*more):
        other.hear(claim)
    people.begin(other, frozenset())
    anew = People()
    anew.begin(other, frozenset())
    now = {one: whose for one, whose in (seen | people.since(before)).items() if whose is not None}
    whose = {one: group.name for one, group in other.known.items() if group.name != one}
    assert now == dict(people.joined) == {one: who for one, who in whose.items() if not one.startswith("email:")}
