"""Rows of SQL as a file: Parquet and CSV of any length, or a workbook."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.api.sql_plain import plain_rows
from cesta.api.tables_out import Cell, Column, Kind, TableWanted, safe
from cesta.api.workbook_out import MOST_ROWS, as_workbook
from cesta.model.errors import CestaError, unknown
from cesta.store.disk import reaching


def save(reader: pa.RecordBatchReader, path: Path, query: str, source: str) -> int:
    """Writes all rows to `path`, wholly or not at all; how many there were. Raises bad_format, no_access, bad_table."""
    kind = kind_of(path)
    with _whole(path) as part:
        return WRITERS[kind](reader, part, query, source)


def kind_of(path: Path) -> str:
    """Which kind of file its name asks for. Raises bad_format."""
    kind = path.suffix.removeprefix(".").lower()
    if kind not in WRITERS:
        raise unknown("bad_format", "kind of file", kind, WRITERS)
    return kind


def write_csv(reader: pa.RecordBatchReader, text: TextIO) -> int:
    """Comma-separated, a point in numbers, an empty cell where there is nothing; lists as JSON; no formulas."""
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([safe(name) for name in reader.schema.names])
    rows = 0
    for batch in reader:
        writer.writerows([_cell(value) for value in row] for row in plain_rows(batch))
        rows += len(batch)
    return rows


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return safe(value)
    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else value


def _parquet(reader: pa.RecordBatchReader, path: Path, *_: str) -> int:
    rows = 0
    try:
        with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch)
                rows += len(batch)
    except pa.ArrowNotImplementedError as error:
        hint = "Show it as text instead: value::varchar."
        raise CestaError("bad_format", f"Parquet cannot hold a column of this answer: {error}.", hint) from error
    return rows


def _csv(reader: pa.RecordBatchReader, path: Path, *_: str) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        return write_csv(reader, file)


def _workbook(reader: pa.RecordBatchReader, path: Path, query: str, source: str) -> int:
    columns = [Column(field.name, _kind(field.type)) for field in reader.schema]
    rows: list[list[Cell]] = []
    for batch in reader:
        rows.extend([_workbook_cell(value) for value in row]
                    for row in plain_rows(batch))  # fmt: skip
        if len(rows) > MOST_ROWS:
            raise CestaError("bad_table", f"A sheet holds {MOST_ROWS} rows; there are more.", "Save it as CSV.")
    table = TableWanted("SQL", columns, rows, question={"sql": query}, n=len(rows))
    path.write_bytes(as_workbook(table, source, ZoneInfo("UTC")))
    return len(rows)


def _workbook_cell(value: object) -> Cell:
    if value is None or isinstance(value, bool | int | float):
        return value
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _kind(type_: pa.DataType) -> Kind:
    if pa.types.is_timestamp(type_):
        return "time"
    if pa.types.is_date(type_):
        return "day"
    number = pa.types.is_integer(type_) or pa.types.is_floating(type_) or pa.types.is_decimal(type_)
    return "number" if number else "text"


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end; gone when something went wrong."""
    with reaching(path):
        handle = tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False)  # noqa: SIM115
        handle.close()
        part = Path(handle.name)
        try:
            yield part
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


WRITERS: dict[str, Callable[[pa.RecordBatchReader, Path, str, str], int]] = {
    "parquet": _parquet,
    "csv": _csv,
    "xlsx": _workbook,
}
