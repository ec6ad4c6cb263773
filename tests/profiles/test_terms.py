"""What customers are found by: properties that name them, and how what is typed meets what was recorded."""

from __future__ import annotations

import pytest

from cesta.profiles.terms import KINDS, Kind, asked, folded, kind_of, terms


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("email", "email"), ("context.traits.email", "email"), ("phone_number", "phone"), ("orderId", "order"),
        ("order-id", "order"), ("card", "card"), ("device_id", "device"), ("firstName", "name"), ("name", None),
        ("price", None), ("ordered", None),
    ],
)  # fmt: skip
def test_which_properties_name_her(name: str, kind: Kind | None) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [
        ("phone", "+48 604 123 456", "604-123-456"), ("phone", "604123456", "604 123"),
        ("phone", "0048604123456", "+48 604"),
        ("phone", 604123456, "604123"), ("email", "Ann@Shop.Example", "ann@shop"), ("name", "Józef Łoś", "los"),
        ("name", "Žofie Nováková", "ZOFIE nova"), ("order", 17, "17"), ("card", "L000000348", "l0000"),
    ],
)  # fmt: skip
def test_typed_as_people_type(kind: Kind, value: str | int, typed: str) -> None:
    texts = [term.text for term in terms(kind, value)]
    assert any(text.startswith(way) for text in texts for way in asked(typed))
    assert {term.kind for term in terms(kind, value)} == {KINDS.index(kind)}


def test_what_names_nobody() -> None:
    assert list(terms("phone", "12")) == list(terms("email", "  ")) == list(terms("order", True)) == []
    assert list(asked("   ")) == []
    assert folded(" Straße ") == "strasse"
