"""The computed traits of a workspace: those that everybody has, and its own documents, which go before them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.profiles.trait_document import KINDS, TraitDocument, as_trait
from cesta.store.documents import parse_document, read_document
from cesta.store.workspace import Workspace

FOLDER = "traits"


@cache
def shipped() -> dict[str, TraitDocument]:
    """The traits that come with Cesta, by id."""
    folder = files("cesta.profiles") / "shipped"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".yaml")), key=lambda path: path.name)
    documents = (as_trait(parse_document(path.read_text(encoding="utf-8"), Path(path.name))) for path in paths)
    return {document.id: document for document in documents}


def load_all(workspace: Workspace, broken: list[CestaError] | None = None) -> tuple[TraitDocument, ...]:
    """All traits, by kind and id; a workspace's own replaces the one of its id that comes with Cesta.

    A file that cannot be read raises bad_yaml or bad_trait; with a list for the `broken`, it is left out instead.
    """
    found = dict(shipped())
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        try:
            own = as_trait(read_document(path))
        except CestaError as error:
            if broken is None:
                raise
            broken.append(error)
            continue
        found[own.id] = own
    return tuple(sorted(found.values(), key=lambda one: (KINDS.index(one.kind), one.id)))
