"""The wanted journey against a regular expression that says the same."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey

PARTS = st.recursive(
    st.sampled_from("abc"),
    lambda inner: st.one_of(
        st.builds(lambda parts: {"choice": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"loop": parts}, st.lists(inner, min_size=1, max_size=2)),
        st.builds(lambda part: {"optional": part}, inner),
        st.builds(lambda parts: {"sequence": parts}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=5,
)
WORDS = ["".join(word) for size in range(5) for word in product("abc", repeat=size)]


def expression(part: Any) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return "".join(f"(?:{expression(one)})" for one in part)
    ((kind, inside),) = part.items()
    if kind == "choice":
        return "|".join(f"(?:{expression(one)})" for one in inside)
    return f"(?:{expression(inside)})" + {"loop": "+", "optional": "?", "sequence": ""}[kind]


def allows(model: WantedJourney, word: str) -> bool:
    states = {0}
    for letter in word:
        states = {t for s in states for t in model.follow[s] if model.names[t] == letter}
    return bool(states & model.final)


@settings(deadline=None, max_examples=80)
@given(parts=st.lists(PARTS, min_size=1, max_size=3))
def test_it_allows_what_the_expression_matches(parts: list[Any]) -> None:
    model = read_wanted_journey({"sequence": parts})
    pattern = re.compile(expression(parts))
    assert [word for word in WORDS if allows(model, word)] == [word for word in WORDS if pattern.fullmatch(word)]


def test_how_long_after_the_step_before() -> None:
    model = read_wanted_journey({"sequence": ["a", {"step": "b", "within": "1h"}, {"step": "c"}]})
    assert model.within == (None, None, 3_600_000_000, None)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (["a"], "bad_value"),
        ({"sequence": []}, "bad_value"),
        ({"sequence": "a"}, "bad_value"),
        ({"sequence": ["a"], "goal": "b"}, "bad_value"),
        ({"sequence": [7]}, "bad_value"),
        ({"sequence": [{"choice": []}]}, "bad_value"),
        ({"sequence": [{"choice": "a"}]}, "bad_value"),
        ({"sequence": [{"loop": []}]}, "bad_value"),
        ({"sequence": [{"maybe": "a"}]}, "bad_value"),
        ({"sequence": [{"optional": "a", "within": "1h"}]}, "bad_value"),
        ({"sequence": [{"step": "a", "within": "soon"}]}, "bad_duration"),
        ({"sequence": ["a"] * 201}, "bad_value"),
    ],
)
def test_what_cannot_be_is_refused(document: object, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        read_wanted_journey(document)
    assert caught.value.code == code


def test_a_step_may_come_at_any_time() -> None:
    assert read_wanted_journey({"sequence": [{"step": "a", "within": "none"}]}).within == (None, None)
