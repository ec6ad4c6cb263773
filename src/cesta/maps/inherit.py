"""A map as one whole: what it takes over from the map it extends, and the shared touchpoints it names, put in.

`extends: base` takes over everything but the base's id, status and day of review. Stages, touchpoints, barriers and
fixes are matched by id and differ field by field; so do the parts of a goal, start, period, desired path and blueprint.
Any other field that the variant writes, such as a text or a rule, stands in place of the base's. `drop` leaves out
stages (in the map) and touchpoints (in a stage), and with them what the base says of them in `desired` and `blueprint`;
`add` puts touchpoints after another one, or last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cesta.maps.library import Find
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Shape, guess, list_of, record, slug, step, version
from cesta.store.documents import Document

OWN = frozenset({"cesta", "id", "extends", "status", "reviewed"})
"""What a map says only of itself: that its base was reviewed is not said of the variant."""
BY_ID = frozenset({"stages", "touchpoints", "barriers", "fixes"})
BY_FIELD = frozenset({"goal", "start", "period", "desired", "blueprint", "emotion", "success"})
RULE = frozenset({"event", "where", "any"})
ADD = record({"touchpoint": lambda *_: ()}, {"after": slug})


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a document, and where it was written. `value` holds Nodes where it is a mapping or a list."""

    value: Any
    document: Document
    pointer: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A map with everything put in. origins: where each of its pointers was written. remarks: what did not fit."""

    source: Document
    data: Any
    origins: Mapping[str, Node]
    remarks: tuple[Complaint, ...]

    def place(self, pointer: str) -> tuple[int, str]:
        """The line in the map's own file; of what came from another file also "that/file.yaml:line: "."""
        parents = list(_upwards(pointer, self.origins))
        written, rest = parents[0]
        if written.document is self.source:
            return self.source.line_of(written.pointer + rest), ""
        own = next((node.pointer for node, _ in parents if node.document is self.source and node.pointer), "/extends")
        line = written.document.line_of(written.pointer + rest)
        return self.source.line_of(own), f"{name_of(written.document)}:{line}: "


def name_of(document: Document) -> str:
    """A file as it is called inside the workspace."""
    return f"{document.path.parent.name}/{document.path.name}"


def whole(source: Document, find: Find) -> Whole:
    """The map in this document with all that it takes from others. Raises bad_map when its base cannot be had."""
    weaver = _Weaver(find)
    origins: dict[str, Node] = {}
    data = _flat(weaver.weave(source, ()), "", origins)
    remarks = []
    for place, (document, said) in enumerate(weaver.remarks):
        pointer = f"/~{place}"  # what did not fit is not in the data: it has a place in its file only
        origins[pointer] = Node(None, document, said.pointer)
        remarks.append(replace(said, pointer=pointer))
    return Whole(source, data, origins, tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Weaver:
    """Puts documents together; `remarks` are complaints in the pointers of the document that the Node is of."""

    find: Find
    remarks: list[tuple[Document, Complaint]] = field(default_factory=list)

    def weave(self, source: Document, asking: tuple[str, ...]) -> Node:
        """The document's tree with shared touchpoints and, below it, its base."""
        tree = self._shared(grow(source, source.data))
        base = tree.value.get("extends") if isinstance(tree.value, dict) else None
        if base is None or not isinstance(base.value, str):
            return tree
        asking = (*asking, source.path.stem)
        try:
            if base.value in asking:
                circle = " → ".join([*asking[asking.index(base.value) :], base.value])
                raise CestaError("bad_map", f"These maps extend one another: {circle}.", "Break the circle.")
            under = self.weave(self.find("map", base.value), asking)
            if not isinstance(under.value, dict):
                raise CestaError("bad_map", f"{name_of(under.document)} is no map.")
        except CestaError as error:
            here = f"{source.path.name}:{source.line_of('/extends')}"
            message = f'{here}: "{base.value}" cannot be extended: {error.message}'
            raise CestaError("bad_map", message, error.hint) from error
        return self._varied(under, tree)

    def _shared(self, tree: Node) -> Node:
        """With every touchpoint that is only named put in from its own file."""
        return _with(tree, "stages", lambda stage: _with(stage, "touchpoints", self._stop))

    def _stop(self, node: Node) -> Node | None:
        if not isinstance(node.value, str):
            return node
        try:
            shared = self.find("touchpoint", node.value)
        except CestaError as error:
            self._remark(node, error.code, error.message, error.hint)
            return None
        tree = grow(shared, shared.data)
        if isinstance(tree.value, dict):
            told = tree.value.pop("cesta", Node(None, shared, ""))
            for wrong in version("touchpoint")(told.value, told.pointer):
                line = f"{name_of(shared)}:{shared.line_of(told.pointer)}"
                self._remark(node, wrong.code, f"{line}: {wrong.message}", wrong.hint)
        return tree

    def _varied(self, base: Node, change: Node) -> Node:
        gone: set[str] = set()
        stages = self._stages(base, change, gone)
        kept = {
            key: _forget(node, gone) if key in ("desired", "blueprint") else node
            for key, node in base.value.items()
            if key not in OWN
        }
        rest = {key: node for key, node in change.value.items() if key not in ("stages", "drop")}
        return replace(change, value={**_merged(kept, rest), "stages": stages})

    def _stages(self, base: Node, change: Node, gone: set[str]) -> Node:
        """The base's stages with the variant's differences; `gone` gathers what was left out."""
        under = base.value.get("stages", Node([], base.document, "/stages"))
        over = change.value.get("stages", Node([], change.document, "/stages"))
        items = self._kept(_items(under), change.value.get("drop"), "stage", gone)
        for item in _items(over):
            known = [_id(stage) for stage in items]
            if _id(item) in known:
                place = known.index(_id(item))
                items[place] = self._stage(items[place], item, gone)
            elif isinstance(item.value, dict) and "touchpoints" in item.value:
                items.append(item)
            else:
                hint = f"{guess(str(_id(item)), filter(None, known))} A new stage needs touchpoints."
                self._remark(item, "unknown_stage", f'The map it extends has no stage "{_id(item)}".', hint)
        return Node(items, under.document, under.pointer)

    def _stage(self, base: Node, change: Node, gone: set[str]) -> Node:
        under = base.value.get("touchpoints", Node([], base.document, base.pointer))
        stops = self._kept(_items(under), change.value.get("drop"), "touchpoint", gone)
        rest = {key: node for key, node in change.value.items() if key not in ("drop", "add")}
        value = _merged({**base.value, "touchpoints": replace(under, value=stops)}, rest)
        added = change.value.get("add")
        for item in (_items(added) or [added]) if added is not None else []:
            value["touchpoints"] = self._with_added(value["touchpoints"], item)
        return replace(base, value=value)

    def _with_added(self, stops: Node, item: Node) -> Node:
        if not self._sound(item, ADD):
            return stops
        stop = self._stop(item.value["touchpoint"])
        items, after = _items(stops), item.value.get("after")
        known = [_id(stop) for stop in items]
        place = len(items)
        if after is not None and after.value in known:
            place = known.index(after.value) + 1
        elif after is not None:
            message = f'There is no touchpoint "{after.value}" in this stage to come after.'
            self._remark(after, "unknown_touchpoint", message, guess(after.value, filter(None, known)))
        return stops if stop is None else replace(stops, value=[*items[:place], stop, *items[place:]])

    def _kept(self, items: list[Node], drop: Node | None, thing: str, gone: set[str]) -> list[Node]:
        """The items without those dropped."""
        if drop is None or not self._sound(drop, list_of(slug)):
            return items
        known = {_id(item): item for item in items}
        for name in drop.value:
            if name.value in known:
                gone.add(name.value)
                gone.update(filter(None, map(_id, _items(known[name.value].value.get("touchpoints")))))
            else:
                hint = guess(name.value, filter(None, known))
                self._remark(name, f"unknown_{thing}", f'There is no {thing} "{name.value}" to drop.', hint)
        return [item for item in items if _id(item) not in gone]

    def _sound(self, node: Node, shape: Shape) -> bool:
        found = list(shape(_flat(node, "", {}), node.pointer))
        self.remarks.extend((node.document, complaint) for complaint in found)
        return not found

    def _remark(self, node: Node, code: str, message: str, hint: str | None) -> None:
        self.remarks.append((node.document, Complaint(code, message, hint, node.pointer)))


def grow(document: Document, data: Any, pointer: str = "") -> Node:
    """The tree of a document's data."""
    if isinstance(data, Mapping):
        value: Any = {key: grow(document, item, step(pointer, key)) for key, item in data.items()}
    elif isinstance(data, list | tuple):
        value = [grow(document, item, step(pointer, place)) for place, item in enumerate(data)]
    else:
        value = data
    return Node(value, document, pointer)


def _flat(node: Node, pointer: str, origins: dict[str, Node]) -> Any:
    """The plain data of a tree, noting where each part of it was written."""
    origins[pointer] = node
    if isinstance(node.value, dict):
        return {key: _flat(item, step(pointer, key), origins) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [_flat(item, step(pointer, place), origins) for place, item in enumerate(node.value)]
    return node.value


def _merged(base: dict[str, Node], change: dict[str, Node]) -> dict[str, Node]:
    """The base's fields, changed."""
    found = dict(base)
    for key, over in change.items():
        under = base.get(key)
        if under is None:
            found[key] = over
        elif key in BY_ID and isinstance(under.value, list) and isinstance(over.value, list):
            found[key] = replace(under, value=_by_id(under.value, over.value))
        elif key in BY_FIELD and isinstance(under.value, dict) and isinstance(over.value, dict):
            # half of one rule and half of another would be a rule that nobody wrote
            old = {part: node for part, node in under.value.items() if not (part in RULE and RULE & over.value.keys())}
            found[key] = replace(under, value=_merged(old, over.value))
        else:
            found[key] = over
    return found


def _by_id(base: list[Node], change: list[Node]) -> list[Node]:
    found = list(base)
    for item in change:
        place = next((n for n, known in enumerate(found) if _id(known) is not None and _id(known) == _id(item)), None)
        if place is None:
            found.append(item)
        else:
            found[place] = replace(found[place], value=_merged(found[place].value, item.value))
    return found


def _forget(node: Node, gone: set[str]) -> Node:
    """Without what is said of stages and touchpoints that are no longer there; a key may name two, as "a -> b"."""
    if isinstance(node.value, dict):
        kept = {
            key: item for key, item in node.value.items() if gone.isdisjoint(part.strip() for part in key.split("->"))
        }
        return replace(node, value={key: _forget(item, gone) for key, item in kept.items()})
    if isinstance(node.value, list):
        return replace(node, value=[item for item in node.value if str(item.value) not in gone])
    return node


def _with(node: Node, key: str, change: Callable[[Node], Node | None]) -> Node:
    """With each item of the list under this key changed, or left out."""
    under = node.value.get(key) if isinstance(node.value, dict) else None
    if under is None or not isinstance(under.value, list):
        return node
    items = [changed for item in under.value if (changed := change(item)) is not None]
    return replace(node, value={**node.value, key: replace(under, value=items)})


def _items(node: Node | None) -> list[Node]:
    return list(node.value) if node is not None and isinstance(node.value, list) else []


def _id(node: Node) -> str | None:
    found = node.value.get("id") if isinstance(node.value, dict) else None
    return found.value if found is not None and isinstance(found.value, str) else None


def _upwards(pointer: str, origins: Mapping[str, Node]) -> Iterator[tuple[Node, str]]:
    """The parts that this pointer is in, innermost first, each with the rest of the way."""
    at = pointer
    while True:
        if at in origins:
            yield origins[at], pointer[len(at) :]
        if not at:
            return
        at = at.rpartition("/")[0]
