"""JSON rows: one object a line, or one array of objects; a column of one type keeps it, objects become columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.ingest.files.json_items import Item, items
from cesta.ingest.files.names import distinct_columns, free_path, table_name
from cesta.ingest.files.readers import Reader
from cesta.ingest.files.refusals import Refusals
from cesta.ingest.files.source import Source
from cesta.ingest.files.staged import ROW, Note, Staged
from cesta.ingest.files.text import Text
from cesta.ingest.progress import Progress, quiet
from cesta.model.errors import CestaError

LONGEST = 4 << 20
DEEPEST = 3
"""Objects within objects become columns down to here, as address.city; deeper ones and lists stay JSON text."""
MOST_COLUMNS = 1_000
AT_ONCE = 50_000
WHOLE = 2**63
EXACT = 2**53
Row = dict[str, object]


def read_json(path: Path, into: Path, progress: Progress = quiet, longest: int = LONGEST) -> list[Staged]:
    """The one table of JSON rows. Raises empty_file, bad_file, file_growing."""
    text = Text(Source(path))
    depth, kinds = _look(text, longest)
    text.source.progress = progress
    columns, renamed = distinct_columns(list(kinds))
    name = table_name(path)
    target = free_path(into, name)
    refused = Refusals(target.with_suffix(".refused"))
    types = [_type(kind) for kind in kinds.values()]
    schema = pa.schema([*zip(columns, types, strict=True), (ROW, pa.int64())])
    rows = 0
    with pq.ParquetWriter(target, schema, compression="lz4") as writer:
        for numbers, batch in _batches(text, longest, depth, refused):
            arrays = [_array(batch, key, type_) for key, type_ in zip(kinds, types, strict=True)]
            writer.write_table(pa.table([*arrays, pa.array(numbers, pa.int64())], schema=schema))
            rows += len(batch)
    if not rows:
        first = next(iter(refused), None)
        why = f" Row {first.row}: {first.reason}" if first else ""
        raise CestaError(
            "bad_file", f"{path.name} holds no rows.{why}", "One JSON object a line, or one array of them."
        )
    notes = [*text.notes(), *(note for note in renamed if note.code == "same_name")]
    if text.source.broken:
        notes.append(Note("cut_short", f"{text.source.broken} The {rows:,} rows before that place were read."))
    return [Staged(name, path, None, target, columns, rows, tuple(notes), refused)]


def _look(text: Text, longest: int) -> tuple[int, dict[str, set[str]]]:
    """How deep objects become columns, and the kinds of values of each column, in order of first sight."""
    for depth in (DEEPEST, 0):
        kinds: dict[str, set[str]] = {}
        for _, batch in _batches(text, longest, depth, None):
            for row in batch:
                for key, value in row.items():
                    kinds.setdefault(key, set()).add(_kind(value))
            if depth and len(kinds) > MOST_COLUMNS:
                break
        else:
            return depth, kinds
    return 0, kinds


def _batches(text: Text, longest: int, depth: int, refused: Refusals | None) -> Iterator[tuple[list[int], list[Row]]]:
    numbers: list[int] = []
    rows: list[Row] = []
    for item in items(text, longest):
        row = _understood(item, depth, refused)
        if row is not None:
            numbers.append(item.row)
            rows.append(row)
        if len(rows) >= AT_ONCE:
            yield numbers, rows
            numbers, rows = [], []
    if rows:
        yield numbers, rows


def _understood(item: Item, depth: int, refused: Refusals | None) -> Row | None:
    reason, code = item.reason, item.code
    if reason is None:
        value = decoded(item.data)
        if isinstance(value, Mapping):
            return dict(_flat(value, "", depth))
        reason, code = ("This is no JSON.", "bad_json") if value is None else ("This is no JSON object.", "bad_json")
    if refused is not None:
        refused.add(item.row, code, reason, item.data)
    return None


def decoded(data: bytes) -> object | None:
    """The value; None: it is no JSON. NaN and Infinity, which some programs write, are read."""
    try:
        return msgspec.json.decode(data) if data != b"null" else ()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        try:
            found = json.loads(data)
            json.dumps(found, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            return None
        return found if found is not None else ()


def _flat(value: Mapping[str, object], prefix: str, depth: int) -> Iterable[tuple[str, object]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping) and depth > 0 and inner:
            yield from _flat(inner, f"{prefix}{key}.", depth - 1)
        else:
            yield f"{prefix}{key}", inner


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "bool"
        case int():
            return "int" if abs(value) <= EXACT else "long" if -WHOLE <= value < WHOLE else "text"
        case float():
            return "float"
    return "text"


def _type(kinds: set[str]) -> pa.DataType:
    found = kinds - {"null"}
    if found == {"bool"}:
        return pa.bool_()
    if found and found <= {"int", "long"}:
        return pa.int64()
    # A number too long to be exact among fractions stays as it is written.
    if found and found <= {"int", "float"}:
        return pa.float64()
    return pa.string()


def _array(rows: list[Row], key: str, kind: pa.DataType) -> pa.Array:
    values = [row.get(key) for row in rows]
    return pa.array([_text(value) for value in values] if pa.types.is_string(kind) else values, kind)


def _text(value: object) -> str | None:
    """A text as it is, an empty one is nothing, as in every table of text; anything else as JSON."""
    if value is None or isinstance(value, str):
        return value or None
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _looks(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[{"))


READER = Reader("json", (".json", ".ndjson", ".jsonl"), read_json, looks=_looks)
