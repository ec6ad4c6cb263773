"""Any SQL database by its URL: a table or a query, read on from where a growing column had come to."""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from cesta.ingest.readers.contract import MOST_ROWS, Batch, Place, Reader
from cesta.ingest.readers.staging import encoded
from cesta.model.errors import CestaError, unknown

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection

OPTIONS = {
    "query": "the SELECT to read, in place of a table",
    "table": "the table or view to read",
    "cursor": "a column that only grows, such as updated_at; the next time only what is new is read",
    "overlap": "how far before the cursor to look again for rows that were committed late, such as 5m",
}
SCHEMES = ("postgresql", "postgres", "mysql", "mariadb", "sqlite", "mssql", "oracle")
DRIVERS = {"postgresql": "postgresql+pg8000", "postgres": "postgresql+pg8000"}
BIND = re.compile(r"(?<![:\w\\]):(?=\w)")
ESCAPED = r"\\:"
SPAN = re.compile(r"(\d+)\s*([smhd])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
CursorValue = str | int | float | Decimal | datetime | date


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far reading has come: the cursor's value, and which rows around it are known already."""

    value: CursorValue
    seen: frozenset[str]

    def text(self) -> str:
        kind, told = _told(self.value)
        return json.dumps({"kind": kind, "value": told, "seen": sorted(self.seen)}, separators=(",", ":"))


def read_sql(place: Place, cursor: str | None = None) -> Iterator[Batch]:
    """The rows of a table or query; with the option cursor in its order, from where it had come to.

    Raises bad_value, no_answer, no_file, bad_sql, unknown_column.
    """
    unlike = set(place.options) - OPTIONS.keys()
    if unlike:
        raise CestaError("bad_value", f'There is no option "{sorted(unlike)[0]}".', f"Known: {', '.join(OPTIONS)}.")
    column = place.options.get("cursor")
    overlap = _span(place.options.get("overlap", "0s"))
    reached = _read_back(cursor) if cursor is not None and column is not None else None
    with _connected(place.where) as connection:
        statement, values = _statement(connection, place, column, reached, overlap)
        yield from _batches(connection, statement, values, _Follow(column, overlap, reached))


class _Follow:
    """Follows the cursor's column through the rows, and knows which of them came before."""

    def __init__(self, column: str | None, overlap: timedelta, reached: _Reached | None) -> None:
        self.column, self.overlap, self.reached = column, overlap, reached
        self._near: deque[tuple[CursorValue, str]] = deque()

    def is_new(self, row: Mapping[str, object]) -> bool:
        if self.column is None:
            return True
        value = row[self.column]
        if not isinstance(value, str | int | float | Decimal | datetime | date):
            raise CestaError(
                "bad_value", f'The cursor "{self.column}" holds {value!r}.', "It is a number, a time or a text."
            )
        print_ = hashlib.blake2b(encoded(row), digest_size=8).hexdigest()
        while self._near and _apart(value, self._near[0][0]) > self.overlap:
            self._near.popleft()
        self._near.append((value, print_))
        return self.reached is None or print_ not in self.reached.seen

    def cursor(self) -> str | None:
        if not self._near:
            return None
        return _Reached(self._near[-1][0], frozenset(print_ for _, print_ in self._near)).text()


def _batches(connection: Connection, statement: str, values: Mapping[str, object], follow: _Follow) -> Iterator[Batch]:
    from sqlalchemy import text
    from sqlalchemy.exc import SQLAlchemyError

    try:
        result = connection.execution_options(stream_results=True, yield_per=MOST_ROWS).execute(text(statement), values)
        names = list(result.keys())
        if follow.column is not None and follow.column not in names:
            raise unknown("unknown_column", "column", follow.column, names)
        held: list[Mapping[str, object]] = []
        for found in result:
            # What was read before is judged by the value itself, what is handed on is plain.
            row = dict(zip(names, found, strict=True))
            if follow.is_new(row):
                held.append({name: _plain(value) for name, value in row.items()})
            if len(held) >= MOST_ROWS:
                yield Batch("", held, follow.cursor())
                held = []
        if held:
            yield Batch("", held, follow.cursor())
    except SQLAlchemyError as error:
        raise _bad_sql(error) from error


def _statement(
    connection: Connection, place: Place, column: str | None, reached: _Reached | None, overlap: timedelta
) -> tuple[str, dict[str, object]]:
    query = place.options.get("query")
    quote = connection.dialect.identifier_preparer.quote_identifier
    if query is None:
        rows = ".".join(quote(part) for part in _table(connection, place).split("."))
    else:
        rows = f"({BIND.sub(ESCAPED, query.strip().rstrip(';'))}) as cesta_rows"
    if column is None:
        return f"select * from {rows}", {}
    where = f"{quote(column)} is not null"
    if reached is None:
        return f"select * from {rows} where {where} order by {quote(column)}", {}
    since = _before(reached.value, overlap)
    return f"select * from {rows} where {where} and {quote(column)} >= :cursor order by {quote(column)}", {
        "cursor": since
    }


def _table(connection: Connection, place: Place) -> str:
    from sqlalchemy import inspect

    known = [*inspect(connection).get_table_names(), *inspect(connection).get_view_names()]
    table = place.options.get("table")
    if table is None:
        raise CestaError(
            "bad_value", "Neither a table nor a query is named.", f"Tables there: {', '.join(known) or 'none'}."
        )
    if "." not in table and table not in known:
        raise unknown("bad_value", "table", table, known)
    return table


def database_url(where: str) -> URL:
    """The address with a driver that is there; a folder given as host, as PostgreSQL's own programs do, is its socket.

    >>> database_url("postgresql:///shop?host=/run/pg").render_as_string()
    'postgresql+pg8000:///shop?unix_sock=%2Frun%2Fpg%2F.s.PGSQL.5432'
    """
    from sqlalchemy.engine import make_url

    url = make_url(where)
    folder = url.query.get("host")
    if url.drivername in DRIVERS:
        url = url.set(drivername=DRIVERS[url.drivername])
        if isinstance(folder, str):
            url = url.difference_update_query(["host"])
            url = url.update_query_dict({"unix_sock": f"{folder}/.s.PGSQL.{url.port or 5432}"})
    return url


@contextmanager
def _connected(where: str) -> Iterator[Connection]:
    """An open connection that only reads. Raises no_answer, no_file, bad_value."""
    from sqlalchemy import create_engine
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
    from sqlalchemy.pool import NullPool

    try:
        url = database_url(where)
        engine = create_engine(url, poolclass=NullPool)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise CestaError(
            "bad_value",
            f"This address of a database cannot be used: {_first(error)}.",
            "Such as postgresql://user@host/name; its driver must be installed.",
        ) from error
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        # SQLite would make the file.
        raise CestaError("no_file", f"There is no database {url.database}.", "Check its path.")
    try:
        connection = engine.connect()
    except (SQLAlchemyError, OSError) as error:
        shown = url.render_as_string(hide_password=True)
        raise CestaError(
            "no_answer", f"{shown} does not answer: {_first(error)}.", "Check the address and the password."
        ) from error
    with connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(postgresql_readonly=True)
        elif connection.dialect.name == "sqlite":
            connection.exec_driver_sql("pragma query_only = on")
        yield connection
    engine.dispose()


def _bad_sql(error: Exception) -> CestaError:
    return CestaError("bad_sql", f"The database says: {_first(error)}.", "Try the query in the database itself.")


def _first(error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0][:300].rstrip(".") if said else type(error).__name__


def _plain(value: object) -> object:
    """A database's value as every reader gives it.

    >>> _plain(Decimal("49.90")), _plain(b"ab"), _plain(time(9, 30)), _plain(timedelta(minutes=2))
    (49.9, '6162', '09:30:00', 120.0)
    """
    match value:
        case None | bool() | int() | float() | str() | datetime() | date() | list() | dict():
            return value
        case Decimal():
            near = float(value)
            return near if Decimal(repr(near)) == value else str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
        case time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
    return str(value)


def _apart(later: CursorValue, earlier: CursorValue) -> timedelta:
    """How far two values are apart; a number's distance counts as seconds. Texts are the same, or endlessly far."""
    if isinstance(later, datetime) and isinstance(earlier, datetime):
        return later - earlier
    if isinstance(later, int | float | Decimal) and isinstance(earlier, int | float | Decimal):
        return timedelta(seconds=min(float(Decimal(later) - Decimal(earlier)), 1e9))
    if isinstance(later, date) and isinstance(earlier, date):
        return later - earlier
    return timedelta(0) if later == earlier else timedelta.max


def _before(value: CursorValue, overlap: timedelta) -> CursorValue:
    if isinstance(value, datetime | date):
        return value - overlap
    if isinstance(value, str):
        return value
    seconds = overlap.total_seconds()
    return value - Decimal(seconds) if isinstance(value, Decimal) else value - seconds if seconds else value


def _span(given: str) -> timedelta:
    """
    >>> _span("5m")
    datetime.timedelta(seconds=300)
    """
    found = SPAN.fullmatch(given.strip())
    if not found:
        raise CestaError("bad_value", f'"{given}" is no length of time.', "Such as 30s, 5m or 1h.")
    return timedelta(seconds=int(found[1]) * SECONDS[found[2]])


def _told(value: CursorValue) -> tuple[str, str]:
    match value:
        case datetime():
            return "time", value.isoformat()
        case date():
            return "day", value.isoformat()
        case str():
            return "text", value
        case Decimal():
            return "decimal", str(value)
        case float():
            return "float", repr(value)
    return "int", str(value)


def _read_back(cursor: str) -> _Reached:
    """Raises bad_value."""
    kinds: dict[str, Callable[[str], CursorValue]] = {
        "time": datetime.fromisoformat,
        "day": date.fromisoformat,
        "text": str,
        "decimal": Decimal,
        "float": float,
    }
    try:
        told = json.loads(cursor)
        value = kinds.get(told["kind"], int)(told["value"])
        return _Reached(value, frozenset(told["seen"]))
    except (ValueError, KeyError, TypeError) as error:
        raise CestaError("bad_value", f"The cursor {cursor[:80]} is not one of this reader's.", None) from error


READER = Reader("sql", read_sql, schemes=SCHEMES, options=OPTIONS)
