"""Personas."""

from __future__ import annotations

import pytest

from cesta.maps.personas import PERSONA, draft, list_personas, persona
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_a_persona_in_the_readers_language(shop: Workspace) -> None:
    found = persona(shop, "runner", "pl")
    assert (found.name, found.quote) == ("Biegacz", "Fast!")
    with pytest.raises(CestaError, match="runer"):
        persona(shop, "runer", "en")


def test_fields() -> None:
    good = {"cesta": "persona/1", "id": "a", "name": "A"}
    assert list(PERSONA(good, "")) == []
    assert [c.code for c in PERSONA({**good, "cesta": "map/1", "qoute": "x"}, "")] == ["bad_value", "unknown_field"]


def test_listed_with_what_is_wrong(shop: Workspace) -> None:
    folder = shop.root / "personas"
    (folder / "lost.yaml").write_text("cesta: persona/1\nid: lost\nname: Lost\nsegment: nowhere\n", encoding="utf-8")
    (folder / "torn.yaml").write_text("cesta: [", encoding="utf-8")
    found = {one.id: one for one in list_personas(shop, "en")}
    assert set(found) == {"runner", "lost", "torn"}
    assert (found["lost"].customers, "nowhere" in (found["lost"].problem or "")) == (None, True)
    assert (found["torn"].name, found["torn"].problem is not None) == ("torn", True)
    assert list(PERSONA(draft("a", "A", "b"), "")) == []
