"""The Parquet files behind SQL: sealed shards as they lie, the log's events written beside, rows that do not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.store.mask import unpack
from cesta.store.shards import HEAD, KINDS, table_of
from cesta.store.sql_text import quoted, text_of
from cesta.store.workspace import Workspace

PAGE = 100_000
HEADS = tuple(name for name, _ in HEAD if name != "content")
Key = tuple[str, str]
"""A kind of value and the property's name."""


@dataclass(frozen=True, slots=True)
class Files:
    """Everything that is kept of what counts, in the order it is kept.

    hidden: places of rows that do not count. people: whose each id is that is not a customer of its own.
    """

    paths: tuple[Path, ...]
    hidden: pa.Table
    people: pa.Table


@dataclass(frozen=True, slots=True)
class Scan:
    """SQL that reads all files, as `file`, `row`, the head columns and the columns of `properties`."""

    sql: str
    properties: Mapping[Key, str]


def files_of(workspace: Workspace, folder: Path) -> Files:
    """One moment's files; the log's events are written to the folder."""
    while True:
        marks = workspace.log.marks()
        shards = [shard for shard in workspace.log.shards() if shard.hidden_count < shard.events]
        logged = _written_log(workspace, folder, marks.event)
        # Another process may have changed what counts while the log was being read.
        if workspace.log.marks().loads == marks.loads:
            break
    places = [
        (number, np.flatnonzero(unpack(shard.hidden, shard.events)))
        for number, shard in enumerate(shards)
        if shard.hidden_count
    ]
    hidden = pa.table(
        {
            "file": pa.array(np.repeat([n for n, _ in places], [len(rows) for _, rows in places]), pa.int64()),
            "row": pa.array(np.concatenate([rows for _, rows in places] or [np.zeros(0, np.int64)]), pa.int64()),
        }
    )
    with workspace.knowing() as known:
        joined = dict(known.joined)
    people = pa.table({"id": pa.array(list(joined), pa.string()), "customer": pa.array(joined.values(), pa.string())})
    return Files((*(workspace.shard_folder / shard.name for shard in shards), *logged), hidden, people)


def scan_of(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> Scan:
    """How the files are read as one, each property of each kind as a column of its own."""
    schemas = [pq.read_schema(path).names for path in paths]
    keys = sorted({_key(name) for names in schemas for name in names if "." in name})
    listed = ", ".join(text_of(str(path.resolve())) for path in paths)
    if len({(kind, name.casefold()) for kind, name in keys}) == len(keys):
        source = f"read_parquet([{listed}], union_by_name=true)"
        return Scan(
            f"select file_index::bigint as file, file_row_number as row, * from {source}",
            {key: ".".join(key) for key in keys},
        )
    # SQL takes names that differ in case alone for one: each file's columns are named anew by their place.
    columns = {key: f"property{place}" for place, key in enumerate(keys)}
    parts = [_one(connection, number, path, columns) for number, path in enumerate(paths)]
    return Scan(" union all by name ".join(parts), columns)


def _one(connection: duckdb.DuckDBPyConnection, number: int, path: Path, columns: Mapping[Key, str]) -> str:
    source = f"read_parquet({text_of(str(path.resolve()))})"
    called = [str(row[0]) for row in connection.execute(f"describe select * from {source}").fetchall()]
    named = zip(pq.read_schema(path).names, called, strict=True)
    wanted = [
        f"{quoted(theirs)} as {quoted(columns[_key(ours)] if '.' in ours else ours)}"
        for ours, theirs in named
        if "." in ours or ours in HEADS
    ]
    return f"(select {number}::bigint as file, file_row_number as row, {', '.join(wanted)} from {source})"


def _key(name: str) -> Key:
    kind, _, inner = name.partition(".")
    return kind, inner


def _written_log(workspace: Workspace, folder: Path, last: int) -> list[Path]:
    """The log's events that count, a page a file; one file without rows when there are none."""
    paths: list[Path] = []
    low = 0
    while low < last or not paths:
        events = workspace.log.events_between(low, min(low + PAGE, last))
        low += PAGE
        if events or (low >= last and not paths):
            path = folder / f"log-{len(paths):05d}.parquet"
            pq.write_table(_laid(table_of(events)), path, compression="zstd", compression_level=1)
            paths.append(path)
    return paths


def _laid(table: pa.Table) -> pa.Table:
    """The head columns of their types, also where there is no row."""
    kinds = dict(HEAD) | {name: KINDS[_key(name)[0]][1] for name in table.column_names if "." in name}
    return table.cast(pa.schema([(name, kinds[name]) for name in table.column_names]))
