"""Who is who: against a slow resolver, in every order of decisions, and with what clients send by mistake."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.identity.witness import Slow

from cesta.identity.claims import Claim, Id
from cesta.identity.decisions import Decision, decided
from cesta.identity.resolver import Resolver
from cesta.identity.rules import DEFAULT, Limit, Rules

DAY = 86_400_000_000
USERS, DEVICES, MAILS = ("ann", "bob", "eva"), ("x1", "x2", "x3"), ("a@mail.example", "b@mail.example")
IDS = st.one_of(
    st.tuples(st.just("user_id"), st.sampled_from(USERS)),
    st.tuples(st.just("anonymous_id"), st.sampled_from(DEVICES)),
    st.tuples(st.just("email"), st.sampled_from(MAILS)),
    st.tuples(st.just("card"), st.sampled_from(("c1", "c2"))),
)
SAID = st.lists(st.tuples(st.lists(IDS, min_size=1, max_size=5), st.integers(0, 20)), max_size=15)
KEYS = st.sampled_from([*USERS, *DEVICES, *(f"email:{mail}" for mail in MAILS), "card:c1", "card:c2"])
PAIRS = st.lists(st.tuples(KEYS, KEYS).filter(lambda pair: pair[0] != pair[1]), max_size=3)
LIMITS = {"user_id": (1, False), "email": (2, False), "anonymous_id": (1, True), "card": (1, False)}
RULES = Rules(limits={kind: Limit(most, "weekly" if weekly else "ever") for kind, (most, weekly) in LIMITS.items()})


def claims(said: Sequence[Any]) -> list[Claim]:
    return [
        Claim(f"m{place}", days * DAY, "shop", f"id{place}", tuple(sorted(set(ids))))
        for place, (ids, days) in enumerate(said)
    ]


def decision(
    seq: int, kind: Any, *groups: Sequence[str], merge: str | None = None, back: int | None = None
) -> Decision:
    ids = tuple(tuple(Id("", key) for key in group) for group in groups)
    return Decision(seq, kind, ids, 10**9, "ann", 0, merge, back)


def resolved(said: Sequence[Claim], decisions: Sequence[Decision] = (), rules: Rules = DEFAULT) -> Resolver:
    resolver = Resolver(rules, decided(decisions))
    for claim in said:
        resolver.hear(claim)
    return resolver


def people(resolver: Resolver) -> set[frozenset[str]]:
    return {frozenset(group.ids) for group in resolver.groups()}


def undo(resolver: Resolver, place: int, seq: int) -> Decision:
    merge = resolver.merges[place]
    return Decision(seq, "undo", merge.ids, 0, "ann", 0, merge.id)


@given(SAID, PAIRS, PAIRS, st.lists(KEYS, max_size=1))
def test_agrees_with_a_slow_one(said: Any, doubted: Any, apart: Any, shared: Any) -> None:
    decisions = [decision(place, "undo", [a], [b]) for place, (a, b) in enumerate(doubted)]
    decisions += [decision(place + 10, "apart", [a], [b]) for place, (a, b) in enumerate(apart)]
    decisions += [decision(place + 20, "shared", [key]) for place, key in enumerate(shared)]
    rules = Rules(limits=RULES.limits, most_ids=5)
    ours, slow = resolved(claims(said), decisions, rules), Slow(LIMITS, 5, doubted, apart, shared)
    for claim in claims(said):
        slow.hear(claim.id, claim.ids, claim.time)
    assert people(ours) == slow.as_sets()
    assert [merge.id for merge in ours.merges] == slow.causes


@given(SAID, st.randoms(use_true_random=False))
def test_undone_one_after_the_other_nobody_is_left_joined_and_redone_all_are(said: Any, order: random.Random) -> None:
    heard, decisions = claims(said), list[Decision]()
    states = [resolved(heard, rules=RULES)]
    while states[-1].merges:
        place = order.randrange(len(states[-1].merges))
        decisions.append(undo(states[-1], place, len(decisions) + 1))
        states.append(resolved(heard, decisions, RULES))
    assert not people(states[-1])
    for taken in range(len(decisions), 0, -1):
        decisions.append(Decision(len(decisions) + 1, "back", (), 0, "ann", 0, None, taken))
        now, then = resolved(heard, decisions, RULES), states[taken - 1]
        assert (people(now), now.merges) == (people(then), then.merges)


@given(SAID)
def test_the_latest_merge_undone_is_as_if_it_had_not_been_said(said: Any) -> None:
    heard = claims(said)
    whole = resolved(heard, rules=RULES)
    if whole.merges:
        upto = next(place for place, claim in enumerate(heard) if claim.id == whole.merges[-1].id)
        before = resolved(heard[:upto], rules=RULES)
        after = resolved(heard[: upto + 1], [undo(whole, -1, 1)], RULES)
        names = {key: group.name for key, group in before.known.items()}
        assert names == {key: group.name for key, group in after.known.items()}
        assert after.merges == before.merges


@given(SAID, PAIRS)
def test_by_hand_whatever_the_limits_but_not_what_must_stay_apart(said: Any, pairs: Any) -> None:
    resolver = resolved(claims(said), [decision(1, "apart", ["ann"], ["bob"])])
    for seq, (one, other) in enumerate(pairs):
        resolver.by_hand(decision(seq + 2, "together", [one], [other]))
        both = resolver.customer(one) == resolver.customer(other)
        assert both or {"ann", "bob"} <= {*ids(resolver, one), *ids(resolver, other)}
        assert resolver.customer("ann") != resolver.customer("bob")


def ids(resolver: Resolver, key: str) -> set[str]:
    group = resolver.group(key)
    return {key} if group is None else set(group.ids)


def test_a_million_ids_of_one_person_stay_bounded() -> None:
    resolver = Resolver()
    for number in range(30_000):
        said = (("anonymous_id", f"x{number}"), ("user_id", "ann"))
        resolver.hear(Claim(f"m{number}", number * DAY, "shop", str(number), said))
    assert len(ids(resolver, "ann")) == DEFAULT.most_ids
    assert resolver.refused.counts.total() == 30_001 - DEFAULT.most_ids
    assert len(resolver.refused.newest) == 1000


def test_one_address_for_a_whole_call_centre_joins_no_two_who_are_known_and_is_proposed_as_shared() -> None:
    mail = ("email", "calls@shop.example")
    known = resolved(claims([([mail, ("user_id", f"u{n}"), ("anonymous_id", f"x{n}")], n) for n in range(50)]))
    assert all(known.customer(f"x{n}") == f"u{n}" for n in range(50))
    called = resolved(claims([([mail, ("phone", f"+4860123{n:04d}")], n) for n in range(50)]))
    for resolver, by, claimants in ((known, "user_id", 50), (called, "phone", 50)):
        (proposal,) = resolver.refused.proposals(2)
        assert (proposal.id.key, proposal.by, proposal.claimants) == ("email:calls@shop.example", by, claimants)


def test_new_ids_beside_one_that_is_somebody_elses_are_kept() -> None:
    said = [
        ([("user_id", "ann"), ("email", MAILS[0])], 0),
        ([("user_id", "bob"), ("email", MAILS[0]), ("anonymous_id", "x1")], 1),
    ]
    assert resolved(claims(said)).customer("x1") == "bob"


def test_identify_after_alias_after_identify() -> None:
    said = [
        ([("user_id", "u1"), ("anonymous_id", "x1")], 0),
        ([("user_id", "u2"), ("previous_id", "u1")], 1),
        ([("user_id", "u2"), ("anonymous_id", "x2")], 2),
        ([("user_id", "u1"), ("previous_id", "u2")], 3),
        ([("user_id", "u3"), ("anonymous_id", "x1")], 4),
    ]
    resolver = resolved(claims(said))
    assert people(resolver) == {frozenset({"u1", "x1", "u2", "x2"})}
    assert resolver.customer("x1") == "u2"
    ignoring = resolved(claims(said), rules=Rules(alias_joins=False))
    assert people(ignoring) == {frozenset({"u1", "x1"}), frozenset({"u2", "x2"})}
