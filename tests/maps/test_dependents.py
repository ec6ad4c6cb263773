"""What would miss a document is named before it is deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.dependents import Dependent, dependents, named_in
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

DOCUMENTS = {
    "segments/loyal": "name: Loyal\nrule: {did: buy}\n",
    "segments/others": "name: {en: Others, cs: Ostatní}\nrule: {not: {segment: loyal}}\n",
    "personas/ann": "name: Ann\nsegment: loyal\n",
    "maps/buy": "title: Buy\nsegment: loyal\npersona: ann\nmeasures: [nps]\nstages: [{touchpoints: [card]}]\n",
    "maps/buy.vip": "title: VIP\nextends: buy\n",
    "maps/broken": "title: [\n",
    "measures/nps": "name: NPS\n",
    "touchpoints/card": "name: Card\n",
    "mappings/shop": "id: web-shop\n",
}


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    workspace = Workspace.create(tmp_path / "shop")
    for place, text in DOCUMENTS.items():
        path = workspace.root / f"{place}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return workspace


@pytest.mark.parametrize(
    ("kind", "id_", "wanted"),
    [
        ("segment", "loyal", [("map", "buy"), ("segment", "others"), ("persona", "ann")]),
        ("persona", "ann", [("map", "buy")]),
        ("map", "buy", [("map", "buy.vip")]),
        ("measure", "nps", [("map", "buy")]),
        ("touchpoint", "card", [("map", "buy")]),
        ("map", "buy.vip", []),
        ("mapping", "shop", []),
    ],
)
def test_all_that_speak_of_it_are_named(made: Workspace, kind: str, id_: str, wanted: list[tuple[str, str]]) -> None:
    with made:
        assert [(found.kind, found.id) for found in dependents(made, kind, id_)] == wanted


def test_they_are_named_in_the_readers_language(made: Workspace) -> None:
    with made:
        assert Dependent("segment", "others", "Ostatní") in dependents(made, "segment", "loyal", "cs")


def test_what_is_not_there_is_told(made: Workspace) -> None:
    with made, pytest.raises(CestaError, match='no segment "loyalty"'):
        dependents(made, "segment", "loyalty")


def test_a_document_of_its_own_words_names_nothing() -> None:
    assert list(named_in({"note": "segment: loyal", "segment": {"any": []}, "touchpoints": [{"id": "x"}]})) == []
