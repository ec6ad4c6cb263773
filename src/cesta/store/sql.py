"""SQL over a workspace: the same events and journeys that every answer counts, to read and nothing else."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa

from cesta.model.errors import CestaError
from cesta.store.sql_files import files_of, scan_of
from cesta.store.sql_text import text_of
from cesta.store.sql_told import REFUSED, is_told, told
from cesta.store.sql_views import JOURNEYS, TABLES, events_view, loads_of, set_aside_of
from cesta.store.workspace import Workspace

# DuckDB is asked never to fetch extensions, nor to take a program's own variables for tables.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    "memory_limit": "2GB",
}
BATCH = 10_000
WHOLE = pa.decimal128(38, 0)


class Sql:
    """One moment of a workspace as the tables events, journeys, loads and set_aside. Use it in a `with` block."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cesta-sql-")
        self._connection = duckdb.connect(":memory:", config=CONFIG | {"temp_directory": self._folder.name})
        try:
            self._make(workspace)
        except BaseException:
            self.close()
            raise

    def run(self, query: str, within: float | None = None) -> pa.RecordBatchReader:
        """The answer, a batch at a time. Raises bad_sql, sql_too_big, and sql_too_long after `within` seconds."""
        self._check(query)
        limit = _Limit(self._connection, within)
        try:
            reader = self._connection.sql(query).to_arrow_reader(BATCH)
        except (duckdb.Error, pa.ArrowException) as error:
            limit.stop()
            raise limit.over() or self._told(query, error) from error
        schema = _told_apart(reader.schema)
        return pa.RecordBatchReader.from_batches(schema, self._batches(query, reader, schema, limit))

    def close(self) -> None:
        self._connection.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _make(self, workspace: Workspace) -> None:
        run = self._connection.execute
        run("set enable_progress_bar=false")
        run("set errors_as_json=true")
        run(f"set TimeZone={text_of(workspace.settings.timezone)}")
        run("create schema kept")
        files = files_of(workspace, Path(self._folder.name))
        for name, table in (("loads", loads_of(workspace)), ("set_aside", set_aside_of(workspace)),
                            ("kept.hidden_rows", files.hidden), ("kept.people", files.people)):  # fmt: skip
            self._connection.register("given", table)
            run(f"create table {name} as select * from given")
            self._connection.unregister("given")
        run(events_view(scan_of(self._connection, files.paths), files.hidden.num_rows > 0, files.people.num_rows > 0))
        run(JOURNEYS)
        listed = run("select column_name from duckdb_columns() where not internal and schema_name = 'main'").fetchall()
        self._known = [*TABLES, *(str(row[0]) for row in listed)]
        paths = ", ".join(text_of(str(path.resolve())) for path in files.paths)
        run(f"set allowed_paths=[{paths}]")
        run("set enable_external_access=false")
        run("set lock_configuration=true")

    def _check(self, query: str) -> None:
        """Refuses all but one statement that only reads."""
        try:
            statements = self._connection.extract_statements(query)
        except duckdb.Error as error:
            raise self._told(query, error) from error
        if len(statements) != 1:
            raise CestaError("bad_sql", f"There are {len(statements)} statements.", REFUSED)
        if statements[0].type != duckdb.StatementType.SELECT:
            kind = statements[0].type.name.lower().replace("_", " ")
            raise CestaError("bad_sql", f"This is a statement that begins with {kind}; nothing was done.", REFUSED)

    def _batches(
        self, query: str, reader: pa.RecordBatchReader, schema: pa.Schema, limit: _Limit
    ) -> Iterator[pa.RecordBatch]:
        try:
            for batch in reader:
                yield _fitted(batch, schema)
                limit.check()
        except (duckdb.Error, pa.ArrowException, OSError) as error:
            # Arrow passes on what DuckDB says as an error of reading.
            raise limit.over() or self._told(query, error) from error
        finally:
            limit.stop()

    def _told(self, query: str, error: Exception) -> CestaError:
        if not is_told(error) and isinstance(error, duckdb.CatalogException | duckdb.BinderException):
            # Only when it is run as a whole does DuckDB say where the mistake stands.
            try:
                self._connection.execute(query)
            except duckdb.Error as again:
                error = again
        return told(query, error, self._known)


class _Limit:
    """Ends a query that takes longer than its seconds."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, within: float | None) -> None:
        self._within = within
        self._ends = None if within is None else time.monotonic() + within
        self._timer = None if within is None else threading.Timer(within, connection.interrupt)
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()

    def over(self) -> CestaError | None:
        if self._ends is None or time.monotonic() < self._ends:
            return None
        hint = "Ask for less at a time; on the command line of this machine there is no limit."
        return CestaError("sql_too_long", f"The query was stopped after {self._within:g} seconds.", hint)

    def check(self) -> None:
        error = self.over()
        if error is not None:
            raise error

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def _told_apart(schema: pa.Schema) -> pa.Schema:
    """Each column with a name of its own; sums of whole numbers as whole numbers.

    >>> _told_apart(pa.schema([("a", pa.int64()), ("a", pa.int64()), ("n", WHOLE)])).names
    ['a', 'a_2', 'n']
    """
    fields: list[pa.Field] = []
    taken: set[str] = set()
    for field in schema:
        name, number = field.name, 1
        while name in taken:
            number += 1
            name = f"{field.name}_{number}"
        taken.add(name)
        fields.append(pa.field(name, pa.int64() if field.type == WHOLE else field.type))
    return pa.schema(fields)


def _fitted(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    columns = [column.cast(field.type) for column, field in zip(batch.columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(columns, schema=schema)
