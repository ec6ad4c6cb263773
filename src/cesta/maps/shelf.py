"""The maps of a workspace: which there are, and their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cesta.journeys.where import Condition
from cesta.maps.document import MapDocument, as_map
from cesta.model.errors import CestaError, unknown
from cesta.model.shape import say
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A map on the shelf. status "broken": its document cannot be read; the linter says why.

    events: the names of the events that make its touchpoints, each once, in the order of the stages.
    """

    id: str
    title: str
    level: str
    state: str
    status: str
    events: tuple[str, ...] = ()


def map_ids(workspace: Workspace) -> tuple[str, ...]:
    """The ids there are: the names of the files."""
    return tuple(sorted(path.stem for path in (workspace.root / "maps").glob("*.yaml")))


def map_path(workspace: Workspace, map_id: str) -> Path:
    """The file of a map. Raises unknown_map; an id is never a path out of the folder."""
    known = map_ids(workspace)
    if map_id not in known:
        raise unknown("unknown_map", "map", map_id, known)
    return workspace.root / "maps" / f"{map_id}.yaml"


def list_maps(workspace: Workspace, lang: str = "en") -> tuple[MapEntry, ...]:
    """Every map by id; one that cannot be read is listed as broken."""
    entries = []
    for map_id in map_ids(workspace):
        try:
            found = as_map(read_document(map_path(workspace, map_id)))
        except CestaError:
            entries.append(MapEntry(map_id, map_id, "L1", "current", "broken"))
            continue
        title = say(found.title, lang) or map_id
        entries.append(MapEntry(map_id, title, found.level, found.state, found.status, _events(found)))
    return tuple(entries)


def _events(found: MapDocument) -> tuple[str, ...]:
    matches = [touchpoint.match for stage in found.stages for touchpoint in stage.touchpoints]
    return tuple(dict.fromkeys(name for match in matches if match for name in _named(match)))


def _named(condition: Condition) -> Iterator[str]:
    """The events a condition names, its own or those of its choices."""
    if condition.event is not None:
        yield condition.event
    for choice in condition.choices or ():
        yield from _named(choice)


def read_text(workspace: Workspace, map_id: str) -> str:
    """The document as it stands in its file. Raises unknown_map."""
    return map_path(workspace, map_id).read_bytes().decode("utf-8-sig")
