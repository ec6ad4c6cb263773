"""Which rows of a load say something else about a known id: found a portion at a time, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.store.content import Hashes, hash_texts
from cesta.store.loads import Rank, ShardEntry
from cesta.store.log import Log
from cesta.store.rule import CODES, KEEP, REPLACE
from cesta.store.shards import contents, message_ids
from cesta.store.standing import LOG, Holders, Rows, is_among

MOST_AT_ONCE = 8_000_000
"""Rows of the load that are compared at a time, 48 bytes of memory each."""
NOBODY = -2
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: in a shard, or in the log (no shard) under its number there."""

    shard: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Pair:
    """What counted of an id when a load came, and the row of the load that says something else about it."""

    was: Place
    now: Place


@dataclass(frozen=True, slots=True)
class Came:
    """A load and its shards, and what came before: the loads of its source that count, their shards, and the log."""

    folder: Path
    log: Log
    source: str
    load: Rank
    mine: Sequence[ShardEntry]
    before: Sequence[Rank]
    shards: Sequence[ShardEntry]


@dataclass(frozen=True, slots=True)
class Changed:
    """How many rows say something else, and the first of them."""

    rows: int
    first: tuple[Pair, ...]


def portions(shards: Sequence[ShardEntry]) -> Iterator[list[ShardEntry]]:
    """Whole shards, together as many as are compared at a time, one at least."""
    taken: list[ShardEntry] = []
    for shard in shards:
        if taken and sum(each.events for each in taken) + shard.events > MOST_AT_ONCE:
            yield taken
            taken = []
        taken.append(shard)
    if taken:
        yield taken


def changed(came: Came, shards: Sequence[ShardEntry], most: int) -> Changed:
    """The rows of these shards of the load that say something else, in their order; so many of them as pairs.

    Ids are compared by their hashes: whoever shows a pair compares the ids themselves.
    """
    portion = _Portion.of(came.folder, shards)
    _meet_all(came, portion)
    found = portion.changed()
    return Changed(len(found), tuple(_pair(came, portion, shards, at) for at in found[:most].tolist()))


def _pair(came: Came, portion: _Portion, shards: Sequence[ShardEntry], at: int) -> Pair:
    holder, row = int(portion.holder[at]), int(portion.rows[at])
    was = Place(None if holder == LOG else came.shards[holder].name, int(portion.place[at]))
    number = int(np.searchsorted(portion.starts, row, side="right")) - 1
    return Pair(was, Place(shards[number].name, row - int(portion.starts[number])))


@dataclass(slots=True)
class _Portion:
    """Rows looked at together, by their hashes' order; and for each who holds what counted of its id before."""

    hashes: Hashes
    content: Hashes
    rows: Numbers
    starts: Numbers
    holder: Numbers
    place: Numbers
    known: Hashes

    @classmethod
    def of(cls, folder: Path, shards: Sequence[ShardEntry]) -> _Portion:
        paths = [folder / shard.name for shard in shards]
        hashes = np.concatenate([hash_texts(ids) for path in paths for ids in message_ids(path)])
        order = np.argsort(hashes, kind="stable")
        starts = np.cumsum([0, *(shard.events for shard in shards)])
        content = np.concatenate([contents(path) for path in paths])[order]
        nobody, nowhere = np.full(len(order), NOBODY, np.int64), np.zeros(len(order), np.int64)
        return cls(hashes[order], content, order, starts, nobody, nowhere, np.zeros(len(order), np.uint64))

    def meet(self, rows: _Earlier, holder: int, decision: int) -> None:
        """Takes note of rows that came next: the first of an id counts, and then what is to replace it."""
        mine = np.searchsorted(self.hashes, rows.hashes)
        takes = self.holder[mine] == NOBODY
        if decision == REPLACE:
            takes |= rows.content != self.known[mine]
        mine = mine[takes]
        self.holder[mine], self.place[mine], self.known[mine] = holder, rows.places[takes], rows.content[takes]

    def changed(self) -> Numbers:
        """Which say something else, in the load's order."""
        found = np.flatnonzero((self.holder != NOBODY) & (self.content != self.known))
        return found[np.argsort(self.rows[found])]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """Rows that came before and share a hash with the portion."""

    hashes: Hashes
    content: Hashes
    places: Numbers


def _meet_all(came: Came, portion: _Portion) -> None:
    """Everything that came before, in its order."""
    single = list(_holders(came, []).log_rows(portion.hashes))
    met = 0
    for rank in came.before:
        _meet_single(portion, single, met, 2 * rank.seq)
        met = 2 * rank.seq
        for number, shard in enumerate(came.shards):
            if shard.load_id == rank.load_id:
                portion.meet(_from_shard(came, shard, portion.hashes), number, CODES[rank.decision])
    _meet_single(portion, single, met, 2 * came.load.seq)


def _meet_single(portion: _Portion, single: Sequence[Rows], low: int, high: int) -> None:
    """The log's events that came between two loads."""
    for rows in single:
        mine = (rows.order > low) & (rows.order < high)
        hashes = hash_texts(rows.ids.filter(pa.array(mine)))
        portion.meet(_Earlier(hashes, rows.content[mine], rows.place[mine]), LOG, KEEP)


def _from_shard(came: Came, shard: ShardEntry, wanted: Hashes) -> _Earlier:
    # Holders remember what they read; one for each shard forgets it again.
    hashes = _holders(came, [shard]).shard_hashes(shard)
    places = np.flatnonzero(is_among(hashes, wanted))
    if not len(places):
        return _Earlier(hashes[:0], hashes[:0], places)
    return _Earlier(hashes[places], contents(came.folder / shard.name)[places], places)


def _holders(came: Came, shards: Sequence[ShardEntry]) -> Holders:
    return Holders(came.folder, came.log, came.source, came.before, shards)
