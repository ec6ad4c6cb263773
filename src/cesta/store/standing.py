"""What counts of a source right now: its loads and its part of the log compared, id by id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.model.event import Event
from cesta.store.content import Hashes, content_of, hash_texts
from cesta.store.loads import Rank, ShardEntry
from cesta.store.log import Log
from cesta.store.mask import Mask, pack, unpack
from cesta.store.rule import CODES, KEEP, what_counts
from cesta.store.shards import contents, customers_in, message_ids, table_of

MOST_AT_ONCE = 4_000_000
"""Rows whose ids are compared wholly at a time; what comes after waits its turn, so that memory stays flat."""
LOG = -1
FEW = 50_000
BITS = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts now. shards: each as it is to be listed. waiting: rows that wait for a decision, by load.

    hidden_events: numbers of the log's events of this source that do not count.
    """

    shards: tuple[ShardEntry, ...]
    waiting: dict[str, int]
    hidden_events: frozenset[int]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows whose hash stands more than once: where each is, when it came, and what it says."""

    ids: pa.Array
    holder: NDArray[np.int64]
    place: NDArray[np.int64]
    order: NDArray[np.int64]
    content: Hashes


@dataclass(slots=True)
class Holders:
    """Everyone who may hold an id of one source: the shards of its loads that count, and the log."""

    folder: Path
    log: Log
    source: str
    loads: Sequence[Rank]
    shards: Sequence[ShardEntry]
    _hashes: dict[str, Hashes] = field(default_factory=dict)

    def shard_hashes(self, shard: ShardEntry) -> Hashes:
        if shard.name not in self._hashes:
            parts = [hash_texts(ids) for ids in message_ids(self.folder / shard.name)]
            self._hashes[shard.name] = np.concatenate(parts)
        return self._hashes[shard.name]

    def log_hashes(self) -> Hashes:
        """Hashes of the ids that the log holds."""
        statement = "select seq, message_id from events where source = ? and seq > ? order by seq limit ?"
        pages = self.log.pages(statement, (self.source,))
        parts = [hash_texts(pa.array([row[1] for row in page], pa.string())) for page in pages]
        return np.concatenate(parts) if parts else np.zeros(0, np.uint64)

    def hashes(self) -> Iterator[Hashes]:
        for shard in self.shards:
            yield self.shard_hashes(shard)
        yield self.log_hashes()

    def held(self, ids: Sequence[str]) -> set[str]:
        """Which of these ids someone holds."""
        asked = pa.array(ids, pa.string())
        wanted = np.unique(hash_texts(asked))
        found = {text for rows in self.rows(wanted) for text in rows.ids.to_pylist()}
        return found.intersection(ids)

    def rows(self, wanted: Hashes) -> Iterator[Rows]:
        """The rows whose hash is one of these."""
        load_seq = {load.load_id: load.seq for load in self.loads}
        for number, shard in enumerate(self.shards):
            places = np.flatnonzero(is_among(self.shard_hashes(shard), wanted))
            if len(places):
                path = self.folder / shard.name
                order = np.full(len(places), 2 * load_seq[shard.load_id], np.int64)
                holder = np.full(len(places), number, np.int64)
                yield Rows(_taken(message_ids(path), places), holder, places, order, contents(path)[places])
        yield from self.log_rows(wanted)

    def log_rows(self, wanted: Hashes) -> Iterator[Rows]:
        statement = (
            "select seq, message_id, after_load, content, customer, name, time, properties from events"
            " where source = ? and seq > ? order by seq limit ?"
        )
        for page in self.log.pages(statement, (self.source,)):
            ids = pa.array([row[1] for row in page], pa.string())
            chosen = np.flatnonzero(is_among(hash_texts(ids), wanted))
            if not len(chosen):
                continue
            mine = [page[place] for place in chosen.tolist()]
            holder = np.full(len(mine), LOG, np.int64)
            place, order = (np.array(part, np.int64) for part in ([r[0] for r in mine], [2 * r[2] + 1 for r in mine]))
            yield Rows(ids.take(pa.array(chosen)), holder, place, order, _log_contents(self.source, mine))


def standing(holders: Holders) -> Standing:
    """Applies the rule to everything its source holds."""
    masks: dict[int, Mask] = {}
    waiting = dict.fromkeys((load.load_id for load in holders.loads), 0)
    hidden_events: set[int] = set()
    for wanted in portions(repeated(holders.hashes())):
        rows = _joined(holders.rows(wanted))
        counts, waits = _judged(holders, rows)
        for number in np.unique(rows.holder).tolist():
            mine = rows.holder == number
            lost = rows.place[mine & ~counts]
            if number == LOG:
                hidden_events.update(lost.tolist())
                continue
            shard = holders.shards[number]
            masks.setdefault(number, np.zeros(shard.events, np.bool_))[lost] = True
            waiting[shard.load_id] += int((mine & waits).sum())
    shards = tuple(_listed(holders.folder, shard, masks.get(n)) for n, shard in enumerate(holders.shards))
    return Standing(shards, waiting, frozenset(hidden_events))


def customers_of(folder: Path, shards: Sequence[ShardEntry]) -> int:
    """How many customers of a load count, from its shards as they are listed."""
    if all(shard.part == 0 for shard in shards):
        return sum(shard.customers for shard in shards)
    several = [
        customers_in(folder / shard.name, unpack(shard.hidden, shard.events) if shard.hidden_count else None)
        for shard in shards
    ]
    return len(pa.chunked_array(several, pa.string()).unique())


def is_among(hashes: Hashes, ascending: Hashes) -> Mask:
    """Which of these hashes are in a list that ascends."""
    if not len(ascending):
        return np.zeros(len(hashes), np.bool_)
    if len(ascending) < FEW:
        return _found(hashes, ascending)
    # A search in a long list waits for memory at every step; most hashes are ruled out by one look at a small table.
    begins = np.zeros(1 << BITS, np.bool_)
    begins[ascending >> np.uint64(64 - BITS)] = True
    among: Mask = begins[hashes >> np.uint64(64 - BITS)]
    places = np.flatnonzero(among)
    order = places[np.argsort(hashes[places])]
    among[order] = _found(hashes[order], ascending)
    return among


def _found(hashes: Hashes, ascending: Hashes) -> Mask:
    places = np.searchsorted(ascending, hashes)
    places[places == len(ascending)] = 0
    found: Mask = ascending[places] == hashes
    return found


def repeated(parts: Iterable[Hashes]) -> tuple[Hashes, NDArray[np.int64]]:
    """The hashes that stand more than once, ascending, and how often each does."""
    everything = np.sort(np.concatenate(list(parts)))
    starts = np.flatnonzero(np.diff(everything, prepend=everything[:1] + np.uint64(1)))
    sizes = np.diff(np.append(starts, len(everything)))
    return everything[starts[sizes > 1]], sizes[sizes > 1]


def portions(several: tuple[Hashes, NDArray[np.int64]]) -> Iterator[Hashes]:
    """These hashes, so many at a time that their rows can be compared at once."""
    hashes, sizes = several
    ends = np.cumsum(sizes)
    low = 0
    while low < len(hashes):
        before = int(ends[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(ends, before + MOST_AT_ONCE, side="right")))
        yield hashes[low:high]
        low = high


def _joined(parts: Iterable[Rows]) -> Rows:
    every = list(parts)
    ids = pa.concat_arrays([part.ids for part in every])
    return Rows(
        ids,
        np.concatenate([part.holder for part in every]),
        np.concatenate([part.place for part in every]),
        np.concatenate([part.order for part in every]),
        np.concatenate([part.content for part in every]),
    )


def _judged(holders: Holders, rows: Rows) -> tuple[Mask, Mask]:
    """For each row, in the order given, whether it counts and whether it waits. Ids are compared wholly."""
    codes = rows.ids.dictionary_encode().indices.to_numpy().astype(np.int64)
    by_load = {load.load_id: CODES[load.decision] for load in holders.loads}
    by_holder = np.array([*(by_load[shard.load_id] for shard in holders.shards), KEEP], np.int8)
    order = np.lexsort((rows.order, codes))
    counts, waits = np.empty(len(codes), np.bool_), np.empty(len(codes), np.bool_)
    counts[order], waits[order] = what_counts(codes[order], rows.content[order], by_holder[rows.holder[order]])
    return counts, waits


def _listed(folder: Path, shard: ShardEntry, mask: Mask | None) -> ShardEntry:
    """The shard as it is to be listed with this mask."""
    packed = None if mask is None else pack(mask)
    if packed == shard.hidden:
        return shard
    customers = len(customers_in(folder / shard.name, mask))
    hidden_count = 0 if mask is None else int(mask.sum())
    return replace(shard, hidden=packed, hidden_count=hidden_count, customers=customers)


def _taken(parts: Iterable[pa.Array], places: NDArray[np.int64]) -> pa.Array:
    """The texts at these ascending places of arrays that follow each other."""
    taken, before = [], 0
    for part in parts:
        low, high = np.searchsorted(places, (before, before + len(part)))
        if high > low:
            taken.append(part.take(pa.array(places[low:high] - before)))
        before += len(part)
    return pa.concat_arrays(taken)


def _log_contents(source: str, rows: Sequence[tuple[object, ...]]) -> Hashes:
    """What the log's rows say; those of an older format are looked at now."""
    events = [
        Event(source, str(m), str(c), str(n), int(str(t)), json.loads(str(p)))
        for _, m, _, content, c, n, t, p in rows
        if content is None
    ]
    known = np.array([0 if row[3] is None else row[3] for row in rows], np.int64).view(np.uint64)
    if events:
        known[np.array([row[3] is None for row in rows])] = content_of(table_of(events))
    return known
