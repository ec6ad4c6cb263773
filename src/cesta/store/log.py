"""The durable intake: an event that was accepted is on disk, and counts once."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import SetAside
from cesta.store.batch import Batch, Queue, batch_of, catch_up, check_room, write
from cesta.store.disk import disk_full, settle_folder
from cesta.store.ids import Ids
from cesta.store.loads import SealedLoad, ShardEntry, next_place, read_loads, read_shards
from cesta.store.mask import Mask
from cesta.store.schema import bring_up
from cesta.store.settling import Settling

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
PRAGMAS = ("page_size=8192", "journal_mode=wal", "synchronous=full", "fullfsync=on", "wal_autocheckpoint=32000")
"""Pages of a size that messages fit into; full: a commit has reached the disk; 256 MB of WAL are `Settling`'s limit."""
FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)


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
    """One SQLite file, one writer: a call that returned is on disk. Safe to use from several threads.

    seen: `Marks.loads` as this process last saw them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock, self._reading, self._gate = threading.RLock(), threading.RLock(), threading.Lock()
        self._writer: int | None = None
        self._queue = Queue()
        self._ids: Ids | None = None
        self._settling = Settling(path, self._lock)
        with _told(path):
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            with _told(path):
                for pragma in PRAGMAS:
                    self._connection.execute(f"pragma {pragma}").close()
                with self.transaction() as sql:
                    version = bring_up(sql, path)
                # A reader of its own never waits for a commit that is on its way to the disk.
                self._reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
                self._reader.execute("pragma query_only=on").close()
            if version == 0:
                settle_folder(path.parent)
            self.seen = self.marks().loads
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; on disk when the block has ended."""
        with self._lock, _told(self._path):
            self._connection.execute("begin immediate")
            self._writer = threading.get_ident()
            try:
                yield self._connection
                self._connection.execute("commit")
            finally:
                self._writer = None
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("rollback")

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
        return self.settle(self.put(batch_of(events, set_aside, hidden, compared_with, also)))

    def put(self, batch: Batch) -> Batch:
        """Has the batch wait for the next commit; `settle` says when it is on disk. Raises busy."""
        with self._gate:
            self._queue.put(batch)
        return batch

    def settle(self, batch: Batch) -> int | None:
        """What became of a batch that was put, once it is on disk: as `append` says it."""
        # Whoever gets the lock writes for all who wait: while one commit reaches the disk, the next one gathers.
        with self._lock:
            while not batch.done:
                with self._gate:
                    group = self._queue.take()
                if not group:
                    raise RuntimeError("Whoever was writing this batch was interrupted.")
                self._write(group)
        if batch.error is not None:
            raise batch.error
        return batch.accepted

    def check_room(self) -> None:
        """Raises busy when no more should come in: before a request's body is read."""
        check_room(self._queue.size)

    def _write(self, group: Sequence[Batch]) -> None:
        done = False
        try:
            with self.transaction() as sql:
                marks = _marks(sql)
                self.seen = marks.loads
                ids = self._known_ids(sql, marks.event)
                hashes, seqs = write(sql, group, ids, marks.loads)
            ids.add(hashes, seqs, marks.event + len(seqs))
            done = True
            self._settling.wrote(sum(batch.size for batch in group))
        except Exception as error:  # noqa: BLE001  (raised where it is waited for)
            if len(group) == 1:
                group[0].error = error
                done = True
        for batch in group:
            if done:
                batch.done = True
            else:
                # One that cannot be written must not take the others with it.
                self._write([batch])

    def _known_ids(self, sql: sqlite3.Connection, newest: int) -> Ids:
        if self._ids is None:
            name = sql.execute("select name from meta").fetchone()[0]
            self._ids = Ids(self._path.parent / "ids", str(name), newest)
        catch_up(sql, self._ids, newest)
        return self._ids

    def events_between(self, after: int, last: int) -> list[Event]:
        """The steps of journeys that count, numbered above `after` up to `last`, in the order they were accepted."""
        rows = self.read(
            "select source, message_id, customer, name, time, properties, assumed from events"
            " where seq > ? and seq <= ? and hidden = 0 and step = 1 order by seq",
            (after, last),
        )
        return [Event(s, m, c, n, t, msgspec.json.decode(p), bool(a)) for s, m, c, n, t, p, a in rows]

    def marks(self) -> Marks:
        """Whoever knows these knows if data changed."""
        with self.reading() as sql:
            return _marks(sql)

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

    def wipe(self) -> bool:
        """Writes the file anew, so that nothing of removed rows is left in it or beside it; whether nobody was reading.

        Zeroed pages would not do: copies of rows stay where others were moved. Raises disk_full, no_access.
        """
        self._settling.close()
        with self._lock, self._reading, _told(self._path):
            self._connection.execute("vacuum").close()
            busy = self._connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        return not busy

    def close(self) -> None:
        self._settling.close()
        with self._lock, self._reading:
            if self._ids is not None:
                self._ids.close()
            self._reader.close()
            self._connection.close()

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self.reading() as sql:
            return sql.execute(statement, values).fetchall()

    def pages(
        self, statement: str, values: tuple[object, ...], size: int = 100_000, after: int = 0
    ) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a statement that takes a seq to begin after and a limit last; a row's first value is its seq.

        A page at a time, so that neither memory nor other threads suffer from a long log.
        """
        while rows := self.read(statement, (*values, after, size)):
            yield rows
            after = rows[-1][0]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for statements that only read; inside a transaction they see what it wrote."""
        if self._writer == threading.get_ident():
            yield self._connection
            return
        with self._reading, _told(self._path):
            yield self._reader


def _marks(sql: sqlite3.Connection) -> Marks:
    row = sql.execute("select (select max(seq) from loads), (select changes from meta)").fetchone()
    return Marks(next_place(sql, "events") - 1, row[0] or 0, row[1])
