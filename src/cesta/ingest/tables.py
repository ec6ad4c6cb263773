"""A source's files as SQL tables, in memory, seeing nothing but the folder that is loaded."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa

from cesta.ingest.mapping import Mapping
from cesta.model.errors import CestaError
from cesta.store.log import SetAside

# DuckDB is asked never to fetch extensions: without a network that hangs, with one it would run what it fetched.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
REJECTED = """
    select file_path, line, arg_min(column_name, column_idx), any_value(csv_line), arg_min(error_message, column_idx)
    from reject_errors join reject_scans using (scan_id, file_id) group by all order by all
"""


class Tables:
    """The tables of one load. Close it, or use it in a `with` block."""

    def __init__(self, mapping: Mapping, mapping_path: Path, folder: Path, files: dict[str, list[Path]]) -> None:
        self.mapping, self.mapping_path = mapping, mapping_path
        # More than fits into memory is put aside here, never beside the user's files.
        self._spill = tempfile.TemporaryDirectory(prefix="cesta-load-")
        self._connection = duckdb.connect(":memory:", config=CONFIG | {"temp_directory": self._spill.name})
        try:
            self._close_off(folder)
            for name, paths in files.items():
                self._read_file(name, paths)
            for name, query in mapping.tables.items():
                self.run(f"tables/{name}", f'create table "{name}" as {query}')
        except BaseException:
            self.close()
            raise

    def run(self, place: str, statement: str) -> duckdb.DuckDBPyConnection:
        """Runs SQL of the mapping. Raises bad_sql, which names the place in the mapping."""
        try:
            return self._connection.execute(statement)
        except duckdb.Error as error:
            first = str(error).strip().split("\n\n")[0]
            raise CestaError("bad_sql", f"{self.mapping_path}: {place}: {first}") from error

    def arrow(self, place: str, query: str) -> pa.Table:
        try:
            return self._connection.sql(query).to_arrow_table()
        except duckdb.Error as error:
            raise CestaError("bad_sql", f"{self.mapping_path}: {place}: {str(error).strip()}") from error

    def columns_of(self, table: str) -> list[tuple[str, str]]:
        """Names and SQL types."""
        rows = self._connection.execute(f'describe "{table}"').fetchall()
        return [(str(row[0]), str(row[1])) for row in rows]

    def rejected(self) -> list[SetAside]:
        """Lines of text files that did not fit their columns; `row` is the line of the file."""
        made = self._connection.execute("select 1 from duckdb_tables() where table_name = 'reject_errors'").fetchall()
        if not made:
            return []
        rows = self._connection.execute(REJECTED).fetchall()
        return [
            SetAside(self.mapping.id, str(reason).splitlines()[0], column, line, Path(file).name, row)
            for file, row, column, line, reason in rows
        ]

    def close(self) -> None:
        self._connection.close()
        self._spill.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _close_off(self, folder: Path) -> None:
        """A mapping's SQL reads the folder's files and nothing else on this machine."""
        self._connection.execute("set TimeZone='UTC'")
        self._connection.execute("set enable_progress_bar=false")
        self._connection.execute(f"set allowed_directories=[{_quoted(f'{folder.resolve()}/')}]")
        self._connection.execute("set enable_external_access=false")
        self._connection.execute("set lock_configuration=true")

    def _read_file(self, name: str, paths: list[Path]) -> None:
        listed = f"[{', '.join(_quoted(str(path.resolve())) for path in paths)}]"
        suffixes = [suffix.lower() for suffix in paths[0].suffixes if suffix.lower() not in (".gz", ".zst")]
        kind = suffixes[-1] if suffixes else ""
        if kind == ".parquet":
            statement = f'create view "{name}" as select * from read_parquet({listed})'
        elif kind in (".csv", ".tsv", ".txt"):
            # Text is read at once, so that lines which do not fit are known before the first event is made.
            statement = f'create table "{name}" as select * from read_csv({listed}, store_rejects=true)'
        elif kind in (".json", ".ndjson", ".jsonl"):
            statement = f'create table "{name}" as select * from read_json({listed})'
        else:
            raise CestaError(
                "bad_file",
                f"{self.mapping_path}: files/{name}: {paths[0].name} is of no known kind.",
                "Known: parquet, csv, tsv, txt, json, ndjson, jsonl; text may be compressed (.gz, .zst).",
            )
        try:
            self._connection.execute(statement)
        except duckdb.Error as error:
            first = str(error).strip().splitlines()[0]
            raise CestaError(
                "bad_file", f"{paths[0]}: {first}", "Is the file whole, and of the kind it says?"
            ) from error


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
