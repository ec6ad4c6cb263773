"""One small change of a map's document: what it does to the text, and what would take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from cesta.maps.address import LISTS, box_of, gone, id_of, look, place_in, put
from cesta.maps.fields import MAP
from cesta.maps.inherit import whole
from cesta.maps.library import Find, nothing
from cesta.maps.margin import above, empty, hang, lay, lay_first, lift, unhang
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document, plain, written

Kind = Literal["set", "add", "remove", "move", "text"]
DRAWN = ("stages", "touchpoints")


@dataclass(frozen=True, slots=True)
class Edit:
    """set: a field to `value` (None takes it away); `was`: what the editor saw there. add: `value` into the list `at`.
    remove: the item `at`. move: the item `at` into the list `to`. text: the whole document becomes `value`.

    after: the id of the item that it comes after; "" for first, None for last. yaml: how an item was written.
    """

    kind: Kind
    at: tuple[str, ...] = ()
    value: Any = None
    was: Any = None
    after: str | None = None
    to: tuple[str, ...] = ()
    yaml: str | None = None


class Clash(Exception):
    """Somebody else changed the same place meanwhile; theirs: what stands there now."""

    def __init__(self, theirs: Any) -> None:
        super().__init__("the same place was changed meanwhile")
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Taken:
    """An item out of its list. after: what it came after. lead: the remarks above it. remark: that in its own line."""

    item: Any
    after: str = ""
    yaml: str = ""
    lead: str = ""
    remark: Any = None


class Sheet:
    """A document while it is being edited; `text` is what it says now. It stays as it was where an edit is refused."""

    def __init__(self, text: str, path: Path, find: Find = nothing) -> None:
        self.text, self.path, self.find = text, path, find
        self._read()

    def _read(self) -> None:
        self._source = parse_document(self.text, self.path)
        self.tree = self._source.tree
        if not isinstance(self.tree, CommentedMap):
            raise CestaError("bad_map", f"{self.path.name} is no map.", "A map begins with cesta: map/1.")
        self.refresh()

    def refresh(self) -> None:
        """Looks again at the documents that this one takes something from."""
        source = type(self._source)(self.path, self.text, plain(self.tree), self.tree)
        self.data: Any = whole(source, self.find).data
        self.variant = "extends" in self.tree

    def apply(self, edit: Edit) -> Edit:
        """Makes the change and gives what takes it back. Raises Clash, part_gone, and what is wrong with the value."""
        if edit.kind == "text":
            return self._rewrite(edit)
        wrong = self._wrong()
        try:
            back = self._change(edit)
            self.refresh()
            self._check(wrong)
        except (CestaError, Clash):
            self._read()
            raise
        self._write()
        return back

    def _write(self) -> None:
        """What was written is read again: an odd layout of remarks may never cost what the document says."""
        wanted = plain(self.tree)
        self.text = written(self.tree)
        try:
            self._read()
            same = plain(self.tree) == wanted
        except CestaError:
            same = False
        if not same:
            self.text = written(grown(wanted))
            self._read()

    def _change(self, edit: Edit) -> Edit:
        if not edit.at:
            raise CestaError("bad_value", "An edit says what it is about.", 'Write at: ["stages", "pay", "name"].')
        match edit.kind:
            case "set":
                return self._set(edit)
            case "add":
                return self._add(edit)
            case "remove":
                return self._remove(edit)
            case _:
                return self._move(edit)

    def _rewrite(self, edit: Edit) -> Edit:
        if edit.was is not None and edit.was != self.text:
            raise Clash(self.text)
        before, self.text = self.text, str(edit.value)
        try:
            self._read()
        except CestaError:
            self.text = before
            self._read()
            raise
        return Edit("text", value=before, was=self.text)

    def _set(self, edit: Edit) -> Edit:
        if edit.at[-1] in ("id", "cesta", *DRAWN):
            raise CestaError("bad_value", f'"{edit.at[-1]}" is not set like a field.', "Add, move or remove parts.")
        now = look(self.data, edit.at)
        if look(self.data, edit.at[:-1]) is None and any(token in LISTS for token in edit.at[:-1]):
            self._still_there(edit.at)
        if now != edit.was and now != edit.value:
            raise Clash(now)
        box = box_of(self.tree, edit.at, stubs=self.variant)
        own, key = plain(box.get(edit.at[-1])), edit.at[-1]
        if edit.value is None:
            self._drop(box, key)
            self._prune(edit.at[:-1])
        else:
            put(box, key, grown(edit.value))
        return Edit("set", edit.at, own, edit.value)

    def _still_there(self, at: Sequence[str]) -> None:
        """Raises part_gone when an item on the way is not there."""
        for depth, token in enumerate(at[:-1]):
            if depth and at[depth - 1] in LISTS and look(self.data, at[: depth + 1]) is None:
                raise gone(at[: at.index(token) + 1])

    def _drop(self, box: Any, key: str) -> None:
        if key not in box:
            return
        lines, keys = lift(box, key), list(box)
        del box[key]
        place = keys.index(key)
        if lines and place:
            lay(box, keys[place - 1], lines)

    def _prune(self, at: Sequence[str]) -> None:
        """Takes away mappings that say nothing any more."""
        while at and look(self.tree, at) == {} and at[-1] not in LISTS and (len(at) < 2 or at[-2] not in LISTS):
            box = look(self.tree, at[:-1]) if len(at) > 1 else self.tree
            if not isinstance(box, CommentedMap):
                return
            self._drop(box, at[-1])
            at = at[:-1]

    def _add(self, edit: Edit) -> Edit:
        name = id_of(edit.value)
        if name is None:
            raise CestaError("bad_value", "What is added needs an id.", 'Write value: {"id": "pay", …}.')
        self._own(edit.at)
        there = look(self.data, (*edit.at, name))
        if there is not None:
            if there == edit.value:
                return Edit("remove", (*edit.at, name))
            raise Clash(there)
        self._free(edit.at, edit.value)
        box = box_of(self.tree, edit.at, stubs=self.variant)
        if box.get(edit.at[-1]) is None:
            put(box, edit.at[-1], CommentedSeq())
        item = grown(edit.value) if edit.yaml is None else parse_document(edit.yaml, self.path).tree[0]
        seat(box, edit.at[-1], Taken(item), edit.after)
        return Edit("remove", (*edit.at, name))

    def _free(self, at: Sequence[str], item: Any) -> None:
        """Ids of stages, and of touchpoints of all stages, are used once: a rule may name them."""
        stages = self.data.get("stages") or ()
        used = {id_of(stage) for stage in stages}
        stops = {id_of(stop) for stage in stages for stop in stage.get("touchpoints") or ()}
        inner = [id_of(stop) for stop in (item.get("touchpoints") or ())] if isinstance(item, Mapping) else []
        mine = {"stages": (id_of(item), used), "touchpoints": (id_of(item), stops)}.get(at[-1])
        taken = [mine[0]] if mine is not None and mine[0] in mine[1] else []
        taken += [name for name in inner if name in stops]
        if taken:
            raise CestaError("duplicate_id", f'The id "{taken[0]}" is used in this map already.', "Choose another one.")

    def _own(self, at: Sequence[str]) -> None:
        if self.variant and at[-1] in DRAWN:
            raise CestaError(
                "inherited",
                f'This map takes its stages and touchpoints from "{self.tree["extends"]}".',
                "Add, move and remove them there; here only what they say can differ.",
            )

    def _remove(self, edit: Edit) -> Edit:
        self._own(edit.at[:-1])
        if edit.at[:-1] == ("stages",) and len(self.data.get("stages") or ()) == 1:
            raise CestaError("last_stage", "A map keeps at least one stage.", "Add another one first.")
        taken = self._taken(edit.at, leaving=True)
        self._prune_list(edit.at[:-1])
        return Edit("add", edit.at[:-1], plain(taken.item), after=taken.after, yaml=taken.yaml)

    def _prune_list(self, at: Sequence[str]) -> None:
        box = box_of(self.tree, at, stubs=False)
        if at[-1] not in DRAWN and not box[at[-1]]:
            self._drop(box, at[-1])

    def _taken(self, at: Sequence[str], *, leaving: bool = False) -> Taken:
        """The item out of its list. leaving: for good, so that what was written above it stays."""
        box = box_of(self.tree, at[:-1], stubs=False)
        items = box.get(at[-2])
        place = None if items is None else place_in(items, at[-1])
        if items is None or place is None:
            raise gone(at)
        behind, before = lift(items, place), lift(items, place - 1) if place else ""
        item = items[place]
        text = written(CommentedSeq([item]))
        remark = unhang(items, place)
        del items[place]
        apart, lead = (before, "") if leaving else above(before)
        if place:
            lay(items, place - 1, apart + behind)
        elif items:
            lay_first(box, at[-2], behind)
        else:
            empty(box, at[-2], behind)
        return Taken(item, (id_of(items[place - 1]) or "") if place else "", text, lead, remark)

    def _move(self, edit: Edit) -> Edit:
        self._own(edit.at[:-1])
        target = edit.to or edit.at[:-1]
        box = box_of(self.tree, target, stubs=False)  # before anything is taken out
        if edit.after == edit.at[-1]:
            raise CestaError("bad_value", "Nothing comes after itself.", "Name another one, or none for the end.")
        taken = self._taken(edit.at)
        if box.get(target[-1]) is None:
            put(box, target[-1], CommentedSeq())
        seat(box, target[-1], taken, edit.after)
        return Edit("move", (*target, edit.at[-1]), after=taken.after, to=edit.at[:-1])

    def _wrong(self) -> list[tuple[str, str]]:
        return [(said.code, said.message) for said in MAP(self.data, "") if said.level == "error"]

    def _check(self, before: list[tuple[str, str]]) -> None:
        """Raises the first thing that was not wrong before."""
        known = list(before)
        for said in MAP(self.data, ""):
            told = said.code, said.message
            if said.level == "error" and told not in known:
                raise CestaError(said.code, said.message, said.hint)
            if told in known:
                known.remove(told)


def seat(box: Any, key: str, taken: Taken, after: str | None) -> None:
    """Puts an item behind the one with this id; where that is gone, last."""
    items = box[key]
    if not items:
        lines = lift(box, key)
        box[key] = CommentedSeq([taken.item])
        hang(box[key], 0, taken.remark)
        lay(box[key], 0, taken.lead + lines)
        return
    before = None if after is None else -1 if after == "" else place_in(items, after)
    place = len(items) if before is None else before + 1
    behind = lift(items, place - 1) if place else ""
    items.insert(place, taken.item)
    hang(items, place, taken.remark)
    if place:
        lay(items, place - 1, taken.lead)
    else:
        lay_first(box, key, taken.lead)
    lay(items, place, behind)


def grown(value: Any, depth: int = 0) -> Any:
    """A plain value as people would write it: short lists and mappings in one line."""
    if isinstance(value, Mapping):
        found = CommentedMap((key, grown(item, depth + 1)) for key, item in value.items() if item is not None)
        if "id" not in found and all(not isinstance(item, CommentedMap) for item in found.values()):
            found.fa.set_flow_style()
        return found
    if isinstance(value, list | tuple):
        items = CommentedSeq(grown(item, depth + 1) for item in value)
        if all(not isinstance(item, CommentedMap | CommentedSeq) and len(str(item)) < 40 for item in items):
            items.fa.set_flow_style()
        return items
    return value
