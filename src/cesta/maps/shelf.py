"""The maps of a workspace: which there are, and their text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cesta.maps.binned import begin
from cesta.maps.document import MapDocument, load, named, parse
from cesta.maps.library import names, path_of
from cesta.model.errors import CestaError, brief
from cesta.model.shape import say, slug
from cesta.store import documents
from cesta.store.disk import make_folder, write_new
from cesta.store.workspace import Workspace

PAGES = frozenset({"propose", "templates"})
"""Ids that would hide a page of the screen."""


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A map on the shelf. status "broken": its document cannot be read; the linter says why.

    events: the names of the events that make its touchpoints, each once, in the order of the stages. parent: the map
    that it lies in: the one it names, else one with a touchpoint that zooms into it; never one that lies in this.
    """

    id: str
    title: str
    level: str
    state: str
    status: str
    events: tuple[str, ...] = ()
    parent: str | None = None


def map_ids(workspace: Workspace) -> tuple[str, ...]:
    """The ids there are: the names of the files."""
    return names(workspace, "map")


def map_path(workspace: Workspace, map_id: str) -> Path:
    """The file of a map. Raises unknown_map; an id is never a path out of the folder."""
    return path_of(workspace, "map", map_id)


def list_maps(workspace: Workspace, lang: str = "en") -> tuple[MapEntry, ...]:
    """Every map by id; one that cannot be read is listed as broken."""
    found = {map_id: _read(workspace, map_id) for map_id in map_ids(workspace)}
    parents = _parents({map_id: document for map_id, document in found.items() if document is not None})
    return tuple(_entry(map_id, document, parents.get(map_id), lang) for map_id, document in found.items())


def _read(workspace: Workspace, map_id: str) -> MapDocument | None:
    try:
        return load(workspace, map_id)
    except CestaError:
        return None


def _entry(map_id: str, found: MapDocument | None, parent: str | None, lang: str) -> MapEntry:
    if found is None:
        return MapEntry(map_id, map_id, "L1", "current", "broken")
    title = say(found.title, lang) or map_id
    return MapEntry(map_id, title, found.level, found.state, found.status, _events(found), parent)


def _parents(found: dict[str, MapDocument]) -> dict[str, str]:
    """The map that each one lies in, as far as there is one; no map lies in itself, however far round."""
    zoomed = {
        str(touchpoint.data["zooms_to"]): map_id
        for map_id, document in found.items()
        for touchpoint in document.touchpoints
        if touchpoint.data.get("zooms_to")
    }
    parents: dict[str, str] = {}
    for map_id, document in found.items():
        named = document.data.get("parent")
        above = named if named in found else zoomed.get(map_id)
        if above is not None:
            parents[map_id] = above
            while above is not None and above != map_id:
                above = parents.get(above)
            if above == map_id:
                del parents[map_id]
    return parents


def _events(found: MapDocument) -> tuple[str, ...]:
    matches = (touchpoint.match for touchpoint in found.touchpoints)
    return tuple(dict.fromkeys(name for match in matches if match for name in named(match)))


def read_text(workspace: Workspace, map_id: str) -> str:
    """The document as it stands in its file. Raises unknown_map, and bad_yaml when it is no text."""
    return documents.read_text(map_path(workspace, map_id))


def save_new(workspace: Workspace, map_id: str, text: str) -> Path:
    """Puts a new map on the shelf; none is overwritten. Raises bad_value (the id), bad_yaml, bad_map, map_exists."""
    if map_id in PAGES or any(slug(map_id, "")):
        raise CestaError(
            "bad_value", f"{brief(map_id)} cannot be the id of a map.", 'Small letters, digits and "-": first-map.'
        )
    path = workspace.root / "maps" / f"{map_id}.yaml"
    found = parse(text, Path("maps") / path.name)
    for said in found.complaints:
        if said.level == "error":
            line = found.whole.place(said.pointer)[0]
            raise CestaError("bad_map", f"{path.name}:{line}: {said.message}", said.hint)
    make_folder(path.parent)
    if not write_new(path, text):
        raise CestaError("map_exists", f'There is a map "{map_id}" already.', "Choose another id; nothing was written.")
    begin(workspace, map_id)
    return path
