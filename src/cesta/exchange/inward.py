"""A file of any format as a map: read, checked, and written as the YAML of this workspace."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.exchange.formats import Format, function, named, of_file
from cesta.exchange.skeleton import own_id
from cesta.exchange.yaml_text import yaml_of
from cesta.maps.document import parse
from cesta.maps.problems import to_problems
from cesta.maps.view import Problem
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document, written

MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Brought:
    """A map from a file: its id, its text, and what is wrong or missing in it."""

    id: str
    text: str
    format: str
    problems: tuple[Problem, ...]


def bring(name: str, content: bytes, format_id: str | None = None, map_id: str | None = None) -> Brought:
    """The map in a file of this name. Raises unknown_format, bad_file, no_map_inside, bad_yaml, bad_map, too_large."""
    kind = named(format_id) if format_id else of_file(name)
    if kind.read is None:
        known = ", ".join(each for each in ("svg", "html", "pptx", "md", "yaml", "xlsx") if each != kind.id)
        raise CestaError("no_map_inside", f"A {kind.id} is only a picture of its map.", f"These carry it: {known}.")
    if len(content) > MOST_BYTES and kind.kind != "journeys":
        raise CestaError("too_large", f"{name} has {len(content):,} bytes; a map has {MOST_BYTES:,} at most.")
    data = _read(kind, content, name)
    if not isinstance(data, dict):
        raise CestaError("bad_map", f"{name} holds no map.", "A map is a mapping with title and stages.")
    data = {**data, "id": map_id or data.get("id", own_id(name))}
    text = _text(kind, content, data)
    path = Path("maps") / f"{data['id']}.yaml"
    document = parse(text, path)
    return Brought(str(data["id"]), text, kind.id, to_problems(document, document.complaints))


def _read(kind: Format, content: bytes, name: str) -> Any:
    read = function(kind.read or "")
    return read(content, name) if len(inspect.signature(read).parameters) > 1 else read(content)


def _text(kind: Format, content: bytes, data: dict[str, Any]) -> str:
    """Our own YAML keeps its comments; only its id may be another one."""
    if kind.id == "yaml" and data.get("cesta"):
        own = content.decode("utf-8-sig")
        tree = parse_document(own, Path("map.yaml")).tree
        if tree.get("id") == data["id"]:
            return own
        tree["id"] = data["id"]
        return written(tree)
    return yaml_of(data)
