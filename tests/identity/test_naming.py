"""How ids are written: the same id in one way, two ids never in the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.identity.naming import LONGEST, bare_of, key_of, kind_named, written

SAME = [
    ("email", "Ann.Lee@Mail.Example", " ann.lee@mail.example ", {}),
    ("email", "a.n.n+shop@gmail.com", "ann@googlemail.com", {"gmail_alike": True}),
    ("phone", "+48 601-234-567", "601234567", {"country": "PL"}),
    ("phone", "0048601234567", "+48601234567", {"country": "PL"}),
    ("phone", "8 (495) 123-45-67", "+7 495 1234567", {"country": "RU"}),
    ("phone", "+44 (0)20 7946 0958", "+442079460958", {}),
]
OTHERS = [
    ("email", "a.nn@gmail.com", "ann@gmail.com", {}),
    ("email", "a.nn@mail.example", "ann@mail.example", {"gmail_alike": True}),
    ("email", "ann+1@mail.example", "ann@mail.example", {"gmail_alike": True}),
    ("email", '"Ann"@mail.example', '"ann"@mail.example', {}),
    ("phone", "22 123 45 67 ext. 5", "22 123 45 67 ext. 6", {"country": "PL"}),
    ("phone", "601234567", "+420601234567", {"country": "PL"}),
    ("user_id", "Ann", "ann", {}),
    ("anonymous_id", "x1", " x1", {}),
]


@pytest.mark.parametrize(("kind", "one", "other", "how"), SAME)
def test_the_same_id(kind: str, one: str, other: str, how: dict[str, str]) -> None:
    assert written(kind, one, **how) == written(kind, other, **how) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "one", "other", "how"), OTHERS)
def test_two_ids(kind: str, one: str, other: str, how: dict[str, str]) -> None:
    assert written(kind, one, **how) != written(kind, other, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value", ["", "  ", "null", "0000-0000", "-1", "Undefined", "[object Object]", "x" * (LONGEST + 1)]
)
def test_what_tells_nobody_from_others(value: str) -> None:
    assert written("user_id", value) is None


@pytest.mark.parametrize(
    "value", ["no address", "@mail.example", "ann@", "ann@home", "a b@mail.example", "a@b@c.example"]
)
def test_no_address(value: str) -> None:
    assert written("email", value) is None


@given(st.sampled_from(["email", "phone", "user_id", "card"]), st.text())
def test_written_once_more_it_stays(kind: str, value: str) -> None:
    once = written(kind, value, "PL", gmail_alike=True)
    if once is not None:
        assert written(kind, once, "PL", gmail_alike=True) == once
        assert kind == "user_id" or bare_of(key_of(kind, once)) == once


def test_kinds_are_named_as_people_do() -> None:
    names = {"Phone Number": "phone", "email": "email", "": None, "a.b": None, "Loyalty-Card": "loyalty_card"}
    assert {name: kind_named(name) for name in names} == names
