"""What was set aside as the page and the command line show it: groups, items, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from cesta.ingest.mending import Still, flat, preview, repair
from cesta.ingest.repair import read_rule, rule_document
from cesta.ingest.repairs_kept import drop_rule, rules_of
from cesta.ingest.replay import edit, parsed, replay
from cesta.model.instant import show_instant
from cesta.store import aside
from cesta.store.aside import Chosen, Group, Item, State
from cesta.store.workspace import Workspace

EVERY_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Which:
    """Which items: those that agree with every part that is given. `field`: empty asks for items without one."""

    source: str | None = None
    code: str | None = None
    field: str | None = None
    load: str | None = None
    file: str | None = None
    ids: tuple[str, ...] | None = None

    def chosen(self, state: State = "waiting") -> Chosen:
        seqs = None if self.ids is None else tuple(int(each) for each in self.ids if each.isdecimal())
        return Chosen(self.source, self.load, self.code, self.field, self.file, state, seqs)


@dataclass(frozen=True, slots=True)
class AsideItem:
    """One thing set aside. fields: all that was written, by field; None, and `text`, where it was no JSON."""

    id: str
    source: str
    event: str | None
    file: str | None
    row: int | None
    field: str | None
    value: str | None
    code: str
    reason: str
    load: str | None
    received: str
    fields: dict[str, str | None] | None
    text: str | None


@dataclass(frozen=True, slots=True)
class AsideValue:
    """A value that stands in several items."""

    value: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class AsideGroup:
    """Items of one source that one reason set aside at one field; `values`: the most frequent."""

    source: str
    code: str
    field: str | None
    rows: int
    first: AsideItem
    values: tuple[AsideValue, ...]


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule that mends what a source sends from now on, as its document says it."""

    source: str
    rule: dict[str, object]


@dataclass(frozen=True, slots=True)
class Aside:
    """All that is set aside at a glance."""

    waiting: int
    dismissed: int
    groups: tuple[AsideGroup, ...]
    rules: tuple[KeptRule, ...]


@dataclass(frozen=True, slots=True)
class AsidePage:
    """Some of the items; `next` asks for those after them."""

    items: tuple[AsideItem, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class AsideExample:
    """An item before and after a rule."""

    id: str
    file: str | None
    row: int | None
    before: dict[str, str | None]
    after: dict[str, str | None]
    mended: bool


@dataclass(frozen=True, slots=True)
class AsidePreview:
    """about: waiting items that the rule is about; mended: those that would be understood; still: the others."""

    about: int
    mended: int
    still: tuple[Still, ...]
    examples: tuple[AsideExample, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """replayed: items that are events now; waiting: those tried that still cannot be understood."""

    replayed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Dismissed:
    """`undo` brings back exactly these."""

    dismissed: int
    undo: str


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many wait again."""

    waiting: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """Whether there was such a rule."""

    dropped: bool


@dataclass(frozen=True, slots=True)
class ForSource:
    """A rule for what a source sends: {"field", "value" | "pattern" | "reason", "becomes"}."""

    source: str
    rule: dict[str, object]


@dataclass(frozen=True, slots=True)
class ByHand:
    """One item and what its fields say instead; `text` instead of fields where it was no JSON."""

    id: str
    fields: dict[str, object] = field(default_factory=dict)
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Which dismissed items wait again; `undo`: those of one dismissal."""

    which: Which = field(default_factory=Which)
    undo: str | None = None


def at_a_glance(workspace: Workspace, which: Which) -> Aside:
    """Groups, totals and rules."""
    log = workspace.log
    return Aside(
        waiting=aside.count(log, which.chosen()),
        dismissed=aside.count(log, which.chosen("dismissed")),
        groups=tuple(_group(group) for group in aside.groups(log, which.chosen())),
        rules=tuple(
            KeptRule(source, rule_document(rule))
            for source in aside.sources(log)
            for rule in rules_of(workspace.root, source)
        ),
    )


def items(workspace: Workspace, which: Which, state: State, limit: int, after: str | None) -> AsidePage:
    """The items, in the order they came, a page at a time."""
    chosen = which.chosen(state)
    found = aside.find(workspace.log, chosen, limit=limit, after=int(after) if after and after.isdecimal() else None)
    following = str(found[-1].seq) if len(found) == limit else None
    return AsidePage(tuple(_item(item) for item in found), aside.count(workspace.log, chosen), following)


def every(workspace: Workspace, which: Which) -> Iterator[AsideItem]:
    """All the items, one by one."""
    after: str | None = None
    while True:
        page = items(workspace, which, "waiting", EVERY_PAGE, after)
        yield from page.items
        if page.next is None:
            return
        after = page.next


def preview_of(workspace: Workspace, given: ForSource) -> AsidePreview:
    """What a rule would do. Raises bad_rule."""
    found = preview(workspace, given.source, read_rule(given.rule))
    examples = tuple(
        AsideExample(str(each.seq), each.what.file, each.what.row, each.before, each.after, each.mended)
        for each in found.examples
    )
    return AsidePreview(found.about, found.mended, found.still, examples)


def repair_with(workspace: Workspace, given: ForSource) -> Mended:
    """Keeps the rule and mends what waits. Raises bad_rule."""
    done = repair(workspace, given.source, read_rule(given.rule))
    return Mended(done.replayed, done.waiting)


def edit_one(workspace: Workspace, given: ByHand) -> Mended:
    """Mends one item by hand. Raises unknown_item, not_understood."""
    edit(workspace, int(given.id) if given.id.isdecimal() else 0, given.fields, given.text)
    return Mended(1, 0)


def replay_all(workspace: Workspace, which: Which) -> Mended:
    """Tries items again, as rules, mappings and settings are now."""
    done = replay(workspace, which.chosen())
    return Mended(done.replayed, done.waiting)


def dismiss(workspace: Workspace, which: Which) -> Dismissed:
    """Lays items away."""
    with workspace.log.transaction() as sql:
        done, moment = aside.dismiss(sql, which.chosen())
    return Dismissed(done, str(moment))


def bring_back(workspace: Workspace, given: Undo) -> BroughtBack:
    """Dismissed items wait again."""
    moment = int(given.undo) if given.undo and given.undo.isdecimal() else None
    with workspace.log.transaction() as sql:
        return BroughtBack(aside.bring_back(sql, given.which.chosen(), moment))


def drop(workspace: Workspace, given: ForSource) -> Dropped:
    """Forgets a rule; what it mended stays. Raises bad_rule."""
    return Dropped(drop_rule(workspace.root, given.source, read_rule(given.rule)))


def act(workspace: Workspace, what: str, document: object) -> object:
    """Does what the address /api/set-aside/`what` does with a document."""
    kind, function = ACTS[what]
    return function(workspace, msgspec.convert(document, kind))


ACTS: dict[str, tuple[type, Callable[[Workspace, Any], object]]] = {
    "preview": (ForSource, preview_of),
    "repair": (ForSource, repair_with),
    "edit": (ByHand, edit_one),
    "replay": (Which, replay_all),
    "dismiss": (Which, dismiss),
    "bring-back": (Undo, bring_back),
    "drop-rule": (ForSource, drop),
}


def _group(group: Group) -> AsideGroup:
    values = tuple(AsideValue(value, rows) for value, rows in group.values)
    return AsideGroup(group.source, group.code, group.field, group.rows, _item(group.first), values)


def _item(item: Item) -> AsideItem:
    what, raw = item.what, parsed(item)
    return AsideItem(
        id=str(item.seq),
        source=what.source,
        event=what.event,
        file=what.file,
        row=what.row,
        field=what.field,
        value=what.value,
        code=what.code,
        reason=what.reason,
        load=what.load_id,
        received=show_instant(item.received),
        fields=None if raw is None else flat(raw),
        text=what.raw if raw is None else None,
    )
