"""Batches on their way into the log: many requests become one commit, and each (source, message id) one row."""

from __future__ import annotations

import operator
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import SetAside, arrived, put
from cesta.store.content import Hashes
from cesta.store.ids import Ids, hashes_of
from cesta.store.loads import next_place
from cesta.store.mask import Mask
from cesta.store.row_sum import SUMMED, sum_of

ROW = (
    "source", "message_id", "customer", "name", "time", "assumed", "properties", "type", "step", "raw", "ids",
    "original", "sent", "received",
)  # fmt: skip
COLUMNS = ("seq", *ROW, "sum", "hidden", "after_load")
AT_A_TIME = (100, 10, 1)
"""Rows of one statement. Between two statements other threads run, and come back late: many rows need few of them."""
PLACES = f"({', '.join('?' * len(COLUMNS))})"
INSERT = {n: f"insert into events ({', '.join(COLUMNS)}) values {', '.join([PLACES] * n)}" for n in AT_A_TIME}
SUMS = operator.itemgetter(*(ROW.index(name) for name in SUMMED))
MOST_BYTES = 64 << 20
"""What may wait for the disk: more is refused, so that memory stays flat when the disk is slower than its senders."""
MOST_AT_ONCE = 20_000
"""Rows of one commit, unless a single batch has more."""
OVERHEAD = 500
UNSTORABLE = (UnicodeError, OverflowError)
"""What is raised for text that is no Unicode and for numbers beyond 64 bits."""
FIRST, LAST = -62_135_596_800_000_000, 253_402_300_799_999_999
"""Moments that can be written as a date, microseconds since 1970."""
PROPERTIES, RAW = ROW.index("properties"), ROW.index("raw")
Row = tuple[Any, ...]
Key = tuple[str, str]
Numbers = NDArray[np.int64]


@dataclass(slots=True, eq=False)
class Batch:
    """What one call wants kept, and what became of it. size: bytes it holds while it waits."""

    rows: list[Row]
    hidden: Mask | None
    set_aside: Sequence[SetAside]
    compared_with: tuple[int, int] | None
    also: Callable[[sqlite3.Connection], None]
    size: int
    done: bool = False
    accepted: int | None = None
    error: BaseException | None = None


@dataclass(slots=True)
class Queue:
    """The batches that wait, in the order they came. The caller holds its lock."""

    waiting: list[Batch] = field(default_factory=list)
    size: int = 0

    def put(self, batch: Batch) -> None:
        """Raises busy."""
        check_room(self.size)
        self.waiting.append(batch)
        self.size += batch.size

    def take(self) -> list[Batch]:
        """The next batches that go into one commit."""
        group: list[Batch] = []
        rows = 0
        while self.waiting and (not group or rows + len(self.waiting[0].rows) <= MOST_AT_ONCE):
            group.append(self.waiting.pop(0))
            rows += len(group[-1].rows)
        self.size -= sum(batch.size for batch in group)
        return group


def check_room(waiting: int) -> None:
    """Raises busy when so many bytes wait that no more should."""
    if waiting > MOST_BYTES:
        raise CestaError(
            "busy",
            f"{waiting >> 20} MB of events wait for the disk, more than the {MOST_BYTES >> 20} MB that may.",
            "Nothing of this batch was taken: send it again in a second.",
        )


def batch_of(
    events: Sequence[Event] | Sequence[Arrival],
    set_aside: Sequence[SetAside],
    hidden: Mask | None,
    compared_with: tuple[int, int] | None,
    also: Callable[[sqlite3.Connection], None],
) -> Batch:
    """Everything that can be worked out before the log is asked."""
    rows = [_row(each) for each in events]
    size = sum([OVERHEAD + len(row[PROPERTIES]) + len(row[RAW] or "") for row in rows])
    return Batch(rows, hidden, set_aside, compared_with, also, size)


def write(sql: sqlite3.Connection, group: Sequence[Batch], ids: Ids, loads: tuple[int, int]) -> tuple[Hashes, Numbers]:
    """Writes what is new of these batches, inside the caller's transaction; `accepted` of each says how many count.

    `loads`: as they are now; a batch that was compared with others is left as it came. What it gives is for `ids` once
    it is on disk: hashes and numbers of the rows that are new.
    """
    first, load = next_place(sql, "events"), next_place(sql, "loads") - 1
    batches = [batch for batch in group if batch.compared_with is None or batch.compared_with == loads]
    keys: list[Key] = [(row[0], row[1]) for batch in batches for row in batch.rows]
    hashes = hashes_of([source for source, _ in keys], [key for _, key in keys])
    known = {place for place, seq in ids.seek(hashes) if _id_at(sql, seq) == keys[place]}
    added: set[Key] = set()
    rows: list[Row] = []
    places: list[int] = []
    place = 0
    for batch in batches:
        batch.accepted = 0
        for number, row in enumerate(batch.rows):
            key = keys[place]
            if place not in known and key not in added:
                hidden = batch.hidden is not None and bool(batch.hidden[number])
                rows.append((first + len(added), *row, hidden, load))
                added.add(key)
                places.append(place)
                batch.accepted += not hidden
            place += 1
    _insert(sql, rows)
    arrived(sql, keys)
    for batch in batches:
        batch.also(sql)
        if batch.set_aside:
            _put(sql, batch.set_aside, ids, added)
    return hashes[places], np.arange(first, first + len(added))


def _insert(sql: sqlite3.Connection, rows: Sequence[Row]) -> None:
    left = iter(rows)
    for size in AT_A_TIME:
        while len(rows) >= size:
            sql.execute(INSERT[size], list(chain.from_iterable(islice(left, size))))
            rows = rows[size:]


def _id_at(sql: sqlite3.Connection, seq: int) -> Key | None:
    row: Key | None = sql.execute("select source, message_id from events where seq = ?", (seq,)).fetchone()
    return row


def _put(sql: sqlite3.Connection, items: Sequence[SetAside], ids: Ids, added: Set[Key]) -> None:
    named = [(item.source, item.message_id) for item in items if item.message_id is not None]
    found = ids.seek(hashes_of([source for source, _ in named], [key for _, key in named])) if named else []
    held = {named[place] for place, seq in found if _id_at(sql, seq) == named[place]}
    put(sql, items, held | {key for key in named if key in added})


def problem_of(given: Event | Arrival) -> str | None:
    """Why the log cannot hold this; None: it can."""
    try:
        row = _row(given)
        for value in row:
            if isinstance(value, str):
                value.encode()
            elif isinstance(value, int):
                value.to_bytes(8, signed=True)
    except UNSTORABLE as error:
        return str(error)
    return None


def _row(given: Event | Arrival) -> Row:
    """What the log writes of an event, or of a message that was read as one, its checksum last. Raises UNSTORABLE."""
    event = given.event if isinstance(given, Arrival) else given
    if not FIRST <= event.time <= LAST:
        raise OverflowError(f"The time {event.time} is beyond the years 1 to 9999.")
    head = (event.source, event.message_id, event.customer, event.name, event.time, event.assumed_time,
            _show(event.properties))  # fmt: skip
    row: Row
    if isinstance(given, Arrival):
        ids = _show(given.ids) if given.ids else None
        row = (*head, given.type, given.is_step, given.raw, ids, given.original, given.sent, given.received)
    else:
        row = (*head, "track", True, None, None, None, None, time.time_ns() // 1000)
    return (*row, sum_of(SUMS(row)))


def _show(values: Mapping[str, object]) -> str:
    return msgspec.json.encode(values).decode()


def catch_up(sql: sqlite3.Connection, ids: Ids, last: int) -> None:
    """Makes the ids of all events up to `last` known: those since the newest file, or that another process wrote."""
    while ids.covered < last:
        rows = sql.execute(
            "select seq, source, message_id from events where seq > ? and seq <= ? order by seq limit 100000",
            (ids.covered, last),
        ).fetchall()
        if not rows:
            ids.add(np.zeros(0, np.uint64), np.zeros(0, np.int64), last)
            return
        seqs, sources, keys = zip(*rows, strict=True)
        ids.add(hashes_of(sources, keys), np.array(seqs, np.int64), seqs[-1] if len(rows) == 100000 else last)
