"""Removes single events for good, wherever they lie: one by one in the log, or in sealed shards; all of it at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from cesta.model.event import Event
from cesta.store.columns import Columns, from_events
from cesta.store.load_claims import Left, claims_left, retire
from cesta.store.loads import has_hidden, read_loads, read_shards, replace_shards, update_counts
from cesta.store.log import Log
from cesta.store.mask import Mask
from cesta.store.recount import recount_now
from cesta.store.rewriting import Rewritten, without_rows
from cesta.store.shards import oldest, read_shard
from cesta.store.standing import customers_of
from cesta.store.wiping import forget_derived
from cesta.store.workspace import Workspace

PAGE = 20_000
STEPS = (
    "select seq, source, message_id, customer, name, time, properties, assumed from events where step = 1 and time < ?"
    " and seq > ? order by seq limit ?"
)
Which = Callable[[Columns], Mask]
"""For columns of some events, which of them go; asked for pages of the log, and for shards."""


@dataclass(frozen=True, slots=True)
class RemovedEvents:
    """How many events of the log and rows of loads are gone, and how many files were written anew or removed."""

    log: int
    rows: int
    files: int


def remove(workspace: Workspace, which: Which, before: int) -> RemovedEvents:
    """Removes these events, those of loads in the bin and those that do not count, too: all, or when interrupted none.

    before: `which` chooses only events older than this moment; what is newer is not read. Freed pages of the log are
    zeroed, derived files go; whoever sends one again brings it back. Raises disk_full.
    """
    with workspace.sealing():
        workspace.sweep()
        seqs = [seq for page in _in_log(workspace.log, which, before) for seq in page]
        shards = _without(workspace, which, before)
        if seqs or shards:
            _write(workspace, seqs, shards, claims_left(workspace.log, workspace.shard_folder, shards))
            forget_derived(workspace.log, workspace.data)
            workspace.sweep()
    return RemovedEvents(len(seqs), sum(one.rows for one in shards), len(shards))


def _in_log(log: Log, which: Which, before: int) -> Iterator[list[int]]:
    for page in log.pages(STEPS, (before,), PAGE):
        events = [Event(s, m, c, n, t, json.loads(p), bool(a)) for _, s, m, c, n, t, p, a in page]
        order = sorted(range(len(events)), key=lambda at: (events[at].customer, events[at].time))
        leaving = np.flatnonzero(which(from_events(events)))
        yield [page[order[at]][0] for at in leaving.tolist()]


def _without(workspace: Workspace, which: Which, before: int) -> list[Rewritten]:
    with workspace.log.reading() as sql:
        shards = read_shards(sql, [load.load_id for load in read_loads(sql)])
        row = sql.execute("select seq from sqlite_sequence where name = 'shards'").fetchone()
    found: list[Rewritten] = []
    for shard in shards:
        if oldest(workspace.shard_folder / shard.name) >= before:
            continue
        leaving = which(read_shard(workspace.shard_folder / shard.name))
        if leaving.any():
            number = (row[0] if row else 0) + 1 + len(found)
            found.append(without_rows(workspace.shard_folder, shard, leaving, number))
    return found


def _write(workspace: Workspace, seqs: list[int], shards: list[Rewritten], claims: list[Left]) -> None:
    """Takes them off all lists and counts what is left."""
    chosen = json.dumps(seqs)
    with workspace.log.transaction() as sql:
        sql.execute("pragma secure_delete=on").close()
        mine = "seq in (select value from json_each(?))"
        sources = {row[0] for row in sql.execute(f"select distinct source from events where {mine}", (chosen,))}
        loads = {load.load_id: load for load in read_loads(sql)}
        changed = [loads[shard.was.load_id] for shard in shards]
        sources |= {load.source for load in changed}
        hidden = {source: has_hidden(sql, source) for source in sources}
        sql.execute(f"delete from events where {mine}", (chosen,))
        replace_shards(sql, [(shard.was.name, shard.now) for shard in shards])
        retire(sql, claims)
        for load in {load.load_id: load for load in changed if load.binned is not None}.values():
            left = read_shards(sql, [load.load_id])
            waiting = min(load.waiting, sum(shard.hidden_count for shard in left))
            update_counts(sql, load.load_id, customers_of(workspace.shard_folder, left), waiting)
        for source in sorted(sources):
            recount_now(sql, workspace, source, alone=not hidden[source])
        sql.execute("update meta set changes = changes + 1")
