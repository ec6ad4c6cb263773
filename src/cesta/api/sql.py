"""SQL asked over HTTP: so many rows as one document, or all of them as a stream of Arrow batches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

import msgspec
import pyarrow as pa

from cesta.api.sql_plain import plain_rows
from cesta.model.errors import CestaError
from cesta.store.sql import Sql
from cesta.store.workspace import Workspace

SECONDS = 60.0
"""The longest that a query may take while others want answers, too."""
MOST_ROWS = 100_000
ERROR = b"cesta.error"


@dataclass(frozen=True, slots=True)
class SqlAsked:
    """A query. limit: the most rows that one document brings."""

    sql: str
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class SqlColumn:
    """A column of the answer and its Arrow type."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class SqlAnswer:
    """The first rows; `more`: there are others beyond the limit."""

    columns: tuple[SqlColumn, ...]
    rows: tuple[list[object], ...]
    more: bool
    took_ms: int


def ask_sql(workspace: Workspace, asked: SqlAsked) -> SqlAnswer:
    """One document. Raises bad_value (the limit), bad_sql, sql_too_long, sql_too_big."""
    if not 1 <= asked.limit <= MOST_ROWS:
        raise CestaError("bad_value", f'"limit" cannot be {asked.limit}.', f"It must be from 1 to {MOST_ROWS}.")
    began = time.perf_counter()
    rows: list[list[object]] = []
    with Sql(workspace) as sql, sql.run(asked.sql, SECONDS) as reader:
        columns = tuple(SqlColumn(field.name, str(field.type)) for field in reader.schema)
        for batch in reader:
            rows.extend(plain_rows(batch.slice(0, asked.limit + 1 - len(rows))))
            if len(rows) > asked.limit:
                break
    took = int((time.perf_counter() - began) * 1000)
    return SqlAnswer(columns, tuple(rows[: asked.limit]), len(rows) > asked.limit, took)


def stream(workspace: Workspace, query: str) -> Iterator[bytes]:
    """All rows as an Arrow stream. What goes wrong before the first batch is raised, later it stands in the stream."""
    parts = _parts(workspace, query)
    return chain([next(parts)], parts)


def _parts(workspace: Workspace, query: str) -> Iterator[bytes]:
    sink = _Pieces()
    with Sql(workspace) as sql, sql.run(query, SECONDS) as reader:
        batches = iter(reader)
        first = next(batches, None)
        with pa.ipc.new_stream(sink, reader.schema) as writer:
            yield sink.taken()
            try:
                for batch in chain([] if first is None else [first], batches):
                    writer.write_batch(batch)
                    yield sink.taken()
            except CestaError as error:
                told = {ERROR: msgspec.json.encode(error.as_document())}
                writer.write_batch(pa.RecordBatch.from_pylist([], reader.schema), custom_metadata=told)
        yield sink.taken()


def read_stream(file: IO[bytes]) -> pa.RecordBatchReader:
    """The batches of such a stream. Raises what went wrong while it was being written."""
    reader = pa.ipc.open_stream(file)

    def batches() -> Iterator[pa.RecordBatch]:
        while True:
            try:
                batch, told = reader.read_next_batch_with_custom_metadata()
            except StopIteration:
                return
            if told is not None and ERROR in told:
                error = msgspec.json.decode(told[ERROR])["error"]
                raise CestaError(error["code"], error["message"], error["hint"])
            yield batch

    return pa.RecordBatchReader.from_batches(reader.schema, batches())


class _Pieces:
    """A file that gives away what was written since it was last asked."""

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def taken(self) -> bytes:
        written, self._written = b"".join(self._written), []
        return written
