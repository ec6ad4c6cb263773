"""The front door, the only way in for events: one by one into the log, or a whole load into sealed shards."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cesta.ingest.event_json import NotUnderstood, read_event, shown
from cesta.model.event import Event
from cesta.store.log import SealedLoad, SetAside
from cesta.store.shards import EVENTS_PER_SHARD, ids_in, write_shards
from cesta.store.workspace import Workspace

PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a batch: accepted + duplicates + set_aside is its size.

    local_times: times without a zone, read in the workspace's; unclear_times: those of them that the clock showed twice
    or skipped. problems: the first of what was set aside.
    """

    accepted: int
    duplicates: int
    set_aside: int
    local_times: int = 0
    unclear_times: int = 0
    problems: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """A whole load, ready to be sealed: `table` is laid out as a shard is, in any order.

    `refused`: how many rows could not be understood; `set_aside` holds the first of them.
    """

    load_id: str
    source: str
    table: pa.Table
    set_aside: tuple[SetAside, ...] = ()
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Sealed:
    """What became of a load. `already`: it had been sealed before, nothing was added."""

    load: SealedLoad
    duplicates: int
    already: bool


def accept(workspace: Workspace, events: Sequence[Mapping[str, object]], source: str) -> Accepted:
    """Takes a batch of JSON events; what was accepted is on disk when this returns.

    An event with a (source, message id) seen before is a duplicate; without a message id, an event that is equal in
    every field is. What cannot be understood is set aside with the reason and never stops the others.
    """
    zone = ZoneInfo(workspace.settings.timezone)
    understood: list[Event] = []
    aside: list[SetAside] = []
    local = unclear = 0
    for row, given in enumerate(events, start=1):
        try:
            event, is_local, is_unclear = read_event(given, source, zone)
        except NotUnderstood as problem:
            aside.append(SetAside(source, problem.reason, problem.field, shown(problem.value), row=row))
        else:
            understood.append(event)
            local += is_local
            unclear += is_unclear
    accepted = None
    while accepted is None:
        # A load sealed between looking and keeping may hold the same events: then look again.
        newest_load = workspace.log.marks()[1]
        sealed = _sealed_ids(workspace, source)
        fresh = [event for event in understood if event.message_id not in sealed]
        accepted = workspace.log.append(fresh, aside, newest_load=newest_load)
    duplicates = len(understood) - accepted
    return Accepted(accepted, duplicates, len(aside), local, unclear, tuple(aside[:PROBLEMS_SHOWN]))


def seal(workspace: Workspace, load: Load, per_shard: int = EVENTS_PER_SHARD) -> Sealed:
    """Writes a load's shards, then makes all of them count in one step: a load is wholly there or not at all.

    Events whose (source, message id) is known already are left out. A load id that was sealed before adds nothing.
    """
    with _sealing(workspace):
        for known in workspace.log.loads():
            if known.load_id == load.load_id:
                return Sealed(known, 0, already=True)
        while True:
            workspace.sweep()
            seen = workspace.log.marks()[0]
            fresh = _without_known(workspace, load)
            shards = write_shards(workspace.shard_folder, load.load_id, fresh, per_shard)
            customers = pc.count_distinct(fresh["customer"]).as_py()
            sealed = SealedLoad(load.load_id, load.source, len(fresh), customers, load.refused)
            clash = partial(_accepted_meanwhile, workspace, load.source, fresh, seen)
            if workspace.log.register(sealed, shards, load.set_aside, clash):
                return Sealed(sealed, len(load.table) - len(fresh), already=False)


def _accepted_meanwhile(workspace: Workspace, source: str, fresh: pa.Table, seen: int) -> bool:
    """Whether one of these events came through the log after event number `seen`."""
    late = workspace.log.ids_of(source, seen)
    return bool(late) and bool(pc.any(pc.is_in(fresh["message_id"], value_set=pa.array(late, pa.string()))).as_py())


@contextmanager
def _sealing(workspace: Workspace) -> Iterator[None]:
    """One load at a time, also across processes, so that sweeping never takes another load's files for strays."""
    with (workspace.data / "seal.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _without_known(workspace: Workspace, load: Load) -> pa.Table:
    ids = load.table["message_id"].combine_chunks()
    first = np.zeros(len(ids), np.bool_)
    first[np.unique(ids.dictionary_encode().indices.to_numpy(), return_index=True)[1]] = True
    known = [ids_in(_shards_of(workspace, load.source), load.source), workspace.log.ids_of(load.source)]
    for some in known:
        if len(some):
            first &= ~pc.is_in(ids, value_set=pa.array(some, pa.string())).to_numpy(zero_copy_only=False)
    return load.table if first.all() else load.table.filter(pa.array(first))


def _shards_of(workspace: Workspace, source: str) -> list[Path]:
    loads = {load.load_id for load in workspace.log.loads() if load.source == source}
    return [workspace.shard_folder / shard.name for shard in workspace.log.shards() if shard.load_id in loads]


def _sealed_ids(workspace: Workspace, source: str) -> frozenset[str]:
    return _ids_in(tuple(_shards_of(workspace, source)), source)


@lru_cache(maxsize=4)
def _ids_in(paths: tuple[Path, ...], source: str) -> frozenset[str]:
    """Kept between batches: a sealed shard never changes."""
    return frozenset(ids_in(paths, source))
