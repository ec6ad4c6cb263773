"""What somebody owns among the documents, and handing it over to somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.shape import say
from cesta.store.bin import title_of
from cesta.store.disk import write_whole
from cesta.store.documents import Document, read_document, written
from cesta.store.kinds import FOLDERS


@dataclass(frozen=True, slots=True)
class Owned:
    """A document that names somebody as owner, of itself or of so many of its parts."""

    kind: str
    id: str
    title: str
    places: int


def owned_by(root: Path, names: Collection[str], lang: str = "en") -> tuple[Owned, ...]:
    """The documents that name one of these as owner. A document that cannot be read is left out."""
    return tuple(owned for owned, _, _ in _found(root, names, lang))


def hand_over(root: Path, names: Collection[str], to: str) -> tuple[Owned, ...]:
    """Writes another owner wherever one of these was named; comments and order stay."""
    changed = []
    for owned, document, places in _found(root, names, "en"):
        for place in places:
            place["owner"] = to
        write_whole(document.path, written(document.tree))
        changed.append(owned)
    return tuple(changed)


def _found(
    root: Path, names: Collection[str], lang: str
) -> Iterator[tuple[Owned, Document, list[MutableMapping[str, Any]]]]:
    wanted = {name.casefold() for name in names}
    for kind, folder in FOLDERS.items():
        for path in sorted((root / folder).glob("*.yaml")):
            try:
                document = read_document(path)
            except CestaError:
                continue
            places = [place for place in _maps(document.tree) if str(place.get("owner", "")).casefold() in wanted]
            if places:
                yield Owned(kind, path.stem, say(title_of(path), lang) or path.stem, len(places)), document, places


def _maps(tree: Any) -> Iterator[MutableMapping[str, Any]]:
    """Every mapping in a document."""
    if isinstance(tree, MutableMapping):
        yield tree
        for value in tree.values():
            yield from _maps(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _maps(value)
