"""A source's files as SQL tables that a mapping's SQL can read, and nothing else on this machine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Self

import duckdb
import pyarrow as pa

from cesta.ingest.files.staged import FILE, ROW, Staged
from cesta.ingest.macros import MACROS
from cesta.model.errors import CestaError
from cesta.store.sql_text import quoted as quoted
from cesta.store.sql_text import text_of as text_of

# DuckDB is asked never to fetch extensions: without a network that hangs, with one it would run what it fetched.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "2GB",
}
BATCH = 65_536


class Tables:
    """Staged files as tables, several of one pattern as one; then the mapping's own tables. Use it in a `with` block.

    `place`: how errors name the mapping.
    """

    def __init__(self, place: str, files: Mapping[str, Sequence[Staged]], tables: Mapping[str, str]) -> None:
        self.place, self.files = place, files
        # More than fits into memory is put aside here, never beside the user's files.
        self._spill = tempfile.TemporaryDirectory(prefix="cesta-load-")
        self._connection = duckdb.connect(":memory:", config=CONFIG | {"temp_directory": self._spill.name})
        try:
            for macro in MACROS:
                self._connection.execute(macro)
            self._close_off()
            for name, staged in files.items():
                self._connection.execute(f"create view {quoted(name)} as {_union(staged)}")
            for name, query in tables.items():
                self.run(f"tables/{name}", f"create table {quoted(name)} as {query}")
        except BaseException:
            self.close()
            raise

    def run(self, place: str, statement: str) -> duckdb.DuckDBPyConnection:
        """Runs SQL of the mapping. Raises bad_sql, which names the place in the mapping."""
        try:
            return self._connection.execute(statement)
        except duckdb.Error as error:
            raise self._told(place, error) from error

    def arrow(self, place: str, query: str) -> pa.Table:
        """The whole answer. Raises bad_sql."""
        return pa.Table.from_batches(list(self.stream(place, query, BATCH)), self.schema(place, query))

    def schema(self, place: str, query: str) -> pa.Schema:
        """Names and Arrow types of a query's columns. Raises bad_sql."""
        try:
            return self._connection.sql(f"select * from ({query}) limit 0").to_arrow_table().schema
        except duckdb.Error as error:
            raise self._told(place, error) from error

    def stream(self, place: str, query: str, rows: int = BATCH) -> Iterator[pa.RecordBatch]:
        """The answer in batches of about so many rows, in order, never the whole of it. Raises bad_sql."""
        try:
            yield from self._connection.sql(query).to_arrow_reader(rows)
        except (duckdb.Error, pa.ArrowException) as error:
            raise self._told(place, error) from error

    def columns_of(self, place: str, query: str) -> list[tuple[str, str]]:
        """Names and SQL types of a query's columns. Raises bad_sql."""
        rows = self.run(place, f"describe {query}").fetchall()
        return [(str(row[0]), str(row[1])) for row in rows]

    def close(self) -> None:
        self._connection.close()
        self._spill.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _close_off(self) -> None:
        """A mapping's SQL reads the staged tables and nothing else on this machine."""
        paths = sorted({str(staged.parquet.resolve()) for several in self.files.values() for staged in several})
        self._connection.execute("set TimeZone='UTC'")
        self._connection.execute("set enable_progress_bar=false")
        self._connection.execute(f"set allowed_paths=[{', '.join(map(text_of, paths))}]")
        self._connection.execute("set enable_external_access=false")
        self._connection.execute("set lock_configuration=true")

    def _told(self, place: str, error: Exception) -> CestaError:
        first = str(error).strip().split("\n\n")[0]
        return CestaError("bad_sql", f"{self.place}: {place}: {first}")


def _union(several: Sequence[Staged]) -> str:
    """The rows of several files one after the other; columns that a file has not are empty there."""
    if len(several) == 1:
        return several[0].query()
    parts = [f"select *, {text_of(one.file.name)} as {FILE} from ({one.query()})" for one in several]
    columns = [f"* exclude ({ROW}, {FILE})", ROW, FILE]
    return f"select {', '.join(columns)} from ({' union all by name '.join(parts)})"
