"""Pseudonyms stand for customers: always the same, back again for the one who asks, and other ones elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.consent.purposes import Names
from cesta.ingest.door import accept
from cesta.privacy.masks import Mask
from cesta.privacy.veil import PSEUDONYM, Veil
from cesta.store.workspace import Workspace

MASK_ALL = Mask(Names(["email"]), Names(["email", "text"]), True)
SENT = [
    {"customer": who, "event": "visit", "ts": "2026-01-01", "props": {"email": f"{who}@mail.example"}} for who in "ab"
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as made:
        accept(made, SENT, "api")
        yield made


def test_there_and_back(workspace: Workspace, tmp_path: Path) -> None:
    veil = Veil(workspace, MASK_ALL)
    shown = veil.shown({"customers": ["a", "b", "visit"], "of": {"a": 1}, "n": 7, "none": None})
    hers = shown["customers"][0]
    assert PSEUDONYM.fullmatch(hers)
    assert shown == {"customers": [hers, veil.pseudonym("b"), "visit"], "of": {hers: 1}, "n": 7, "none": None}
    # Another process knows none of those that were given.
    assert Veil(workspace, MASK_ALL).meant(f"/people/{hers}?x=p-aaaaaaaaaaaaaaaa") == (
        "/people/a?x=p-aaaaaaaaaaaaaaaa",
        ("a",),
    )
    with Workspace.create(tmp_path / "other") as other:
        assert Veil(other, MASK_ALL).pseudonym("a") != hers


def test_what_is_hidden_is_hidden_beside_itself(workspace: Workspace) -> None:
    veil = Veil(workspace, Mask(MASK_ALL.traits, MASK_ALL.properties, False))
    document = {
        "raw": '{"email": "New Address", "size": 38}',
        "reason": "New Address is none",
        "field": "email",
        "value": "New Address",
        "customer": "a",
        "properties": {"text": "hello there", "price": 5},
        "label": "a@mail.example",
        "bad": {"raw": "no json"},
    }
    assert veil.shown(document) == {
        "raw": '{"email": "•••", "size": 38}',
        "reason": "••• is none",
        "field": "email",
        "value": "•••",
        "customer": "a",
        "properties": {"text": "•••", "price": 5},
        "label": "•••",
        "bad": {"raw": "•••"},
    }
