"""Personas."""

from __future__ import annotations

import pytest

from cesta.maps.personas import PERSONA, persona
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
