"""SQLite files: an OCEL 2 log as its events, any other as its tables; opened for reading only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cesta.ingest.readers.contract import Batch, Place, Reader, Row, parted
from cesta.ingest.readers.ocel import OPTIONS, Happening, Objects, Thing, tables
from cesta.model.errors import CestaError
from cesta.store.sql_text import quoted

OCEL = frozenset(("event", "object", "event_object", "event_map_type", "object_map_type"))
KNOWN = ("ocel_id", "ocel_time", "ocel_changed_field")
SIGNATURE = b"SQLite format 3\0"


def read_sqlite(place: Place, _cursor: str | None = None) -> Iterator[Batch]:
    """The tables of a SQLite file. Raises no_file, bad_file."""
    path = Path(place.where)
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as sql:
            sql.text_factory = lambda data: data.decode("utf-8", "replace")
            names = [
                name for (name,) in sql.execute("select name from sqlite_master where type = 'table' order by rowid")
            ]
            if set(names) >= OCEL:
                yield from tables(_objects(sql), _events(sql), place)
                return
            for name in names:
                if not name.startswith("sqlite_"):
                    yield from parted(name, _rows(sql, f"select * from {quoted(name)}"))
    except sqlite3.DatabaseError as error:
        raise CestaError(
            "bad_file", f"{path.name} cannot be read as SQLite: {error}.", "Is it whole, and is nobody writing to it?"
        ) from error


def _rows(sql: sqlite3.Connection, query: str, *values: str) -> Iterator[Row]:
    found = sql.execute(query, values)
    names = [column[0] for column in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def _objects(sql: sqlite3.Connection) -> Objects:
    said: dict[str, dict[str, object]] = {}
    for (kind,) in sql.execute("select distinct ocel_type_map from object_map_type order by 1").fetchall():
        for row in _rows(sql, f"select * from {quoted(f'object_{kind}')} order by ocel_time"):
            held = said.setdefault(str(row["ocel_id"]), {})
            held.update({name: value for name, value in row.items() if name not in KNOWN and value is not None})
    beside: dict[str, list[str]] = {}
    if sql.execute("select 1 from sqlite_master where name = 'object_object'").fetchone():
        for one, other in sql.execute("select ocel_source_id, ocel_target_id from object_object"):
            beside.setdefault(str(one), []).append(str(other))
    objects = Objects()
    for id_, kind in sql.execute("select ocel_id, ocel_type from object order by rowid"):
        objects.add(Thing(str(id_), str(kind), said.get(str(id_), {}), beside.get(str(id_), ())))
    return objects


def _events(sql: sqlite3.Connection) -> Iterator[Happening]:
    about = "select ocel_object_id, coalesce(ocel_qualifier, '') from event_object where ocel_event_id = ?"
    for kind, table in sql.execute("select ocel_type, ocel_type_map from event_map_type order by 1").fetchall():
        for row in _rows(sql, f"select * from {quoted(f'event_{table}')} order by ocel_time"):
            said = {name: value for name, value in row.items() if name not in KNOWN and value is not None}
            related = [(str(one), str(how)) for one, how in sql.execute(about, (row["ocel_id"],))]
            yield Happening(str(row["ocel_id"]), str(kind), str(row["ocel_time"]), said, related)


READER = Reader("sqlite", read_sqlite, (".sqlite", ".sqlite3", ".db"), options=OPTIONS, signature=SIGNATURE)
