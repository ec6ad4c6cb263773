"""The loads of a workspace: listed, taken back wholly, brought back, and decided upon."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from cesta.ingest.sealing import the_load
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.store.loads import (
    DECISIONS,
    Decision,
    LoadFile,
    LoadHead,
    Rank,
    SealedLoad,
    bin_load,
    read_loads,
    read_shards,
    same_files,
    set_decision,
    unbin_load,
)
from cesta.store.recount import Change, nothing_hidden, ranks_of, recount
from cesta.store.workspace import Workspace

Write = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class LoadView:
    """A load as it is now.

    events, customers: what counts of it. duplicates: its rows that do not count, since others hold them. changed: rows
    that say a known id otherwise and wait for a decision. loaded_at, binned_at: ISO times; a load in the bin does not
    count.
    """

    load_id: str
    source: str
    name: str
    files: tuple[LoadFile, ...]
    events: int
    customers: int
    set_aside: int
    duplicates: int
    changed: int
    decision: Decision
    generated: bool
    loaded_at: str
    binned_at: str | None


@dataclass(frozen=True, slots=True)
class Unloaded:
    """What became of a load that was taken back. `already`: it was in the bin before."""

    load: LoadView
    already: bool


def list_loads(workspace: Workspace) -> tuple[LoadView, ...]:
    """Every load in the order they came, those in the bin too."""
    return tuple(_view(load) for load in workspace.log.all_loads())


def unload(workspace: Workspace, load_id: str) -> Unloaded:
    """Takes a load back wholly: every answer is as if it never was. It stays in the bin for thirty days.

    Raises unknown_load.
    """
    with workspace.sealing():
        workspace.sweep()
        load = the_load(workspace, load_id)
        if load.binned is not None:
            return Unloaded(_view(load), already=True)
        with workspace.log.reading() as sql:
            ranks = [rank for rank in ranks_of(sql, load.source) if rank.load_id != load_id]
        _change(workspace, load, ranks, partial(bin_load, load_id=load_id), may_be_alone=True)
        return Unloaded(_view(the_load(workspace, load_id)), already=False)


def restore(workspace: Workspace, load_id: str) -> LoadView:
    """Brings a load back from the bin, to its old place; one of the same files that counts goes there in turn.

    Raises unknown_load.
    """
    with workspace.sealing():
        workspace.sweep()
        load = the_load(workspace, load_id)
        if load.binned is None:
            return _view(load)
        with workspace.log.reading() as sql:
            head = LoadHead(load_id, load.source, files=load.files)
            leaving = [other.load_id for other in same_files(read_loads(sql), head)]
            ranks = [rank for rank in ranks_of(sql, load.source) if rank.load_id not in leaving]
        ranks = sorted([*ranks, Rank(load_id, load.seq, load.decision)], key=lambda rank: rank.seq)

        def write(sql: sqlite3.Connection) -> None:
            for other in leaving:
                bin_load(sql, other)
            unbin_load(sql, load_id)

        _change(workspace, load, ranks, write)
        return _view(the_load(workspace, load_id))


def decide(workspace: Workspace, load_id: str, decision: str) -> LoadView:
    """Settles what to do with a load's rows that say known ids otherwise: keep what was known, or replace it.

    Raises unknown_load, bad_decision.
    """
    chosen = next((each for each in DECISIONS if each == decision), None)
    if chosen is None:
        raise CestaError("bad_decision", f'"{decision}" is no decision.', f"It is one of: {', '.join(DECISIONS)}.")
    with workspace.sealing():
        workspace.sweep()
        load = the_load(workspace, load_id)
        if load.decision == chosen:
            return _view(load)
        with workspace.log.reading() as sql:
            ranks = ranks_of(sql, load.source)
        ranks = [replace(rank, decision=chosen) if rank.load_id == load_id else rank for rank in ranks]
        _change(workspace, load, ranks, partial(set_decision, load_id=load_id, decision=chosen), may_be_alone=True)
        return _view(the_load(workspace, load_id))


def _change(
    workspace: Workspace,
    load: SealedLoad,
    ranks: list[Rank],
    write: Callable[[sqlite3.Connection], None],
    *,
    may_be_alone: bool = False,
) -> None:
    """Makes these the loads of a source that count. `may_be_alone`: nothing changes but for rows that share an id."""
    with workspace.log.reading() as sql:
        shards = read_shards(sql, [rank.load_id for rank in ranks])
    alone = nothing_hidden(load.source) if may_be_alone else lambda _: False
    recount(workspace, Change(load.source, ranks, shards, write, alone))


def _view(load: SealedLoad) -> LoadView:
    return LoadView(
        load_id=load.load_id,
        source=load.source,
        name=load.name,
        files=load.files,
        events=load.events,
        customers=load.customers,
        set_aside=load.set_aside,
        duplicates=load.duplicates,
        changed=load.waiting,
        decision=load.decision,
        generated=load.generated,
        loaded_at=show_instant(load.sealed),
        binned_at=None if load.binned is None else show_instant(load.binned),
    )
