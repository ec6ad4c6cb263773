"""The durable intake: what was accepted is on disk, what could not be understood lies beside it with the reason."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.disk import settle_folder

SCHEMA_VERSION = 1
SCHEMA = """
create table events (
    seq integer primary key autoincrement, source text not null, message_id text not null, customer text not null,
    name text not null, time integer not null, assumed integer not null, properties text not null,
    received integer not null, unique (source, message_id)
) strict;
create table set_aside (
    seq integer primary key autoincrement, source text not null, load_id text, file text, row integer, field text,
    value text, reason text not null, received integer not null
) strict;
create table loads (
    seq integer primary key autoincrement, load_id text not null unique, source text not null, events integer not null,
    customers integer not null, set_aside integer not null, sealed integer not null
) strict;
create table shards (
    seq integer primary key autoincrement, name text not null unique, load_id text not null, events integer not null,
    customers integer not null, longest integer not null
) strict;
"""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be understood: where it stood, what it said, and why it was not taken.

    `file` and `row` (from 1) say where in a load; in a batch of events `row` is the place in the batch, from 1.
    """

    source: str
    reason: str
    field: str | None = None
    value: str | None = None
    file: str | None = None
    row: int | None = None
    load_id: str | None = None


@dataclass(frozen=True, slots=True)
class SealedLoad:
    load_id: str
    source: str
    events: int
    customers: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class ShardEntry:
    """One sealed shard; `longest`: events of its longest journey."""

    name: str
    load_id: str
    events: int
    customers: int
    longest: int


DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tells what is wrong with the file. Raises broken_workspace, no_access."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in DAMAGED:
            raise CestaError(
                "broken_workspace",
                f"{path} is damaged: {error}.",
                "Restore it from a copy; or move the folder data away and load the sources again.",
            ) from error
        if not isinstance(error, sqlite3.OperationalError):
            raise
        raise CestaError(
            "no_access", f"{path} cannot be used: {error}.", "Check the path, its rights and the disk."
        ) from error


class Log:
    """One SQLite file, one writer: a call that returned is on disk. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        with _told(path):
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            with _told(path):
                self._prepare(path)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, path: Path) -> None:
        for pragma in ("journal_mode=wal", "synchronous=full", "fullfsync=on"):
            self._connection.execute(f"pragma {pragma}").close()
        with self.transaction() as sql:
            version = sql.execute("pragma user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise CestaError(
                    "newer_format",
                    f"{path} was written by a newer Cesta (version {version}; this one knows {SCHEMA_VERSION}).",
                    "Open it with a newer Cesta. Nothing was changed.",
                )
            if version == 0:
                for statement in filter(str.strip, SCHEMA.split(";\n")):
                    sql.execute(statement)
                sql.execute(f"pragma user_version={SCHEMA_VERSION}")
        if version == 0:
            settle_folder(path.parent)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; on disk when the block has ended."""
        with self._lock, _told(self._path):
            self._connection.execute("begin immediate")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("rollback")
                raise
            self._connection.execute("commit")

    def append(
        self, events: Sequence[Event], set_aside: Sequence[SetAside] = (), *, newest_load: int | None = None
    ) -> int | None:
        """Keeps the events whose (source, message id) is new and says how many those were.

        `newest_load`: the load that the caller has compared with; None, and nothing kept, when there is a newer one.
        """
        received = time.time_ns() // 1000
        rows = [
            (e.source, e.message_id, e.customer, e.name, e.time, e.assumed_time, _show(e.properties), received)
            for e in events
        ]
        with self.transaction() as sql:
            if newest_load is not None and newest_load != self.marks()[1]:
                return None
            before = sql.total_changes
            sql.executemany(
                "insert into events (source, message_id, customer, name, time, assumed, properties, received)"
                " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, message_id) do nothing",
                rows,
            )
            accepted = sql.total_changes - before
            self._put_aside(sql, set_aside)
        return accepted

    def register(
        self,
        load: SealedLoad,
        shards: Iterable[ShardEntry],
        set_aside: Sequence[SetAside],
        clash: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Makes a load's shards count, all at once. The files must be on disk already.

        `clash` is asked when nothing more can be accepted; False, and nothing registered, when it says yes.
        """
        with self.transaction() as sql:
            if clash():
                return False
            sql.execute(
                "insert into loads (load_id, source, events, customers, set_aside, sealed) values (?, ?, ?, ?, ?, ?)",
                (load.load_id, load.source, load.events, load.customers, load.set_aside, time.time_ns() // 1000),
            )
            sql.executemany(
                "insert into shards (name, load_id, events, customers, longest) values (?, ?, ?, ?, ?)",
                [(s.name, s.load_id, s.events, s.customers, s.longest) for s in shards],
            )
            self._put_aside(sql, set_aside)
        return True

    def events_between(self, after: int, last: int) -> list[Event]:
        """The events accepted after number `after`, up to and with number `last`, in the order they were accepted."""
        rows = self._read(
            "select source, message_id, customer, name, time, properties, assumed from events"
            " where seq > ? and seq <= ? order by seq",
            (after, last),
        )
        return [Event(s, m, c, n, t, json.loads(p), bool(a)) for s, m, c, n, t, p, a in rows]

    def marks(self) -> tuple[int, int]:
        """The number of the newest accepted event and of the newest load: whoever knows both knows if data changed."""
        rows = self._read("select (select max(seq) from events), (select max(seq) from loads)")
        return rows[0][0] or 0, rows[0][1] or 0

    def ids_of(self, source: str, after: int = 0) -> list[str]:
        """Every message id the log holds for this source; only those accepted after number `after`."""
        rows = self._read("select message_id from events where source = ? and seq > ?", (source, after))
        return [row[0] for row in rows]

    def loads(self) -> list[SealedLoad]:
        rows = self._read("select load_id, source, events, customers, set_aside from loads order by seq")
        return [SealedLoad(*row) for row in rows]

    def shards(self) -> list[ShardEntry]:
        rows = self._read("select name, load_id, events, customers, longest from shards order by seq")
        return [ShardEntry(*row) for row in rows]

    def set_aside(self, limit: int = 100) -> list[SetAside]:
        """The newest of what could not be understood, newest first."""
        rows = self._read(
            "select source, reason, field, value, file, row, load_id from set_aside order by seq desc limit ?", (limit,)
        )
        return [SetAside(*row) for row in rows]

    def counts(self) -> dict[str, int]:
        """How much there is: events in the log, events in shards, things set aside."""
        rows = self._read(
            "select (select count(*) from events), (select coalesce(sum(events), 0) from shards),"
            " (select count(*) from set_aside)"
        )
        return dict(zip(("log", "shards", "set_aside"), rows[0], strict=True))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock, _told(self._path):
            return self._connection.execute(statement, values).fetchall()

    @staticmethod
    def _put_aside(sql: sqlite3.Connection, set_aside: Sequence[SetAside]) -> None:
        received = time.time_ns() // 1000
        sql.executemany(
            "insert into set_aside (source, load_id, file, row, field, value, reason, received)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            [(s.source, s.load_id, s.file, s.row, s.field, s.value, s.reason, received) for s in set_aside],
        )


def _show(properties: object) -> str:
    return json.dumps(properties, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
