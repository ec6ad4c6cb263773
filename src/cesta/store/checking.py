"""Whether a workspace is whole: every checksum and every count of its log, its shards and its documents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.model.errors import CestaError
from cesta.store.content import content_of
from cesta.store.disk import sha256_of
from cesta.store.documents import read_document
from cesta.store.keys import Keys
from cesta.store.loads import SealedLoad, ShardEntry, read_loads, read_shards
from cesta.store.log import Log
from cesta.store.manifest import FILE, read_manifest
from cesta.store.mask import unpack
from cesta.store.row_sum import SUMMED, sum_of
from cesta.store.shards import customers_in, message_ids

AT_ONCE = 20_000
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with which file, and how to go on."""

    file: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at, and all that is damaged.

    unsummed: shards that an older Cesta wrote without a checksum; their content was compared row by row.
    """

    documents: int
    events: int
    shards: int
    unsummed: int
    damaged: tuple[Damage, ...]


def check(root: Path, progress: Progress) -> Checked:
    """Looks at every file of a workspace; nothing is changed. Raises no_workspace."""
    if not (root / FILE).is_file():
        read_manifest(root)
    others = [*root.glob("*.yaml"), *root.glob("*/*.yaml")]
    documents = [root / FILE, *sorted(path for path in others if path != root / FILE and path.parent.name != "data")]
    found = [each for path in documents for each in _document(root, path)]
    found += _small(root / "data")
    path = root / "data" / "log.sqlite"
    progress("checking the log's pages", 0, 1)
    inside = _inside(path)
    found += inside
    if inside or not path.exists():
        return Checked(len(documents), 0, 0, 0, tuple(found))
    try:
        return _listed(root, progress, len(documents), found)
    except CestaError as error:
        return Checked(len(documents), 0, 0, 0, (*found, Damage("data/log.sqlite", error.message)))


def _document(root: Path, path: Path) -> Iterator[Damage]:
    try:
        read_manifest(root) if path == root / FILE else read_document(path)
    except CestaError as error:
        yield Damage(path.relative_to(root).as_posix(), error.message)


def _small(data: Path) -> Iterator[Damage]:
    """What is wrong with the files beside the log: accounts, the record, write keys."""
    for path in sorted(data.glob("*.sqlite")):
        if path.name != "log.sqlite":
            yield from _pages(path)
    try:
        Keys(data).every()
    except CestaError as error:
        yield Damage("data/keys.json", error.message)


def _inside(path: Path) -> list[Damage]:
    """What is wrong with the log as a file."""
    if not path.exists() or path.stat().st_size == 0:
        shards = any((path.parent / "shards").glob("*.parquet"))
        return [Damage("data/log.sqlite", "It is missing, and with it the list of shards.")] if shards else []
    return list(_pages(path))


def _pages(path: Path) -> Iterator[Damage]:
    """What SQLite itself finds wrong."""
    try:
        sql = sqlite3.connect(path, timeout=30)
        try:
            told = [str(row[0]) for row in sql.execute("pragma integrity_check(5)")]
        finally:
            sql.close()
    except sqlite3.DatabaseError as error:
        told = [str(error)]
    if told != ["ok"]:
        yield Damage(f"data/{path.name}", f"SQLite: {'; '.join(told)}.")


def _listed(root: Path, progress: Progress, documents: int, found: list[Damage]) -> Checked:
    """The log's rows, and all that it lists."""
    log = Log(root / "data" / "log.sqlite")
    try:
        events = log.read("select count(*) from events")[0][0]
        found += _rows(log, events, progress)
        with log.reading() as sql:
            loads = read_loads(sql)
            shards = read_shards(sql, [load.load_id for load in loads])
            found += _counts(sql, loads)
        bad: dict[str, list[Damage]] = {}
        for number, shard in enumerate(shards):
            progress("checking shards", number, len(shards))
            bad[shard.name] = list(_shard(root / "data" / "shards" / shard.name, shard))
        with log.reading() as sql:
            # What was taken off the list meanwhile may be gone from the disk, too.
            still = {shard.name for shard in read_shards(sql, [load.load_id for load in read_loads(sql)])}
    finally:
        log.close()
    found += [each for name, several in bad.items() if name in still for each in several]
    unsummed = sum(not shard.sha256 for shard in shards)
    return Checked(documents, events + sum(shard.events for shard in shards), len(shards), unsummed, tuple(found))


def _rows(log: Log, events: int, progress: Progress) -> list[Damage]:
    """The events that are not what was kept of them when they came."""
    wrong: list[int] = []
    seen = 0
    statement = f"select seq, sum, {', '.join(SUMMED)} from events where seq > ? order by seq limit ?"
    for page in log.pages(statement, (), AT_ONCE):
        wrong += [seq for seq, kept, *row in page if kept != sum_of(row) and (kept is not None or not _reads(row))]
        seen += len(page)
        progress("checking events", seen, events)
    if not wrong:
        return []
    first = ", ".join(map(str, wrong[:5]))
    return [Damage("data/log.sqlite", f"{len(wrong):,} events are not what was accepted; their numbers: {first} …")]


def _reads(row: list[object]) -> bool:
    """Whether the properties of an event without a checksum can be read at least."""
    try:
        json.loads(str(row[SUMMED.index("properties")]))
    except ValueError:
        return False
    return True


def _counts(sql: sqlite3.Connection, loads: list[SealedLoad]) -> Iterator[Damage]:
    """Loads that say other counts than their shards."""
    name = "data/log.sqlite"
    for load in loads:
        mine = read_shards(sql, [load.load_id])
        counted = sum(shard.events - shard.hidden_count for shard in mine)
        if counted != load.events:
            what = f"The load {load.load_id} says {load.events:,} events, its shards {counted:,}."
            yield Damage(name, what)
    lost = "select name from shards where load_id not in (select load_id from loads)"
    for (shard,) in sql.execute(lost).fetchall():
        yield Damage(name, f"The shard {shard} belongs to no load.")


def _shard(path: Path, shard: ShardEntry) -> Iterator[Damage]:
    name = f"data/shards/{path.name}"
    if not path.is_file():
        yield Damage(name, f"It is missing, with {shard.events:,} events of the load {shard.load_id}.")
        return
    if shard.sha256 and sha256_of(path) != shard.sha256:
        yield Damage(name, f"Its bytes are not those that were written; it holds {shard.events:,} events.")
        return
    try:
        yield from (Damage(name, what) for what in _inner(path, shard))
    except (CestaError, pa.ArrowException, OSError, ValueError) as error:
        yield Damage(name, f"It cannot be read: {error}")


def _inner(path: Path, shard: ShardEntry) -> Iterator[str]:
    """What the rows of a shard say against the list; without a checksum also against themselves."""
    with pq.ParquetFile(path) as file:
        rows = file.metadata.num_rows
        if rows != shard.events:
            yield f"It has {rows:,} rows, the log says {shard.events:,}."
            return
        if not shard.sha256 and "content" in file.schema_arrow.names:
            for group in range(file.num_row_groups):
                table = file.read_row_group(group)
                wrong = int(np.count_nonzero(content_of(table) != table["content"].to_numpy()))
                if wrong:
                    yield f"{wrong:,} of its rows are not what was written."
    hidden = unpack(shard.hidden, shard.events)
    if int(hidden.sum()) != shard.hidden_count:
        yield f"{int(hidden.sum()):,} of its rows are hidden, the log says {shard.hidden_count:,}."
    customers = len(customers_in(path, hidden if shard.hidden_count else None))
    if customers != shard.customers:
        yield f"It has {customers:,} customers that count, the log says {shard.customers:,}."
    if sum(len(ids) - ids.null_count for ids in message_ids(path)) != shard.events:
        yield "Some of its rows have no id."
