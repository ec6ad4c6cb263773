"""Enriching customers by a table of somebody else's: each row says traits of the one whom its key names."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cesta.ingest.door import keep
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.profiles.hers import place_of
from cesta.profiles.messages import messages_of
from cesta.profiles.said import said
from cesta.profiles.search import search
from cesta.profiles.whose import whose
from cesta.store.disk import reaching
from cesta.store.workspace import Workspace

Row = tuple[str, Mapping[str, Value]]
"""The key, and what the row says of whoever has it."""
AT_ONCE = 1000
DIGITS = 15
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Joined:
    """changed: customers of whom a row said something new. unchanged: rows that said nothing new. unknown: rows whose
    key names nobody, or several."""

    changed: int
    unchanged: int
    unknown: int


def join(workspace: Workspace, table: str, rows: Sequence[Row]) -> Joined:
    """Takes what the rows say as traits, with the table as their source. Raises bad_value."""
    if not table.strip():
        raise CestaError("bad_value", "The table has no name.", "It is told beside every trait that comes from it.")
    changed: list[Arrival] = []
    unchanged = nobody = 0
    now = time.time_ns() // 1000
    for place, (key, values) in enumerate(rows):
        customer = _named(workspace, key)
        if customer is None:
            nobody += 1
            continue
        before = said(messages_of(workspace.log).of(whose(workspace).ids(customer)))
        new = {name: v for name, v in values.items() if name not in before or _other(before[name].value, v)}
        if not new:
            unchanged += 1
            continue
        event = Event(table, f"{key}:{now + place}", customer, "identify", now, new)
        changed.append(Arrival(event, "identify", "", now))
    for low in range(0, len(changed), AT_ONCE):
        keep(workspace, table, changed[low : low + AT_ONCE])
    return Joined(len({each.event.customer for each in changed}), unchanged, nobody)


def rows_in(path: Path, key: str) -> Iterator[Row]:
    """The rows of a CSV or Parquet file whose key is set. Raises bad_table, bad_file, no_access."""
    with reaching(path):
        rows = _of_parquet(path, key) if path.suffix.lower() == ".parquet" else _of_csv(path, key)
        for one, values in rows:
            if one.strip():
                yield one.strip(), values


def value_of(text: str) -> Value:
    """A cell as what it is: a number where it reads back as it was written, so that 007 stays a name.

    >>> value_of("38"), value_of("007"), value_of("2.50"), value_of("true"), value_of("M")
    (38, '007', 2.5, True, 'M')
    """
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if len(text) <= DIGITS and NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _named(workspace: Workspace, key: str) -> str | None:
    """The one customer whom a key names: by an id, else by an e-mail or phone number that only she has."""
    whose_is, snapshot = whose(workspace), workspace.snapshot()
    customer = whose_is.customer(key)
    if place_of(snapshot, customer) is not None or len(whose_is.ids(customer)) > 1:
        return customer
    found = {match.customer for match in search(workspace, key, limit=3).matches if match.exact}
    return found.pop() if len(found) == 1 else None


def _other(before: Value, now: Value) -> bool:
    return type(before) is not type(now) or before != now


def _of_csv(path: Path, key: str) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CestaError("bad_file", f"{path.name} is not UTF-8 text.", "Save it as UTF-8, or as Parquet.") from error
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    _check(key, rows.fieldnames or ())
    for row in rows:
        values = {name: value_of(cell) for name, cell in row.items() if name and name != key and cell}
        yield row.get(key) or "", values


def _of_parquet(path: Path, key: str) -> Iterator[Row]:
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowException as error:
        raise CestaError("bad_file", f"{path.name} cannot be read: {error}", "Is it a Parquet file?") from error
    with file:
        _check(key, file.schema_arrow.names)
        for batch in file.iter_batches(AT_ONCE):
            for row in batch.to_pylist():
                values = {name: _plain(cell) for name, cell in row.items() if name != key and cell is not None}
                yield str(row[key] if row[key] is not None else ""), values


def _plain(cell: object) -> Value:
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


def _check(key: str, names: Sequence[str]) -> None:
    if key not in names:
        raise CestaError("bad_table", f'There is no column "{key}".', f"Its columns: {', '.join(names)}.")
