"""The durable intake: an event that was accepted is on disk, and counts once."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import SetAside, arrived, put
from cesta.store.disk import disk_full, settle_folder
from cesta.store.loads import SealedLoad, ShardEntry, next_place, read_loads, read_shards
from cesta.store.mask import Mask
from cesta.store.schema import bring_up

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
ROW = (
    "source", "message_id", "customer", "name", "time", "assumed", "properties", "type", "step", "raw", "ids",
    "original", "sent", "received",
)  # fmt: skip


class Marks(NamedTuple):
    """Newest event, newest load, and a number that grows with every other change: same marks, same data."""

    event: int
    load: int
    changes: int

    @property
    def loads(self) -> tuple[int, int]:
        """What stays as it is while events are only appended."""
        return self.load, self.changes


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tells what is wrong with the file. Raises broken_workspace, disk_full, no_access."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None) or 0
        if code & 0xFF in DAMAGED:
            raise CestaError(
                "broken_workspace",
                f"{path} is damaged: {error}.",
                "Restore it from a copy; or move the folder data away and load the sources again.",
            ) from error
        if code in FULL or code & 0xFF in FULL:
            raise disk_full(path) from error
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
                for pragma in ("journal_mode=wal", "synchronous=full", "fullfsync=on"):
                    self._connection.execute(f"pragma {pragma}").close()
                with self.transaction() as sql:
                    version = bring_up(sql, path)
            if version == 0:
                settle_folder(path.parent)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; on disk when the block has ended."""
        with self._lock, _told(self._path):
            self._connection.execute("begin immediate")
            try:
                yield self._connection
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise
            try:
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise

    def append(
        self,
        events: Sequence[Event] | Sequence[Arrival],
        set_aside: Sequence[SetAside] = (),
        *,
        hidden: Mask | None = None,
        compared_with: tuple[int, int] | None = None,
        also: Callable[[sqlite3.Connection], None] = lambda _: None,
    ) -> int | None:
        """Keeps the events whose (source, message id) is new here, and says how many of them no load holds.

        `hidden`: those that a load holds; they are kept for the day it is taken back. `compared_with`: `Marks.loads`
        of what the caller looked at; None, and nothing kept, when loads have changed since. `also`: written with them.
        """
        rows = [_row(each) for each in events]
        rest = (np.zeros(len(rows), np.bool_) if hidden is None else hidden).tolist()
        with self.transaction() as sql:
            if compared_with is not None and compared_with != self.marks().loads:
                return None
            before, load = next_place(sql, "events"), next_place(sql, "loads") - 1
            sql.executemany(
                f"insert into events ({', '.join(ROW)}, hidden, after_load) values ({', '.join('?' * len(ROW))}, ?, ?)"
                " on conflict (source, message_id) do nothing",
                [(*row, unseen, load) for row, unseen in zip(rows, rest, strict=True)],
            )
            also(sql)
            arrived(sql, [each.event if isinstance(each, Arrival) else each for each in events])
            put(sql, set_aside)
            counted = sql.execute("select count(*) from events where seq >= ? and hidden = 0", (before,)).fetchone()
        return int(counted[0])

    def events_between(self, after: int, last: int) -> list[Event]:
        """The steps of journeys that count, numbered above `after` up to `last`, in the order they were accepted."""
        rows = self.read(
            "select source, message_id, customer, name, time, properties, assumed from events"
            " where seq > ? and seq <= ? and hidden = 0 and step = 1 order by seq",
            (after, last),
        )
        return [Event(s, m, c, n, t, json.loads(p), bool(a)) for s, m, c, n, t, p, a in rows]

    def marks(self) -> Marks:
        """Whoever knows these knows if data changed."""
        rows = self.read(
            "select (select max(seq) from events), (select max(seq) from loads), (select changes from meta)"
        )
        return Marks(rows[0][0] or 0, rows[0][1] or 0, rows[0][2])

    def loads(self) -> list[SealedLoad]:
        """The loads that count, in the order they came."""
        return [load for load in self.all_loads() if load.binned is None]

    def all_loads(self) -> list[SealedLoad]:
        """The loads that count and those in the bin, in the order they came."""
        with self.reading() as sql:
            return read_loads(sql)

    def shards(self) -> list[ShardEntry]:
        """The shards whose load counts."""
        with self.reading() as sql:
            return read_shards(sql)

    def counts(self) -> dict[str, int]:
        """How much there is: steps of journeys in the log, events in shards, things that wait to be understood."""
        rows = self.read(
            "select (select count(*) from events where hidden = 0 and step = 1),"
            " (select coalesce(sum(events - hidden_count), 0) from shards where load_id not in"
            "  (select load_id from loads where binned is not null)),"
            " (select count(*) from set_aside where state = 'waiting' and (load_id is null or load_id not in"
            "  (select load_id from loads where binned is not null)))"
        )
        return dict(zip(("log", "shards", "set_aside"), rows[0], strict=True))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self.reading() as sql:
            return sql.execute(statement, values).fetchall()

    def pages(self, statement: str, values: tuple[object, ...], size: int = 100_000) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a statement that takes a seq to begin after and a limit last; a row's first value is its seq.

        A page at a time, so that neither memory nor other threads suffer from a long log.
        """
        after = 0
        while rows := self.read(statement, (*values, after, size)):
            yield rows
            after = rows[-1][0]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection for statements that only read."""
        with self._lock, _told(self._path):
            yield self._connection


def _row(given: Event | Arrival) -> tuple[object, ...]:
    """What the log writes of an event, or of a message that was read as one."""
    event = given.event if isinstance(given, Arrival) else given
    head = (event.source, event.message_id, event.customer, event.name, event.time, event.assumed_time,
            _show(event.properties))  # fmt: skip
    if not isinstance(given, Arrival):
        return (*head, "track", True, None, None, None, None, time.time_ns() // 1000)
    ids = _show(given.ids) if given.ids else None
    return (*head, given.type, given.is_step, given.raw, ids, given.original, given.sent, given.received)


def _show(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
