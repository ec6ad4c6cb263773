"""All maps of a workspace as a tree: which lies inside which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cesta.maps.shelf import MapEntry, list_maps
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AtlasPlace:
    """A map where it stands among the others. depth: how many maps it lies inside of. inside: how many lie in it."""

    map: MapEntry
    depth: int
    inside: int


def places(workspace: Workspace, lang: str = "en") -> tuple[AtlasPlace, ...]:
    """Every map below the one that it lies in: life cycles first, then by title."""
    entries = sorted(list_maps(workspace, lang), key=lambda entry: (entry.level, entry.title.casefold(), entry.id))
    below: dict[str | None, list[MapEntry]] = {}
    for entry in entries:
        below.setdefault(entry.parent, []).append(entry)

    def down(parent: str | None, depth: int) -> Iterator[AtlasPlace]:
        for entry in below.get(parent, ()):
            yield AtlasPlace(entry, depth, len(below.get(entry.id, ())))
            yield from down(entry.id, depth + 1)

    return tuple(down(None, 0))
