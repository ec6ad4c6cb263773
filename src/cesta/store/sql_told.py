"""What SQL that cannot be run is told: where in it, what is wrong, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

import duckdb
import msgspec

from cesta.model.errors import CestaError, nearest

LONGEST = 500
MISSING = re.compile(r'does not have a column named "(.*)"')
REFUSED = "Only questions can be asked: one select, describe, show or summarize."


class _Told(msgspec.Struct):
    """What DuckDB says, as JSON. position: in bytes from the beginning of the SQL."""

    exception_message: str
    type: str | None = None
    name: str | None = None
    position: str | None = None
    candidates: str | None = None
    error_subtype: str | None = None


def is_told(error: Exception) -> bool:
    """Whether DuckDB said where and what, rather than words alone."""
    return _read(str(error)) is not None


def told(query: str, error: Exception, known: Iterable[str]) -> CestaError:
    """The error as people read it. `known`: names of the tables and columns there are."""
    if isinstance(error, duckdb.OutOfMemoryException):
        hint = "Ask for less at a time: a shorter range of ts, fewer columns, or a group by."
        return CestaError("sql_too_big", "The query needs more memory than it may take.", hint)
    said = _read(str(error))
    if said is not None and (missing := MISSING.search(said.exception_message)):
        said = msgspec.structs.replace(said, name=missing[1], error_subtype="COLUMN_NOT_FOUND")
    if said is None:
        return CestaError("bad_sql", _first_line(str(error)))
    where = "" if said.position is None else f"{place_of(query, int(said.position))}: "
    return CestaError("bad_sql", f"{where}{_message(said)}", _hint(said, known))


def place_of(query: str, position: int) -> str:
    """Line and column, both from 1, of a byte of the SQL.

    >>> place_of("select 'ž',\\n  custmer", 15)
    'line 2, column 3'
    """
    before = query.encode()[:position].decode("utf-8", "ignore")
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"


def _read(text: str) -> _Told | None:
    _, brace, rest = text.partition("{")
    try:
        return msgspec.json.decode(brace + rest, type=_Told)
    except msgspec.DecodeError:
        return None


def _message(said: _Told) -> str:
    if said.error_subtype == "MISSING_ENTRY" and said.name is not None:
        kind = "function" if "Function" in (said.type or "") else (said.type or "name").lower()
        return f'There is no {kind} "{said.name}".'
    if said.error_subtype == "COLUMN_NOT_FOUND" and said.name is not None:
        return f'There is no column "{said.name}" here.'
    first = _first_line(said.exception_message)
    return first if first.endswith((".", "!")) else f"{first}."


def _hint(said: _Told, known: Iterable[str]) -> str | None:
    if said.name is None or said.error_subtype not in ("MISSING_ENTRY", "COLUMN_NOT_FOUND"):
        return None
    candidates = [name.strip('"') for name in (said.candidates or "").split(",") if name]
    if "Function" in (said.type or ""):
        return f'Did you mean "{candidates[0]}"?' if candidates else None
    names = list(dict.fromkeys(known))
    close = nearest(said.name, names) or nearest(said.name, candidates)
    return f'Did you mean "{close}"?' if close else f"Known: {', '.join(names)}."


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:LONGEST] if text.strip() else "It cannot be run."
