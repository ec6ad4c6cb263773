"""What a reader gives becomes tables: its rows are written down as they come, then typed column by column."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import msgspec

from cesta.ingest.files import readers as files
from cesta.ingest.files.json_rows import read_json
from cesta.ingest.files.names import free_path, table_name
from cesta.ingest.files.staged import FILE, ROW, Note, Staged
from cesta.ingest.progress import Progress, quiet
from cesta.ingest.readers.contract import Batch, Place, Reader
from cesta.model.errors import CestaError

ENCODER = msgspec.json.Encoder(enc_hook=str)
OWN = (ROW, FILE)


def stage_batches(
    batches: Iterable[Batch], file: Path, into: Path, progress: Progress = quiet
) -> tuple[list[Staged], str | None]:
    """The tables of what is read, copies of them in the folder `into`, and the last cursor. Raises what reading does.

    `file`: what the tables are called after.
    """
    lines: dict[str, Path] = {}
    notes: list[Note] = []
    cursor, done = None, 0
    for batch in batches:
        if batch.table not in lines:
            lines[batch.table] = free_path(into, f"rows_of_{table_name(file, batch.table or None)}").with_suffix(
                ".jsonl"
            )
            lines[batch.table].touch()
        with lines[batch.table].open("ab") as out:
            out.writelines(encoded(row) + b"\n" for row in batch.rows)
        notes += batch.notes
        cursor = batch.cursor or cursor
        done += len(batch.rows)
        progress(f"reading {file.name}", done, 0)
    staged: list[Staged] = []
    for table, path in lines.items():
        if path.stat().st_size:
            (found,) = read_json(path, into)
            name = table_name(file, table if len(lines) > 1 else None)
            staged.append(replace(found, name=name, file=file, sheet=table or None, notes=(*found.notes, *notes)))
            notes = []
        path.unlink()
    progress(f"reading {file.name}", 1, 1)
    return staged, cursor


def file_reader(reader: Reader) -> files.Reader:
    """The same reader, as one among those of files."""

    def read(path: Path, into: Path, progress: Progress) -> list[Staged]:
        staged, _ = stage_batches(reader.read(Place(str(path)), None), path, into, progress)
        if not staged:
            raise CestaError("empty_file", f"{path.name} holds no rows.", "Choose a file with rows in it.")
        return staged

    return files.Reader(reader.kind, reader.suffixes, read, signature=reader.signature, looks=reader.looks)


def encoded(row: Mapping[str, object]) -> bytes:
    """A row as one line of JSON; what JSON does not know becomes text.

    >>> encoded({"at": datetime(2026, 3, 1, 9, 30), "price": float("nan"), "_row": 2, "note": chr(0xD800)})
    b'{"at":"2026-03-01T09:30:00","price":null,"_row_":2,"note":"?"}'
    """
    named = {f"{name}_" if name in OWN else name: value for name, value in row.items()}
    try:
        return ENCODER.encode(named)
    except (UnicodeEncodeError, OverflowError, TypeError):
        return ENCODER.encode(_plain(named))


def _plain(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case int() if not isinstance(value, bool) and abs(value) >= 2**63:
            return str(value)
        case float() if not math.isfinite(value):
            return None
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(_plain(str(key))): _plain(inner) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(inner) for inner in value]
    return value
