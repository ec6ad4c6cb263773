"""A map's document as it stands in its file, and what is wrong with it, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.maps.lint import lint
from cesta.maps.shelf import read_text
from cesta.maps.view import Problem
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MapText:
    text: str
    problems: tuple[Problem, ...]


def map_text(workspace: Workspace, map_id: str) -> MapText:
    """The text and its problems. Raises unknown_map."""
    return MapText(read_text(workspace, map_id), lint(workspace, map_id))
