"""Who meets a rule at a moment, against brute force; and time alone changes nothing before it is said to."""

from __future__ import annotations

import numpy as np
from chances import SECOND, above, histories, rules
from hypothesis import given, settings
from hypothesis import strategies as st
from plainly import member

from cesta.model.event import Event
from cesta.segments.histories import histories as cut
from cesta.segments.histories import pieces
from cesta.segments.meets import Look
from cesta.segments.rule import read_rule
from cesta.segments.tree import Rule
from cesta.store.columns import from_events


def hers(events: list[Event], who: str) -> list[Event]:
    return sorted((event for event in events if event.customer == who), key=lambda event: event.time)


@settings(max_examples=120)
@given(histories(), above, rules, st.integers(-1, 30))
def test_it_agrees_with_brute_force(events: list[Event], rule: Rule, below: Rule, seconds: int) -> None:
    columns, at = from_events(events), seconds * SECOND
    look = Look(cut(columns, np.arange(len(columns.customers))), at, {"below": below})
    found = dict(zip(columns.customers, look.members(rule)[0].tolist(), strict=True))
    assert found == {who: member(rule, hers(events, who), at, {"below": below}) for who in columns.customers}


@settings(max_examples=30)
@given(histories(), above, rules, st.integers(-1, 30))
def test_time_alone_changes_nothing_sooner(events: list[Event], rule: Rule, below: Rule, seconds: int) -> None:
    columns, at = from_events(events), seconds * SECOND
    everybody = cut(columns, np.arange(len(columns.customers)))
    met, until = Look(everybody, at, {"below": below}).members(rule)
    assert (until > at).all()
    for later in range(at, at + 40 * SECOND, SECOND):
        then, _ = Look(everybody, later, {"below": below}).members(rule)
        assert (then == met)[until > later].all()


@settings(max_examples=30)
@given(histories(), rules, st.integers(1, 5))
def test_pieces_say_the_same_as_the_whole(events: list[Event], rule: Rule, at_once: int) -> None:
    columns, at = from_events(events), 15 * SECOND
    whole = Look(cut(columns, np.arange(len(columns.customers))), at).members(rule)[0]
    parts = [Look(piece, at).members(rule)[0] for piece in pieces(columns, at_once)]
    assert np.concatenate(parts).tolist() == whole.tolist()


def test_dates_are_the_workspaces_days() -> None:
    columns = from_events([Event("t", "1", "ann", "buy", 10 * 86_400 * SECOND)])
    everybody = cut(columns, np.arange(1))
    for text, expected in [
        ("did buy from 1970-01-11 to 1970-01-11", True),
        ("did buy to 1970-01-10", False),
        ("did buy from 1970-01-12", False),
        ("did buy to 1970-01-11T00:00:00Z", False),
    ]:
        assert Look(everybody, 20 * 86_400 * SECOND).members(read_rule(text))[0].tolist() == [expected]
