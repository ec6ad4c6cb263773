"""A change of a source's loads, and what counts after it, in one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cesta.store.aside import open_ids, settle_twins
from cesta.store.loads import Rank, ShardEntry, has_hidden, read_loads, read_shards, update_counts, update_shards
from cesta.store.standing import Holders, Standing, customers_of, standing
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Change:
    """How a source's loads will be. loads, shards: those that will count.

    write: lists them so. alone: says that no row concerned shares its id with any other; then the rule is not asked.
    asked_ids: ids of things set aside with the change.
    """

    source: str
    loads: Sequence[Rank]
    shards: Sequence[ShardEntry]
    write: Callable[[sqlite3.Connection], None]
    alone: Callable[[sqlite3.Connection], bool]
    asked_ids: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What follows from a change: None, all stays as it is listed. counted: set-aside ids that are events now."""

    standing: Standing | None
    counted: set[str]


def ranks_of(sql: sqlite3.Connection, source: str) -> list[Rank]:
    """The loads of a source that count."""
    return [Rank(load.load_id, load.seq, load.decision) for load in read_loads(sql, source) if load.binned is None]


def nothing_hidden(source: str) -> Callable[[sqlite3.Connection], bool]:
    """Says that nothing of this source is hidden now, so that nothing can come back."""
    return lambda sql: not has_hidden(sql, source)


def recount(workspace: Workspace, change: Change) -> None:
    """Makes the change and all that follows from it count at once, or nothing. Only while sealing."""
    holders = Holders(workspace.shard_folder, workspace.log, change.source, change.loads, change.shards)
    seen = workspace.log.marks().event
    found = _found(holders, change)
    with workspace.log.transaction() as sql:
        if sql.execute("select 1 from events where seq > ? and source = ?", (seen, change.source)).fetchone():
            # Events came through the log meanwhile; now none can.
            found = _found(holders, change)
        loads = _loads(sql)
        change.write(sql)
        if _write(sql, holders, found) or _loads(sql) == loads:
            sql.execute("update meta set changes = changes + 1")


def recount_now(sql: sqlite3.Connection, workspace: Workspace, source: str, *, alone: bool) -> None:
    """What counts of a source by its log and its lists as they are now, in the caller's transaction.

    alone: nothing of it was hidden before rows were removed, so that nothing comes back.
    """
    ranks = ranks_of(sql, source)
    shards = read_shards(sql, [rank.load_id for rank in ranks])
    holders = Holders(workspace.shard_folder, workspace.log, source, ranks, shards)
    _write(sql, holders, _found(holders, Change(source, ranks, shards, lambda _: None, lambda _: alone)))


def _found(holders: Holders, change: Change) -> _Found:
    with holders.log.reading() as sql:
        alone = change.alone(sql)
        asked = [*open_ids(sql, change.source), *change.asked_ids]
    return _Found(None if alone else standing(holders), holders.held(asked) if asked else set())


def _loads(sql: sqlite3.Connection) -> int:
    """A number that grows with each load."""
    return int(sql.execute("select coalesce(max(seq), 0) from loads").fetchone()[0])


def _write(sql: sqlite3.Connection, holders: Holders, found: _Found) -> bool:
    """Whether anything in the log changed."""
    changed = False
    if found.standing is not None:
        changed = _write_standing(sql, holders, found.standing)
    else:
        _count_new(sql, holders)
    if open_ids(sql, holders.source):
        settle_twins(sql, holders.source, found.counted)
        changed = True
    return changed


def _write_standing(sql: sqlite3.Connection, holders: Holders, found: Standing) -> bool:
    update_shards(sql, found.shards)
    for load in holders.loads:
        mine = [shard for shard in found.shards if shard.load_id == load.load_id]
        update_counts(sql, load.load_id, customers_of(holders.folder, mine), found.waiting[load.load_id])
    before = {r[0] for r in sql.execute("select seq from events where source = ? and hidden = 1", (holders.source,))}
    sql.executemany("update events set hidden = 0 where seq = ?", ((seq,) for seq in before - found.hidden_events))
    sql.executemany("update events set hidden = 1 where seq = ?", ((seq,) for seq in found.hidden_events - before))
    return before != found.hidden_events


def _count_new(sql: sqlite3.Connection, holders: Holders) -> None:
    """Counts the loads whose shards are more than they were counted with."""
    for load in read_loads(sql, holders.source):
        shards = read_shards(sql, [load.load_id])
        if load.events != sum(shard.events - shard.hidden_count for shard in shards):
            update_counts(sql, load.load_id, customers_of(holders.folder, shards), load.waiting)
