"""Where a part of a document stands, told by ids instead of places: it holds while others move and add things."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from cesta.maps.margin import lay, lift
from cesta.model.errors import CestaError

Address = tuple[str, ...]


def id_of(item: Any) -> str | None:
    """The id of an item of a list; a shared touchpoint is only its id."""
    if isinstance(item, Mapping):
        found = item.get("id")
        return str(found) if isinstance(found, str) else None
    return str(item) if isinstance(item, str) else None


def look(data: Any, at: Sequence[str]) -> Any:
    """The value at this address, or None."""
    for token in at:
        if isinstance(data, Mapping):
            data = data.get(token)
        elif isinstance(data, Sequence) and not isinstance(data, str):
            data = next((item for item in data if id_of(item) == token), None)
        else:
            return None
    return data


def gone(at: Sequence[str]) -> CestaError:
    """Somebody took away what an edit is about."""
    return CestaError("part_gone", f'There is no "{"/".join(at)}" in this map any more.', "Somebody took it away.")


def place_in(items: Any, name: str) -> int | None:
    """Which item of a list has this id."""
    return next((place for place, item in enumerate(items) if id_of(item) == name), None)


def box_of(tree: Any, at: Sequence[str], *, stubs: bool) -> MutableMapping[str, Any]:
    """The mapping that the last part of an address is a field of; mappings on the way are made where they are missing.

    stubs: items that are not in this document come from the one it extends, and get a place of their own here.
    Raises part_gone, shared_touchpoint.
    """
    node = tree
    for depth, token in enumerate(at[:-1]):
        if isinstance(node, MutableMapping):
            node = _inner(node, token, at[depth + 1], stubs)
        elif isinstance(node, CommentedSeq):
            place = place_in(node, token)
            if place is None and not stubs:
                raise gone(at[: depth + 1])
            if place is None:
                node.append(CommentedMap({"id": token}))
                place = len(node) - 1
            node = node[place]
        if isinstance(node, str):
            raise CestaError(
                "shared_touchpoint",
                f'"{node}" is shared by several maps.',
                f"Change it in touchpoints/{node}.yaml: every map that names it follows.",
            )
    if not isinstance(node, MutableMapping):
        raise gone(at)
    return node


def _inner(node: MutableMapping[str, Any], token: str, following: str, stubs: bool) -> Any:
    found = node.get(token)
    if found is not None:
        return found
    if token in LISTS and not stubs:
        raise gone((token, following))
    made = CommentedSeq() if token in LISTS else CommentedMap()
    if token in SHORT:
        made.fa.set_flow_style()
    put(node, token, made)
    return made


LISTS = ("stages", "touchpoints", "barriers", "fixes", "own_lanes", "benchmark", "links")
"""Fields whose items have ids."""
SHORT = ("emotion", "goal", "period", "raci", "success", "targets")
"""Fields that stand in one line."""
LEADING = ("cesta", "id", "extends", "title", "name", "short")
TRAILING = ("barriers", "fixes", "touchpoints", "stages")


def put(box: Any, key: str, value: Any) -> None:
    """Sets a field; a new one comes before the long lists."""
    if key in box or not box or not isinstance(box, CommentedMap):
        box[key] = value
        return
    known = list(box)
    if key in LEADING:
        place = sum(name in LEADING for name in known)
    elif key in TRAILING:
        place = len(known)
    else:
        place = next((row for row, name in enumerate(known) if name in TRAILING), len(known))
    lines = lift(box, known[-1]) if place == len(known) else ""
    box.insert(place, key, value)
    lay(box, key, lines)
