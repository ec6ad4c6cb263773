"""A whole load on its way in: its rows stream to the disk, then all of them count at once or none does."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

import msgspec
import numpy as np
import pyarrow as pa

from cesta.consent.rows import Admission, admission
from cesta.ingest.claimed import Claimed
from cesta.model.errors import CestaError, unknown
from cesta.store.aside import SetAside, put
from cesta.store.aside import forget_load as forget_items
from cesta.store.disk import having_room
from cesta.store.known import KnownIds
from cesta.store.loads import (
    LoadHead,
    Rank,
    SealedLoad,
    bin_load,
    forget_load,
    insert_load,
    insert_shards,
    next_place,
    read_loads,
    read_shards,
    same_files,
)
from cesta.store.recount import Change, ranks_of, recount
from cesta.store.shards import EVENTS_PER_SHARD, write_shards
from cesta.store.spill import NUMBER, OWN, Spill
from cesta.store.standing import Holders, is_among
from cesta.store.twins import NONE, Numbers, Twins, find_twins, said_before
from cesta.store.workspace import Workspace

ITEMS_IN_MEMORY = 16 * 1024 * 1024
ITEMS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Sealed:
    """What became of a load. duplicates: its rows that were known already; changed: those that say a known id otherwise
    and wait for a decision. `already`: it counted before, nothing was added. replaced: the load of the same files that
    it takes the place of. not_kept: rows that customers did not allow to be kept.
    """

    load: SealedLoad
    duplicates: int
    already: bool
    changed: int = 0
    replaced: tuple[str, ...] = ()
    not_kept: int = 0


class Sealing:
    """A load that is being sealed. Use it in a `with` block: whatever happens, nothing half of it stays."""

    def __init__(self, workspace: Workspace, head: LoadHead, per_shard: int = EVENTS_PER_SHARD) -> None:
        self.head = head
        self._workspace = workspace
        self._per_shard = per_shard
        self._spill = Spill(workspace.data)
        # A file without a name: it goes with the process, however that ends.
        self._items = tempfile.SpooledTemporaryFile(ITEMS_IN_MEMORY, dir=str(workspace.data))  # noqa: SIM115 - closed on exit
        self._ids: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._spill.close()
        # What finds no room when it is closed is thrown away in any case.
        with suppress(OSError):
            self._items.close()

    def add(self, table: pa.Table, lot: int | None = None) -> None:
        """Takes rows laid out as in a shard, in any order; what they say is worked out here.

        Columns that begin with _ say of a row what no shard keeps: which ids it names, of what kind it is.
        `lot`: they have no id of their own, and equal ones of a lot are told apart by number. Raises disk_full.
        """
        self._spill.add(table, lot)

    def put_aside(self, items: Sequence[SetAside]) -> None:
        """Takes rows that could not be understood."""
        with having_room(self._workspace.data):
            for item in items:
                self._items.write(msgspec.json.encode(item) + b"\n")
        self._ids += [item.message_id for item in items if item.message_id is not None]

    def finish(self, also: Callable[[sqlite3.Connection], None] = lambda _: None) -> Sealed:
        """Makes all of it count. Rows whose id the load itself said before are left out, and those of customers who do
        not allow them by then: what other rows of the load say of it comes first. Raises disk_full, bad_privacy.

        `also`: written in the same step.
        """
        with self._workspace.sealing():
            known = find_load(self._workspace, self.head.load_id)
            if known is not None and known.binned is None:
                return Sealed(known, 0, already=True)
            self._workspace.sweep()
            try:
                return self._seal(also)
            except BaseException:
                self._workspace.sweep()
                raise

    def _seal(self, also: Callable[[sqlite3.Connection], None]) -> Sealed:
        log, head = self._workspace.log, self.head
        with log.reading() as sql:
            replaced = [load.load_id for load in same_files(read_loads(sql), head)]
            others = [rank for rank in ranks_of(sql, head.source) if rank.load_id not in replaced]
            there = read_shards(sql, [rank.load_id for rank in others])
            rank = Rank(head.load_id, next_place(sql, "loads"), head.decision)
            first = next_place(sql, "shards")
        with having_room(self._workspace.data):
            twins = find_twins(self._spill)
            left_out = said_before(self._spill, twins)
        kept = _Kept(_admission(self._workspace), self._spill, twins, left_out)
        rows = kept.tables()
        shards = write_shards(self._workspace.shard_folder, head.load_id, rows, self._per_shard, first=first)
        before = Holders(self._workspace.shard_folder, log, head.source, others, there)

        def write(sql: sqlite3.Connection) -> None:
            forget_items(sql, head.load_id)
            forget_load(sql, head.load_id)
            for load_id in replaced:
                bin_load(sql, load_id)
            insert_load(sql, head, len(left_out))
            insert_shards(sql, shards)
            for items in self._said():
                put(sql, items)
            kept.claims.write(sql, head.load_id)
            also(sql)

        alone = _alone(before, self._spill, twins) if not replaced else lambda _: False
        recount(self._workspace, Change(head.source, [*others, rank], [*there, *shards], write, alone, self._ids))
        sealed = the_load(self._workspace, head.load_id)
        kept.count(head.source)
        return Sealed(sealed, sealed.duplicates, False, sealed.waiting, tuple(replaced), kept.not_kept)

    def _said(self) -> Iterator[list[SetAside]]:
        self._items.seek(0)
        while lines := self._items.readlines(ITEMS_AT_ONCE * 100):
            yield [msgspec.json.decode(line, type=SetAside) for line in lines]


def begin_seal(workspace: Workspace, head: LoadHead, per_shard: int = EVENTS_PER_SHARD) -> Sealing:
    """Begins a load: add rows, then finish; leaving the `with` block without finishing leaves nothing."""
    return Sealing(workspace, head, per_shard)


def add_to_load(
    workspace: Workspace, load_id: str, table: pa.Table, also: Callable[[sqlite3.Connection], None] = lambda _: None
) -> int:
    """Rows that were understood later join the load they came in, and go with it; how many it did not have yet.

    `also`: written in the same step. Raises unknown_load (also for a load in the bin), disk_full.
    """
    with workspace.sealing(), Spill(workspace.data) as spill:
        load = the_load(workspace, load_id)
        if load.binned is not None:
            raise CestaError("unknown_load", f'The load "{load_id}" is in the bin.', "Restore it first.")
        workspace.sweep()
        with workspace.log.reading() as sql:
            ranks = ranks_of(sql, load.source)
            shards = read_shards(sql, [rank.load_id for rank in ranks])
            first = next_place(sql, "shards")
        mine = [shard for shard in shards if shard.load_id == load_id]
        ids = table["message_id"].to_pylist()
        fresh = ~KnownIds([workspace.shard_folder / shard.name for shard in mine]).among(ids)
        first_of = {text: place for place, text in reversed(list(enumerate(ids)))}
        fresh &= np.array([first_of[text] == place for place, text in enumerate(ids)], np.bool_)
        admitted = _admission(workspace)
        admitted.note(table)
        fresh &= admitted.fit(table)
        spill.add(table.filter(pa.array(fresh)))
        part = 1 + max((shard.part for shard in mine), default=0)
        rows = (_for_shards(group) for group in spill.groups())
        added = write_shards(workspace.shard_folder, load_id, rows, EVENTS_PER_SHARD, first=first, part=part)
        before = Holders(workspace.shard_folder, workspace.log, load.source, ranks, shards)
        alone = _alone(before, spill)

        def write(sql: sqlite3.Connection) -> None:
            insert_shards(sql, added)
            also(sql)

        recount(workspace, Change(load.source, ranks, [*shards, *added], write, alone))
    return int(fresh.sum())


def find_load(workspace: Workspace, load_id: str) -> SealedLoad | None:
    return next((load for load in workspace.log.all_loads() if load.load_id == load_id), None)


def the_load(workspace: Workspace, load_id: str) -> SealedLoad:
    """The load of this name, in the bin or not. Raises unknown_load."""
    loads = workspace.log.all_loads()
    found = next((load for load in loads if load.load_id == load_id), None)
    if found is None:
        raise unknown("unknown_load", "load", load_id, [load.load_id for load in loads])
    return found


def _alone(before: Holders, spill: Spill, twins: Twins = NONE) -> Callable[[sqlite3.Connection], bool]:
    """Says that nobody there before holds an id with a hash of these."""
    told = np.unique(twins.after)
    return lambda _: (
        not spill.ids.has_any(before.hashes()) and not any(is_among(some, told).any() for some in before.hashes())
    )


class _Kept:
    """The rows of a load that go into shards, and what they claim; read once."""

    def __init__(self, admitted: Admission, spill: Spill, twins: Twins, left_out: Numbers) -> None:
        self.claims, self.not_kept = Claimed(), 0
        self._admitted, self._spill, self._twins, self._left_out = admitted, spill, twins, left_out

    def tables(self) -> Iterator[pa.Table]:
        if self._admitted.purposes.every:
            for table in self._spill.groups():
                self._admitted.note(self._twins.named(table))
        for table in self._spill.groups():
            named = self._twins.named(table)
            if len(self._left_out):
                named = named.filter(pa.array(~np.isin(named[NUMBER].to_numpy(), self._left_out, kind="sort")))
            fit = self._admitted.fit(named)
            if not fit.all():
                self.not_kept += int(len(fit) - fit.sum())
                named = named.filter(pa.array(fit))
            self.claims.add(named)
            yield _for_shards(named)

    def count(self, source: str) -> None:
        """Writes down how many were not kept."""
        if self.not_kept:
            self._admitted.book.count_not_kept(source, self.not_kept)


def _admission(workspace: Workspace) -> Admission:
    return admission(workspace.root, workspace.identity.rules().country)


def _for_shards(table: pa.Table) -> pa.Table:
    return table.drop_columns([name for name in table.column_names if name.startswith(OWN)])
