"""A map's document as it stands in its file, and what is wrong with it, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.maps.document import load
from cesta.maps.lint import lint, shelf_of
from cesta.maps.view import Problem
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MapText:
    text: str
    problems: tuple[Problem, ...]


def map_text(workspace: Workspace, map_id: str) -> MapText:
    """The text and its problems. Raises unknown_map; bad_yaml when it cannot even be read as YAML."""
    document = load(workspace, map_id)
    found = lint(document, shelf_of(workspace), workspace.columns(), workspace.settings.timezone)
    return MapText(document.source.text, found)
