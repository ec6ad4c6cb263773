"""Sealed shards: Parquet files of whole journeys, on disk before they count, read back as columns."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.store.columns import Column, Columns, column_of, narrowed
from cesta.store.content import Hashes, content_of
from cesta.store.disk import having_room, settle_file, settle_folder, sha256_of
from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask
from cesta.store.merging import Outline
from cesta.store.order import Places, by_customer_and_time

EVENTS_PER_SHARD = 3_000_000
ROWS_PER_GROUP = 1_000_000
ROWS_PER_LOOK = 16_384
SORTED_AT_ONCE = 2
TIME = pa.timestamp("us", tz="UTC")
HEAD = (
    ("customer", pa.string()),
    ("event", pa.string()),
    ("time", TIME),
    ("assumed_time", pa.bool_()),
    ("source", pa.string()),
    ("message_id", pa.string()),
    ("content", pa.uint64()),
)
NOT_TOLD = ("source", "message_id", "content")
"""Columns that name a row and are no part of what it says."""
KINDS: dict[str, tuple[type, pa.DataType]] = {
    "text": (str, pa.string()),
    "int": (int, pa.int64()),
    "float": (float, pa.float64()),
    "bool": (bool, pa.bool_()),
}
"""A property's values of each kind stand in a column of their own, `int.price` beside `text.price`, so 1, 1.0 and
"1" stay three values."""


def table_of(events: Sequence[Event]) -> pa.Table:
    """These events as a table in the layout of a shard, in the order given."""
    arrays = {
        "customer": pa.array([event.customer for event in events], pa.string()),
        "event": pa.array([event.name for event in events], pa.string()),
        "time": pa.array([event.time for event in events], pa.int64()).cast(TIME),
        "assumed_time": pa.array([event.assumed_time for event in events], pa.bool_()),
        "source": pa.array([event.source for event in events], pa.string()),
        "message_id": pa.array([event.message_id for event in events], pa.string()),
    }
    for name in sorted({name for event in events for name in event.properties}):
        values = [event.properties.get(name) for event in events]
        for kind, (python, arrow) in KINDS.items():
            mine = [value if type(value) is python else None for value in values]
            if any(value is not None for value in mine):
                arrays[f"{kind}.{name}"] = pa.array(mine, arrow)
    return pa.table(arrays)


def laid_out(table: pa.Table) -> pa.Table:
    """The table with every head column of its type, `content` worked out; a property that is never set is left out."""
    table = table.drop_columns(["content"]) if "content" in table.column_names else table
    kinds = dict(HEAD) | {name: KINDS[name.partition(".")[0]][1] for name in table.column_names if "." in name}
    empty = [name for name in table.column_names if "." in name and table[name].null_count == len(table)]
    table = table.drop_columns(empty) if empty else table
    table = table.cast(pa.schema([(name, kinds[name]) for name in table.column_names]))
    return table.append_column("content", pa.array(content_of(table), pa.uint64()))


def write_shards(
    folder: Path,
    load_id: str,
    rows: pa.Table | Iterable[pa.Table],
    per_shard: int = EVENTS_PER_SHARD,
    *,
    first: int = 0,
    part: int = 0,
) -> list[ShardEntry]:
    """Sorts by customer and time and writes shards, never cutting through a customer. On disk when it returns.

    rows: one table, or several of one schema whose customers ascend from each to the next. `first`: the number in the
    first one's name. `part`: which of the load's later joiners they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries: list[ShardEntry] = []
    with ExitStack() as open_one:
        shard: _Shard | None = None
        for table, begins in _in_order([rows] if isinstance(rows, pa.Table) else rows):
            low = 0
            while low < len(table):
                if shard is None:
                    path = folder / f"{load_id}-{first + len(entries):05d}.parquet"
                    shard = open_one.enter_context(_Shard(path, table.schema))
                high = shard.end(begins, low, len(table), per_shard)
                shard.add(table.slice(low, high - low), begins[(begins >= low) & (begins < high)] - low)
                low = high
                if shard.rows >= per_shard:
                    entries.append(shard.finish(load_id, part))
                    shard = None
        if shard is not None:
            entries.append(shard.finish(load_id, part))
    settle_folder(folder)
    return entries


def oldest(path: Path) -> int:
    """A moment before which nothing in a shard happened, microseconds since 1970, without reading an event."""
    with _told(path):
        about = pq.read_metadata(path)
    place = about.schema.to_arrow_schema().names.index("time")
    known = [about.row_group(number).column(place).statistics for number in range(about.num_row_groups)]
    if not all(one is not None and one.has_min_max for one in known):
        return -(1 << 63)
    return min(int(pa.scalar(one.min, TIME).cast(pa.int64()).as_py()) for one in known)


def read_shard(path: Path, hidden: Mask | None = None) -> Columns:
    """The rows of one shard that count, as columns, without looking at events one by one."""
    with _told(path), pq.ParquetFile(path) as file:
        table = file.read(columns=[name for name in file.schema_arrow.names if name not in NOT_TOLD])
    if hidden is not None:
        table = table.filter(pa.array(~hidden))
    table = table.combine_chunks()
    owners, customers = _coded(table["customer"])
    changes = np.flatnonzero(np.diff(owners, prepend=-1))
    codes, names = _coded(table["event"])
    places = narrowed(_rank(names), len(names))
    return Columns(
        customers=tuple(customers),
        offsets=np.append(changes, len(owners)).astype(np.int64),
        codes=places[codes],
        times=table["time"].cast(pa.int64()).to_numpy(),
        names=tuple(sorted(names)),
        props=_read_properties(table),
        assumed=table["assumed_time"].to_numpy(),
    )


def outline(path: Path, hidden: Mask | None = None) -> Outline:
    """Whose journeys a shard has, how long each is, and which names there are, of the rows that count."""
    with _told(path), pq.ParquetFile(path) as file:
        table = file.read(columns=["customer", "event"])
    if hidden is not None:
        table = table.filter(pa.array(~hidden))
    table = table.combine_chunks()
    owners, customers = _coded(table["customer"])
    lengths = np.diff(np.append(np.flatnonzero(np.diff(owners, prepend=-1)), len(owners)))
    return Outline(tuple(customers), lengths.astype(np.int64), pc.unique(table["event"]).to_pylist())


def message_ids(path: Path) -> Iterator[pa.Array]:
    """The message id of each row, a row group at a time."""
    with _told(path), pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            yield file.read_row_group(group, columns=["message_id"])["message_id"].combine_chunks()


def contents(path: Path) -> Hashes:
    """What each row says, as a number."""
    with _told(path), pq.ParquetFile(path) as file:
        if "content" in file.schema_arrow.names:
            known: Hashes = file.read(columns=["content"])["content"].to_numpy()
            return known
        return content_of(file.read())


def event_at(path: Path, place: int) -> Event:
    """One row of a shard; no more of it is unpacked than leads there."""
    with _told(path), pq.ParquetFile(path) as file:
        group = 0
        while place >= (rows := file.metadata.row_group(group).num_rows):
            place, group = place - rows, group + 1
        for batch in file.iter_batches(ROWS_PER_LOOK, row_groups=[group]):
            if place < len(batch):
                return _event(pa.Table.from_batches([batch.slice(place, 1)]))
            place -= len(batch)
    raise CestaError("broken_workspace", f"The shard {path} is shorter than it says.", "Restore it from a copy.")


def events_in(path: Path, ids: Sequence[str], hidden: Mask | None = None) -> list[Event]:
    """The events of these ids that count, in order; only the parts of the file are read that may have some."""
    found: list[Event] = []
    with _told(path), pq.ParquetFile(path) as file:
        begun = 0
        for group in range(file.num_row_groups):
            about = file.metadata.row_group(group)
            low = begun
            begun += about.num_rows
            known = about.column(file.schema_arrow.names.index("customer")).statistics
            if known is not None and known.has_min_max and not any(known.min <= one <= known.max for one in ids):
                continue
            theirs = pc.is_in(file.read_row_group(group, columns=["customer"])["customer"], pa.array(ids, pa.string()))
            if hidden is not None:
                theirs = pc.and_(theirs, pa.array(~hidden[low:begun]))
            if pc.any(theirs).as_py():
                rows = file.read_row_group(group).filter(theirs)
                found += [_event(rows.slice(place, 1)) for place in range(len(rows))]
    return found


def customers_in(path: Path, hidden: Mask | None = None) -> pa.Array:
    """Each customer once who has a row that counts."""
    with _told(path), pq.ParquetFile(path) as file:
        column = file.read(columns=["customer"])["customer"]
    return pc.unique(column if hidden is None else column.filter(pa.array(~hidden)))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tells what is wrong with a shard. Raises broken_workspace."""
    hint = "Restore it from a copy; or move the folder data away and load the sources again."
    try:
        yield
    except FileNotFoundError:
        raise CestaError("broken_workspace", f"The shard {path} is missing.", hint) from None
    except (pa.ArrowException, OSError) as error:
        raise CestaError("broken_workspace", f"The shard {path} is damaged: {error}", hint) from error


def sweep(folder: Path, registered: Iterable[str]) -> list[str]:
    """Removes files that an interrupted load left behind, and names them."""
    kept = set(registered)
    strays = sorted(path for path in folder.glob("*.parquet") if path.name not in kept) if folder.is_dir() else []
    for path in strays:
        path.unlink()
    return [path.name for path in strays]


class _Shard:
    """A shard that is being written. Use it in a `with` block."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.rows = self._customers = self._longest = 0
        self._path = path
        plain = {"message_id", "time", "content"} | {name for name in schema.names if name.startswith("float.")}
        encodings = {"time": "DELTA_BINARY_PACKED"}
        with having_room(path):
            self._writer = pq.ParquetWriter(
                path,
                schema,
                compression="zstd",
                use_dictionary=[name for name in schema.names if name not in plain],
                column_encoding=encodings | {name: "BYTE_STREAM_SPLIT" for name in plain if name.startswith("float.")},
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        # What finds no room when it is closed is swept away in any case.
        with suppress(OSError):
            self._writer.close()

    def end(self, begins: Places, low: int, rows: int, per_shard: int) -> int:
        """Where this shard ends among the next rows: with a customer, and as soon as it has enough."""
        place = int(np.searchsorted(begins, low + per_shard - self.rows))
        return int(begins[place]) if place < len(begins) else rows

    def add(self, table: pa.Table, begins: Places) -> None:
        self.rows += len(table)
        self._customers += len(begins)
        self._longest = max(self._longest, int(np.diff(np.append(begins, len(table))).max()))
        with having_room(self._path):
            self._writer.write_table(table, row_group_size=ROWS_PER_GROUP)

    def finish(self, load_id: str, part: int) -> ShardEntry:
        with having_room(self._path):
            self._writer.close()
            settle_file(self._path)
            known = sha256_of(self._path)
        return ShardEntry(self._path.name, load_id, self.rows, self._customers, self._longest, part, sha256=known)


def _in_order(tables: Iterable[pa.Table]) -> Iterator[tuple[pa.Table, Places]]:
    """Each table by customer and time, and where customers begin; sorted a little ahead in other threads."""
    with ThreadPoolExecutor(SORTED_AT_ONCE) as pool:
        waiting: deque[Future[tuple[pa.Table, Places]]] = deque()
        for table in tables:
            waiting.append(pool.submit(by_customer_and_time, table))
            if len(waiting) > SORTED_AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _event(row: pa.Table) -> Event:
    """The event that a table of one row holds."""
    found = row.set_column(row.column_names.index("time"), "time", row["time"].cast(pa.int64())).to_pylist()[0]
    props = {name.partition(".")[2]: value for name, value in found.items() if "." in name and value is not None}
    source, message_id, customer, name = (found[part] for part in ("source", "message_id", "customer", "event"))
    return Event(source, message_id, customer, name, found["time"], props, found["assumed_time"])


def _rank(texts: Sequence[str]) -> NDArray[np.int64]:
    """For each text its place among all of them in code point order."""
    rank = np.empty(len(texts), np.int64)
    rank[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    return rank


def _read_properties(table: pa.Table) -> dict[str, Column]:
    props: dict[str, Column] = {}
    by_name: dict[str, list[str]] = {}
    for column in table.column_names:
        if "." in column and table[column].null_count < len(table):
            by_name.setdefault(column.partition(".")[2], []).append(column)
    for name in sorted(by_name):
        codes = np.full(len(table), -1, np.int32)
        values: list[Value] = []
        for column in by_name[name]:
            mine, found = _coded(table[column])
            codes = np.where(mine < 0, codes, mine + len(values)).astype(np.int32)
            values.extend(found)
        props[name] = column_of(values, codes)
    return props


def _coded(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], list[Any]]:
    """A column as codes (-1: not set) and its distinct values."""
    coded = column.combine_chunks().dictionary_encode()
    codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)
    return codes, coded.dictionary.to_pylist()
