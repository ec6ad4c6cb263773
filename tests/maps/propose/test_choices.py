"""Choices: each does one thing, what it does not touch stays, and no order of them breaks the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.choices import Choice, applied
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.writing import document_of
from cesta.maps.trace import trace
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.store.columns import Columns

LINES = (
    "9 x: home 0m, search 1m, add to cart 2m, payment 3m, purchase 4m",
    "9 x: home 0m, search 1m, ping 2m, chat 3m",
)
UTC = zone_named("UTC")


@pytest.fixture(scope="module")
def events(world: Callable[..., Columns]) -> Columns:
    return world(*LINES)


@pytest.fixture(scope="module")
def draft(events: Columns, drawn: Callable[[Columns], Draft]) -> Draft:
    return drawn(events)


def shape(draft: Draft) -> dict[str, list[str]]:
    return {stage.id: [stop.id for stop in stage.stops] for stage in draft.stages}


def test_what_each_does(draft: Draft) -> None:
    assert shape(draft) == {
        "look": ["home", "search", "chat"],
        "basket": ["add-to-cart"],
        "buy": ["payment", "purchase"],
    }
    gone = applied(draft, [Choice("discard", "search")])
    assert shape(gone)["look"] == ["home", "chat"]
    assert gone.aside[0].id == "search"
    assert gone.aside[0].reason == "discarded"
    assert shape(applied(gone, [Choice("keep", "search", to="buy", at=0)]))["buy"] == ["search", "payment", "purchase"]
    assert shape(applied(gone, [Choice("keep", "search")])) == {**shape(draft), "look": ["home", "chat", "search"]}
    assert shape(applied(draft, [Choice("move", "chat", to="basket")]))["basket"] == ["add-to-cart", "chat"]
    assert list(shape(applied(draft, [Choice("move", "buy", at=0)]))) == ["buy", "look", "basket"]
    assert shape(applied(draft, [Choice("join", "basket", to="buy")]))["buy"] == ["payment", "purchase", "add-to-cart"]
    named = applied(draft, [Choice("rename", "look", name=" I  look "), Choice("rename", "map", name="Mine")])
    assert (named.stages[0].name, named.title) == ("I look", "Mine")


def test_an_emptied_stage_is_gone_and_a_new_one_needs_a_stop(draft: Draft) -> None:
    assert "basket" not in shape(applied(draft, [Choice("discard", "add-to-cart")]))
    fresh = [Choice("add_stage", "mine", name="Mine", at=1), Choice("move", "chat", to="mine")]
    assert list(shape(applied(draft, fresh))) == ["look", "mine", "basket", "buy"]
    assert list(shape(applied(draft, fresh[:1]))) == ["look", "basket", "buy"]


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Choice("discard", "nobody"), "unknown_touchpoint"),
        (Choice("move", "home", to="nowhere"), "unknown_stage"),
        (Choice("rename", "home", name="  "), "bad_value"),
        (Choice("join", "home", to="home"), "bad_value"),
        (Choice("join", "home", to="ping"), "unknown_touchpoint"),
    ],
)
def test_what_cannot_be(draft: Draft, choice: Choice, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        applied(draft, [choice])
    assert caught.value.code == code


def test_something_must_be_left(draft: Draft) -> None:
    with pytest.raises(CestaError, match="needs a touchpoint"):
        applied(draft, [Choice("discard", stage.id) for stage in draft.stages])


IDS = st.sampled_from(["home", "search", "chat", "add-to-cart", "payment", "purchase", "ping", "look", "basket", "buy"])
CHOICES = st.builds(
    Choice,
    do=st.sampled_from(["rename", "discard", "keep", "move", "join"]),
    id=IDS,
    name=st.text(max_size=20),
    to=st.none() | IDS,
    at=st.none() | st.integers(-2, 9),
)


@given(st.lists(CHOICES, max_size=8))
def test_no_choices_lose_or_double_a_stop(draft: Draft, choices: list[Any]) -> None:
    before = Counter(kind.events for stop in (*draft.stops, *draft.aside) for kind in stop.kinds)
    for choice in choices:
        with suppress(CestaError):
            draft = applied(draft, [choice])
    assert Counter(kind.events for stop in (*draft.stops, *draft.aside) for kind in stop.kinds) == before
    assert not [said for said in document_of(draft).complaints if said.level == "error"]


def test_discarding_leaves_the_others_numbers(draft: Draft, events: Columns) -> None:
    whole = trace(document_of(draft), events, UTC)
    for gone in draft.stops:
        part = trace(document_of(applied(draft, [Choice("discard", gone.id)])), events, UTC)
        for place, id_ in enumerate(part.ids):
            same = whole.ids.index(id_)
            assert part.flow.visits[:, place].tolist() == whole.flow.visits[:, same].tolist()
        assert part.won.tolist() == whole.won.tolist()


def test_a_choice_changes_nothing_in_place(draft: Draft) -> None:
    before = replace(draft)
    applied(draft, [Choice("discard", "search"), Choice("rename", "home", name="x")])
    assert draft == before
