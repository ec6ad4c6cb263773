"""What changed with a load: a few of its rows that say something else about a known id, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cesta.ingest.sealing import the_load
from cesta.model.event import Event, Value
from cesta.model.instant import show_instant
from cesta.store.changed import Came, Pair, Place, changed, portions
from cesta.store.loads import Rank, SealedLoad, read_shards
from cesta.store.recount import ranks_of
from cesta.store.shards import event_at
from cesta.store.workspace import Workspace

SHOWN = 5
EXACT = 2**53
"""Whole numbers up to here are the same number as a fraction."""


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field that differs: customer, event, time, or properties.NAME. was, now: null where it is not set."""

    field: str
    was: Value | None
    now: Value | None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row as the load says it, by its id, and what differs from what counted when the load came."""

    id: str
    customer: str
    event: str
    time: str
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """Rows of a load that say something else about known ids, decided upon or not.

    total: how many there are; null where counting would take long. changes: the first of them.
    """

    total: int | None
    changes: tuple[ChangedRow, ...]


def changes(workspace: Workspace, load_id: str) -> ChangedRows:
    """The first changed rows of a load, in the order in which it is kept: by customer, then by time.

    Raises unknown_load.
    """
    load = the_load(workspace, load_id)
    # What still waits was counted when the load came; after the decision the rows are compared anew.
    known = load.waiting if load.decision == "ask" and load.binned is None else None
    came = _came(workspace, load)
    found: list[ChangedRow] = []
    seen = 0
    for shards in portions(came.mine):
        if len(found) == SHOWN or len(found) == known:
            return ChangedRows(known, tuple(found))
        part = changed(came, shards, SHOWN - len(found))
        seen += part.rows
        found += _told(workspace, part.first)
    return ChangedRows(seen if known is None else known, tuple(found))


def _came(workspace: Workspace, load: SealedLoad) -> Came:
    with workspace.log.reading() as sql:
        before = [rank for rank in ranks_of(sql, load.source) if rank.seq < load.seq]
        mine = read_shards(sql, [load.load_id])
        shards = read_shards(sql, [rank.load_id for rank in before])
    rank = Rank(load.load_id, load.seq, load.decision)
    return Came(workspace.shard_folder, workspace.log, load.source, rank, mine, before, shards)


def _told(workspace: Workspace, pairs: Sequence[Pair]) -> Iterator[ChangedRow]:
    for pair in pairs:
        was, now = _event_at(workspace, pair.was), _event_at(workspace, pair.now)
        if was.message_id == now.message_id:
            yield ChangedRow(now.message_id, now.customer, now.name, show_instant(now.time), _fields(was, now))


def _event_at(workspace: Workspace, place: Place) -> Event:
    if place.shard is not None:
        return event_at(workspace.shard_folder / place.shard, place.row)
    ((source, message_id, customer, name, time, properties),) = workspace.log.read(
        "select source, message_id, customer, name, time, properties from events where seq = ?", (place.row,)
    )
    return Event(source, message_id, customer, name, time, json.loads(properties))


def _fields(was: Event, now: Event) -> tuple[ChangedField, ...]:
    """What differs; what is equal is left out."""
    heads: list[tuple[str, Value | None, Value | None]] = [
        ("customer", was.customer, now.customer),
        ("event", was.name, now.name),
        ("time", show_instant(was.time), show_instant(now.time)),
    ]
    names = sorted({*was.properties, *now.properties})
    props = [(f"properties.{name}", was.properties.get(name), now.properties.get(name)) for name in names]
    return tuple(ChangedField(*each) for each in [*heads, *props] if not _same(each[1], each[2]))


def _same(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same, as what a row says is compared: 1 and 1.0 do, "1" and true do not.

    >>> _same(1, 1.0), _same(1, True), _same("1", 1), _same(None, None)
    (True, False, False, True)
    """
    if type(one) is type(other):
        return one == other
    numbers = {type(one), type(other)} == {int, float}
    return numbers and one == other and abs(float(one or 0)) <= EXACT
