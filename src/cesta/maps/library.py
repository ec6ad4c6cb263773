"""The files that maps are made of, by kind and id: maps, and touchpoints that several maps share."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cesta.model.errors import unknown
from cesta.store.documents import Document, parse_document, read_text
from cesta.store.workspace import Workspace

Kind = Literal["map", "touchpoint", "segment", "persona", "measure"]
KINDS: tuple[Kind, ...] = ("map", "touchpoint", "segment", "persona", "measure")
Find = Callable[[Kind, str], Document]


def names(workspace: Workspace, kind: Kind) -> tuple[str, ...]:
    """The ids there are: the names of the files."""
    return tuple(sorted(path.stem for path in (workspace.root / f"{kind}s").glob("*.yaml")))


def path_of(workspace: Workspace, kind: Kind, id_: str) -> Path:
    """The file of a document. Raises unknown_map and its like; an id is never a path out of the folder."""
    known = names(workspace, kind)
    if id_ not in known:
        raise unknown(f"unknown_{kind}", kind, id_, known)
    return workspace.root / f"{kind}s" / f"{id_}.yaml"


def finder(workspace: Workspace) -> Find:
    """Reads documents of this workspace as they are now. Raises unknown_map and its like, bad_yaml."""

    def find(kind: Kind, id_: str) -> Document:
        path = path_of(workspace, kind, id_)
        return parsed(read_text(path), path.relative_to(workspace.root))

    return find


def nothing(kind: Kind, id_: str) -> Document:
    """For a map that stands alone: there are no other documents."""
    raise unknown(f"unknown_{kind}", kind, id_, ())


@lru_cache(maxsize=128)
def parsed(text: str, path: Path) -> Document:
    """Reading YAML takes longer than counting, so equal texts are read once. Nobody may edit what comes out.

    The path is that inside the workspace: errors name it, wherever the folder lies.
    """
    return parse_document(text, path)
