"""Broken documents beside a map: named with file and line, and never in the way of the rest."""

from __future__ import annotations

import pytest

from cesta.maps.beside import beside
from cesta.maps.bind import view
from cesta.maps.document import load
from cesta.maps.lint import lint
from cesta.store.workspace import Workspace


def test_nothing_is_wrong_with_whole_documents(full: Workspace) -> None:
    found = beside(full, load(full, "order-clothes"))
    assert found.problems == ()
    assert list(found.segments) == ["comes-back", "comes-by-phone"]
    assert list(found.measures) == ["abandoned-carts", "nps", "time-to-order"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "message", "named"),
    [
        ("personas/winter-walker", "quote:", "qoute:", "unknown_field", "personas/winter-walker.yaml:5: ", True),
        ("personas/winter-walker", "id: winter-walker", "id: [", "bad_yaml", "winter-walker.yaml:4:", True),
        ("personas/winter-walker", "persona/1", "persona/2", "newer_format", "winter-walker.yaml:1: ", True),
        ("segments/comes-back", "name:", "nmae:", "unknown_field", "segments/comes-back.yaml:3: ", False),
        ("segments/comes-back", "did: visit", "dit: visit", "bad_segment", "comes-back.yaml:4: ", False),
        ("segments/comes-back", "id:", "id: [", "bad_yaml", "comes-back.yaml:", False),
        ("measures/nps", "type: nps", "type: npc", "bad_value", "measures/nps.yaml:4: ", False),
        ("measures/nps", "direction: up", "direction: [", "bad_yaml", "nps.yaml:7", False),
    ],
)
def test_a_broken_one_is_named(
    full: Workspace, file: str, old: str, new: str, code: str, message: str, named: bool
) -> None:
    path = full.root / f"{file}.yaml"
    path.write_text(path.read_text().replace(old, new, 1))
    for problems in (view(full, "order-clothes").problems, lint(full, "order-clothes")):
        (problem,) = {p for p in problems if p.code == code and message in p.message}
        assert problem.level == "error"
        # a persona is named by the map, on a line of it; the others stand on their own
        assert problem.line == (21 if named else None)


def test_a_persona_of_which_a_part_is_broken_keeps_its_name(full: Workspace) -> None:
    path = full.root / "personas" / "winter-walker.yaml"
    path.write_text(path.read_text().replace("quote: I am always cold.", "quote: 7"))
    persona = view(full, "order-clothes").persona
    assert persona is not None
    assert (persona.name, persona.quote) == ("Walks in winter", None)
