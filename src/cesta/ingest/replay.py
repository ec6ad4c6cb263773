"""What was set aside goes through the door again, mended: understood, it becomes an event where it came from, once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cesta.ingest.arrival import Arrival
from cesta.ingest.door import add_to_load, keep
from cesta.ingest.event_json import NotUnderstood, shown
from cesta.ingest.judges import Judge, Judges
from cesta.ingest.marks import mark_all
from cesta.ingest.repair import Raw, Rule, apply, edited, judged, value_at
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import Chosen, Item, find, retell, settle
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

AT_ONCE = 20_000
"""Items judged and written together."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An item judged once more: what it becomes, or the problem that it still has; `after`: as it was mended."""

    item: Item
    before: Raw | None
    after: Raw | None
    event: Event | Arrival | None = None
    problem: NotUnderstood | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """replayed: items that are events now. waiting: those that were tried and still cannot be understood."""

    replayed: int
    waiting: int


def replay(workspace: Workspace, chosen: Chosen, rules: Mapping[str, Sequence[Rule]] | None = None) -> Replayed:
    """Tries the chosen items again; those with `rules` for their source only, if given, and only what these change.

    Each page of items counts at once or not at all; going over the same items again adds nothing.
    """
    understood = still = 0
    for page in pages(workspace, chosen, rules):
        good = [tried for tried in page if tried.event is not None]
        _take(workspace, good)
        _tell_anew(workspace, [tried for tried in page if tried.event is None])
        understood += len(good)
        still += len(page) - len(good)
    return Replayed(understood, still)


def pages(
    workspace: Workspace, chosen: Chosen, rules: Mapping[str, Sequence[Rule]] | None = None
) -> Iterator[list[Tried]]:
    """The chosen items, each tried again and nothing written, a page at a time."""
    judges = Judges(workspace)
    after: int | None = None
    while items := find(workspace.log, chosen, limit=AT_ONCE, after=after):
        after = items[-1].seq
        tried = []
        for item in items:
            source = item.what.source
            every = judges.rules(source)
            if rules is not None:
                every = (*every, *(rule for rule in rules.get(source, ()) if rule not in every))
            one = try_again(item, every, judges.of(item))
            if rules is None or _concerns(rules.get(source, ()), one):
                tried.append(one)
        yield tried


def edit(workspace: Workspace, seq: int, fields: Mapping[str, object], text: str | None = None) -> Tried:
    """Mends one item by hand: its fields, or all of its text. Raises unknown_item, not_understood: nothing changes."""
    items = find(workspace.log, Chosen(seqs=(seq,)), limit=1)
    if not items:
        raise CestaError(
            "unknown_item", f"Nothing that waits has the number {seq}.", "It may have been mended already."
        )
    item = items[0] if text is None else replace(items[0], what=replace(items[0].what, raw=text))
    raw = parsed(item)
    if raw is not None:
        raw = edited(raw, {field: _as_before(value_at(raw, field), value) for field, value in fields.items()})
        item = replace(item, what=replace(item.what, raw=json.dumps(raw)))
    tried = try_again(item, (), Judges(workspace).of(item))
    if tried.problem is not None:
        where = f"{tried.problem.field}: " if tried.problem.field else ""
        raise CestaError("not_understood", f"{where}{tried.problem.reason}", f"It says {shown(tried.problem.value)!r}.")
    _take(workspace, [tried])
    return tried


def try_again(item: Item, rules: Sequence[Rule], judge: Judge) -> Tried:
    """Mends the item as the rules say and judges it, nothing written."""
    before = parsed(item)
    if before is None:
        problem = NotUnderstood(item.what.code, item.what.field, item.what.value, item.what.reason)
        return Tried(item, None, None, problem=problem)
    found, after = judged(rules, before, judge)
    if isinstance(found, NotUnderstood):
        return Tried(item, before, after, problem=found)
    return Tried(item, before, after, found)


def parsed(item: Item) -> Raw | None:
    """The item as it was written; None when it was no JSON object."""
    try:
        raw = json.loads(item.what.raw or "")
    except ValueError:
        return None
    return raw if isinstance(raw, dict) else None


def _as_before(before: object, given: object) -> object:
    """What was typed for a number is a number, and for something nested the same again, if it can be."""
    kinds = (int, float) if isinstance(before, int | float) else (list, dict)
    if not isinstance(before, (int, float, list, dict)) or not isinstance(given, str):
        return given
    try:
        typed = json.loads(given)
    except ValueError:
        return given
    return typed if isinstance(typed, kinds) else given


def _concerns(rules: Sequence[Rule], tried: Tried) -> bool:
    """Whether any of these rules is about this item."""
    what, before = tried.item.what, tried.before
    return before is not None and any(
        (rule.when.text, rule.field) == (what.code, what.field)
        if rule.when.kind == "reason"
        else apply(rule, before) is not before
        for rule in rules
    )


def _take(workspace: Workspace, good: Sequence[Tried]) -> None:
    """Makes events of what was understood: of the load that it came in, or of the log."""
    by_home: dict[tuple[str, str | None, bool], list[Tried]] = {}
    for tried in good:
        what = tried.item.what
        by_home.setdefault((what.source, what.load_id, isinstance(tried.event, Arrival)), []).append(tried)
    for (source, load_id, _), mine in by_home.items():
        arrivals = [tried.event for tried in mine if isinstance(tried.event, Arrival)]
        events = [tried.event for tried in mine if isinstance(tried.event, Event)]
        settled = partial(settle, seqs=[tried.item.seq for tried in mine], state="replayed")
        if load_id is not None:
            add_to_load(workspace, load_id, table_of(events), also=settled)
        else:
            keep(workspace, source, events or mark_all(workspace.root, arrivals), also=settled)


def _tell_anew(workspace: Workspace, bad: Sequence[Tried]) -> None:
    """Writes what is wrong with items now, where that is something else than before."""
    changed = [
        (tried.item.seq, found.code, found.field, shown(found.value), found.reason)
        for tried in bad
        if (found := tried.problem) is not None
        and (found.code, found.field, shown(found.value), found.reason)
        != (tried.item.what.code, tried.item.what.field, tried.item.what.value, tried.item.what.reason)
    ]
    if changed:
        with workspace.log.transaction() as sql:
            retell(sql, changed)
