"""The list of loads and their shards: what came when, from which files, and whether it counts."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

Decision = Literal["ask", "keep", "replace"]
DECISIONS: tuple[Decision, ...] = ("ask", "keep", "replace")
BIN_DAYS = 30
_DAY = 86_400_000_000
_COLUMNS = (
    "seq, load_id, source, name, files, mapping, events, customers,"
    " (select count(*) from set_aside as i where i.load_id = loads.load_id and state = 'waiting'),"
    " duplicates + (select count(*) from set_aside as i where i.load_id = loads.load_id and state = 'known'),"
    " repeated, waiting, decision, generated, sealed, binned"
)
_SHARD_COLUMNS = "name, load_id, events, customers, longest, part, hidden, hidden_count, sha256"


@dataclass(frozen=True, slots=True)
class LoadFile:
    """A file that was loaded: its name, its size, what its bytes are, and how many rows it had."""

    name: str
    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class LoadHead:
    """What is known of a load before its first row. `decision`: what to do with rows that say known ids otherwise."""

    load_id: str
    source: str
    name: str = ""
    files: tuple[LoadFile, ...] = ()
    mapping_text: str = ""
    decision: Decision = "ask"
    generated: bool = False


@dataclass(frozen=True, slots=True)
class SealedLoad:
    """A load as it is now.

    seq: its place among all loads. events, customers: what counts of it. set_aside: its rows that wait to be
    understood. duplicates: its rows that do not count, since others hold them; `repeated` of them are no row of a
    shard, the load itself said their id before.
    waiting: rows that say a known id otherwise, until someone decides. sealed, binned: microseconds since 1970.
    """

    seq: int
    load_id: str
    source: str
    name: str
    files: tuple[LoadFile, ...]
    mapping: str
    events: int
    customers: int
    set_aside: int
    duplicates: int
    repeated: int
    waiting: int
    decision: Decision
    generated: bool
    sealed: int
    binned: int | None


@dataclass(frozen=True, slots=True)
class Rank:
    """What the rule of what counts asks about a load: when it came, and what its owner decided."""

    load_id: str
    seq: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class ShardEntry:
    """One sealed shard. customers: those with an event that counts; `longest`: events of its longest journey.

    part: 0 for the load's own, 1 and up for rows that joined it later. hidden: the packed mask of rows that do not
    count now, `hidden_count` of them. sha256: what its file is, empty where an older Cesta wrote it.
    """

    name: str
    load_id: str
    events: int
    customers: int
    longest: int
    part: int = 0
    hidden: bytes | None = None
    hidden_count: int = 0
    sha256: str = ""

    @property
    def counts(self) -> bool:
        """Whether any row of it does."""
        return self.hidden_count < self.events


def read_loads(sql: sqlite3.Connection, source: str | None = None) -> list[SealedLoad]:
    """Every load in the order they came, those in the bin too; only one source's."""
    rows = sql.execute(
        f"select {_COLUMNS} from loads where ? is null or source = ? order by seq", (source, source)
    ).fetchall()
    return [_load(row) for row in rows]


def read_shards(sql: sqlite3.Connection, loads: Iterable[str] | None = None) -> list[ShardEntry]:
    """The shards that are read for answers, in the order they came; or those of these loads, whatever they are."""
    live = "load_id not in (select load_id from loads where binned is not null)"
    wanted = list(loads or ())
    where = live if loads is None else f"load_id in ({', '.join('?' * len(wanted))})"
    rows = sql.execute(f"select {_SHARD_COLUMNS} from shards where {where} order by seq", wanted).fetchall()
    return [ShardEntry(*row) for row in rows]


def next_place(sql: sqlite3.Connection, table: str) -> int:
    """The number that the table's next row will get; numbers are never used again."""
    row = sql.execute("select seq from sqlite_sequence where name = ?", (table,)).fetchone()
    return (int(row[0]) if row else 0) + 1


def insert_load(sql: sqlite3.Connection, head: LoadHead, repeated: int) -> None:
    """Lists a load; its shards, and what counts of it, come next in the same transaction."""
    files = msgspec.json.encode(head.files).decode()
    sql.execute(
        "insert into loads (load_id, source, name, files, mapping, events, customers, set_aside, repeated, decision,"
        " generated, sealed) values (?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)",
        (head.load_id, head.source, head.name or head.source, files, head.mapping_text, repeated,
         head.decision, head.generated, _now()),
    )  # fmt: skip


def insert_shards(sql: sqlite3.Connection, shards: Iterable[ShardEntry]) -> None:
    sql.executemany(
        f"insert into shards ({_SHARD_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (s.name, s.load_id, s.events, s.customers, s.longest, s.part, s.hidden, s.hidden_count, s.sha256)
            for s in shards
        ],
    )


def update_shards(sql: sqlite3.Connection, shards: Iterable[ShardEntry]) -> None:
    """Writes which rows of these shards count now."""
    sql.executemany(
        "update shards set customers = ?, hidden = ?, hidden_count = ? where name = ?",
        [(shard.customers, shard.hidden, shard.hidden_count, shard.name) for shard in shards],
    )


def replace_shards(sql: sqlite3.Connection, shards: Iterable[tuple[str, ShardEntry | None]]) -> None:
    """Lists other files at the places of these names; None: nothing is left of it."""
    several = list(shards)
    for name, other in several:
        if other is None:
            sql.execute("delete from shards where name = ?", (name,))
            continue
        sql.execute(
            "update shards set name = ?, events = ?, customers = ?, longest = ?, hidden = ?, hidden_count = ?,"
            " sha256 = ? where name = ?",
            (other.name, other.events, other.customers, other.longest, other.hidden, other.hidden_count,
             other.sha256, name),
        )  # fmt: skip
    # Their names have numbers of their own, which no later shard may get.
    sql.execute("update sqlite_sequence set seq = seq + ? where name = 'shards'", (len(several),))


def update_counts(sql: sqlite3.Connection, load_id: str, customers: int, waiting: int) -> None:
    """Writes what counts of a load now; its events and duplicates follow from its shards."""
    held, hidden = sql.execute(
        "select coalesce(sum(events), 0), coalesce(sum(hidden_count), 0) from shards where load_id = ?", (load_id,)
    ).fetchone()
    sql.execute(
        "update loads set events = ?, customers = ?, waiting = ?, duplicates = repeated + ? where load_id = ?",
        (held - hidden, customers, waiting, hidden - waiting, load_id),
    )


def bin_load(sql: sqlite3.Connection, load_id: str) -> None:
    sql.execute("update loads set binned = ? where load_id = ?", (_now(), load_id))


def unbin_load(sql: sqlite3.Connection, load_id: str) -> None:
    sql.execute("update loads set binned = null where load_id = ?", (load_id,))


def set_decision(sql: sqlite3.Connection, load_id: str, decision: Decision) -> None:
    sql.execute("update loads set decision = ? where load_id = ?", (decision, load_id))


def forget_load(sql: sqlite3.Connection, load_id: str) -> None:
    """Takes a load off the lists for good; its files are then nobody's, and the next sweep removes them."""
    for table in ("shards", "load_claims", "loads"):
        sql.execute(f"delete from {table} where load_id = ?", (load_id,))


def expired(sql: sqlite3.Connection) -> list[str]:
    """The loads that have been in the bin for its thirty days."""
    rows = sql.execute("select load_id from loads where binned < ?", (_now() - BIN_DAYS * _DAY,)).fetchall()
    return [row[0] for row in rows]


def has_hidden(sql: sqlite3.Connection, source: str) -> bool:
    """Whether anything of this source, in its loads or in the log, does not count now because another holds it."""
    row = sql.execute(
        "select exists (select 1 from shards join loads using (load_id) where source = ? and binned is null"
        " and hidden_count > 0) or exists (select 1 from events where source = ? and hidden = 1)",
        (source, source),
    ).fetchone()
    return bool(row[0])


def same_files(loads: Sequence[SealedLoad], head: LoadHead) -> list[SealedLoad]:
    """The loads that count and came from exactly these files, by their bytes."""
    wanted = sorted(file.sha256 for file in head.files)
    return [
        load
        for load in loads
        if wanted
        and load.source == head.source
        and load.binned is None
        and load.load_id != head.load_id
        and sorted(file.sha256 for file in load.files) == wanted
    ]


def _load(row: Sequence[object]) -> SealedLoad:
    values = list(row)
    values[4] = msgspec.json.decode(str(values[4]), type=tuple[LoadFile, ...])
    values[13] = bool(values[13])
    return SealedLoad(*values)  # type: ignore[arg-type]  # as the table's types say


def _now() -> int:
    return time.time_ns() // 1000
