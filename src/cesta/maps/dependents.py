"""What else speaks of a document: the maps of a segment, the segments made of one, the loads made with a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cesta.ingest.loads import list_loads
from cesta.model.errors import CestaError
from cesta.model.shape import say
from cesta.store.bin import document_path, title_of
from cesta.store.documents import read_document
from cesta.store.kinds import FOLDERS
from cesta.store.workspace import Workspace

ONE = {
    "segment": "segment",
    "persona": "persona",
    "extends": "map",
    "parent": "map",
    "zooms_to": "map",
    "map": "map",
    "measure": "measure",
    "touchpoint": "touchpoint",
}
"""Keys whose text names another document, and its kind."""
MANY = {"measures": "measure", "touchpoints": "touchpoint"}
"""Keys whose lists may name other documents."""


@dataclass(frozen=True, slots=True)
class Dependent:
    """Something that would miss a document. kind "load": data made with a mapping."""

    kind: str
    id: str
    title: str


def dependents(workspace: Workspace, kind: str, id_: str, lang: str = "en") -> tuple[Dependent, ...]:
    """What would miss this document, were it deleted. Raises unknown_kind, unknown_map and its like."""
    own = document_path(workspace, kind, id_)
    found = [
        Dependent(other, path.stem, say(title_of(path), lang) or path.stem)
        for other, folder in FOLDERS.items()
        for path in sorted((workspace.root / folder).glob("*.yaml"))
        if path != own and (kind, id_) in set(named_in(_data(path)))
    ]
    if kind == "mapping":
        source = _data(own)
        name = source.get("id") if isinstance(source, Mapping) else None
        loads = [load for load in list_loads(workspace) if load.source == name and load.binned_at is None]
        found += [Dependent("load", load.load_id, load.name or load.load_id) for load in loads]
    return tuple(found)


def named_in(value: object) -> Iterator[tuple[str, str]]:
    """Every document that a document speaks of, by kind and id.

    >>> sorted(named_in({"extends": "base", "stages": [{"touchpoints": ["card", {"zooms_to": "rescue"}]}]}))
    [('map', 'base'), ('map', 'rescue'), ('touchpoint', 'card')]
    """
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in ONE and isinstance(inner, str):
                yield ONE[key], inner
            elif key in MANY and isinstance(inner, list):
                yield from ((MANY[key], item) for item in inner if isinstance(item, str))
            yield from named_in(inner)
    elif isinstance(value, list):
        for item in value:
            yield from named_in(item)


def _data(path: Path) -> object:
    """The document's data; one that cannot be read names nothing."""
    try:
        return read_document(path).data
    except CestaError:
        return None
