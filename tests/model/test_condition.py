"""The language of conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.condition import And, Compare, IsSet, Like, Not, OneOf, Or, Tree, parse, properties, show
from cesta.model.errors import CestaError

NAMES = st.text(min_size=1, max_size=8)
VALUES = st.text(max_size=8) | st.integers(-999, 999) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
TERMS: st.SearchStrategy[Tree] = st.one_of(
    st.builds(Compare, NAMES, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), VALUES),
    st.builds(OneOf, NAMES, st.lists(VALUES, min_size=1, max_size=3).map(tuple)),
    st.builds(Like, NAMES, st.text(max_size=8)),
    st.builds(IsSet, NAMES, st.booleans()),
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@given(TREES)
def test_what_is_shown_is_read_again(tree: Tree) -> None:
    assert parse(show(tree)) == tree


def test_and_binds_closer_than_or_and_not_closest() -> None:
    a, b, c = (Compare(name, "=", 1) for name in "abc")
    assert parse("a = 1 or b = 1 and c = 1") == Or((a, And((b, c))))
    assert parse("not a = 1 and b = 1") == And((Not(a), b))
    assert parse("NOT (a = 1 OR b = 1)") == Not(Or((a, b)))


def test_quotes_and_names() -> None:
    assert parse("name = 'O''Hara'") == Compare("name", "=", "O'Hara")
    assert parse('"my ""own"" price" >= -1.5e3') == Compare('my "own" price', ">=", -1500.0)
    assert parse("цвет is not set") == IsSet("цвет", there=False)
    assert properties(parse("a = 1 and (b is set or not c like '%')")) == {"a", "b", "c"}


BAD = [
    "",
    "price >",
    "price",
    "= 5",
    "a = 1 b",
    "a = 'x",
    "(a = 1",
    "a in ()",
    "a like 5",
    "a is",
    "not",
    "a = b",
    "a ~ 1",
]


@pytest.mark.parametrize("text", [*BAD, "(" * 500 + "a = 1", "not " * 500 + "a = 1", "a = 1e999"])
def test_mistakes_are_told_with_their_place(text: str) -> None:
    with pytest.raises(CestaError, match="position") as caught:
        parse(text)
    assert caught.value.code == "bad_condition"


def test_the_place_of_a_mistake() -> None:
    with pytest.raises(CestaError, match="at position 9: a value was expected, not 'and'"):
        parse("price > and")
