"""The SQL that turns rows of a source into fields: what the mapping says of each, in types that events may have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cesta.ingest.files.staged import FILE, ROW
from cesta.ingest.mapping import NAME, EventMapping
from cesta.ingest.readings import Reading, readings_in
from cesta.ingest.row_judge import PROPERTIES
from cesta.ingest.tables import Tables, quoted, text_of
from cesta.model.errors import CestaError

WALL_TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATE")
ZONED = "TIMESTAMP WITH TIME ZONE"
WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
NESTED = re.compile(r"(STRUCT|MAP|UNION|JSON|VARIANT)|\]$")
# What Python's calendar can hold, with a day to spare for the zone.
EARLIEST, LATEST = "timestamp '0001-01-02'", "timestamp '9999-12-30'"
HASH_LETTERS = 20
UNREAD = "unread."
IDS = "ids."


@dataclass(frozen=True, slots=True)
class RowQuery:
    """`text`: SQL that gives customer, event (if rows name it), time as it is written, moment (if the source holds
    times), id, or named by event and content, the properties and other ids; and where the row stands, as far as known.

    `read`: the properties that read a text; a column "unread.properties.…" beside each says what could not be read.
    `zoned`: moments are moments, not what a clock on a wall showed. `numbered`, `filed`: the rows say their number and
    their file.
    """

    text: str
    typed: bool
    zoned: bool
    numbered: bool
    filed: bool
    read: dict[str, Reading]


def row_query(tables: Tables, event: EventMapping, place: str) -> RowQuery:
    """Raises bad_sql, bad_mapping."""
    source = quoted(event.rows) if NAME.fullmatch(event.rows) else f"({event.rows})"
    given = {name.casefold() for name, _ in tables.columns_of(place, f"select * from {source}")}
    readings = _readings(event)
    inner = [f"({event.customer})::varchar as customer", f"({event.time}) as time"]
    inner += [f"({sql}) as {quoted(name)}" for name, sql in _named(event)]
    inner += [f"({one.given}) as {_given(name, at)}" for name, all_ in readings.items() for at, one in enumerate(all_)]
    inner += [f"({sql})::varchar as {quoted(IDS + kind)}" for kind, sql in event.ids.items()]
    inner += [column for column in (ROW, FILE) if column in given]
    rows = f"(select {', '.join(inner)} from {source}) as _r"
    types = dict(tables.columns_of(place, f"select * from {rows}"))
    kind = types["time"]
    typed = kind != "VARCHAR"
    unread = {name: _unread(name, all_) for name, all_ in readings.items()}
    time = f"coalesce(time::varchar, {unread['time']})" if "time" in unread else "time::varchar"
    outer = ["customer", *(["event"] if event.event_is else []), f"{time} as time"]
    if typed:
        outer.append(_moment(kind, f"{tables.place}: {place}"))
    outer.append("id" if event.id is not None else f"{_hash(event, types, time, unread)} as named")
    outer += [_property(name, types[name]) for name in types if name.startswith(PROPERTIES)]
    outer += [f"{sql} as {quoted(UNREAD + name)}" for name, sql in unread.items() if name != "time"]
    outer += [quoted(IDS + kind) for kind in event.ids]
    outer += [column for column in (ROW, FILE) if column in given]
    return RowQuery(
        text=f"select {', '.join(outer)} from {rows}",
        typed=typed,
        zoned=kind == ZONED,
        numbered=ROW in given,
        filed=FILE in given,
        read={name: all_[0] for name, all_ in readings.items() if name != "time"},
    )


def _readings(event: EventMapping) -> dict[str, tuple[Reading, ...]]:
    """The readings of text in the event's time and properties, by the field they are for."""
    fields = {"time": event.time, **{f"{PROPERTIES}{name}": sql for name, sql in event.properties.items()}}
    return {name: found for name, sql in fields.items() if (found := readings_in(sql))}


def _given(field: str, at: int) -> str:
    return quoted(f"given.{at}.{field}")


def _unread(field: str, readings: tuple[Reading, ...]) -> str:
    """SQL for the text that a field without a value should have been read from."""
    texts = ", ".join(one.unread(_given(field, at)) for at, one in enumerate(readings))
    return f"case when {quoted(field)} is null then coalesce({texts}) end"


def _named(event: EventMapping) -> list[tuple[str, str]]:
    named = [] if event.event_is is None else [("event", f"({event.event_is})::varchar")]
    named += [] if event.id is None else [("id", f"({event.id})::varchar")]
    return named + [(f"{PROPERTIES}{name}", sql) for name, sql in event.properties.items()]


def _moment(kind: str, place: str) -> str:
    """Microseconds since 1970 of a column that holds times. Raises bad_mapping."""
    if kind != ZONED and kind not in WALL_TIMES:
        raise CestaError(
            "bad_mapping",
            f"{place}: time is of type {kind}, which is no time.",
            "Turn it into one, for example to_timestamp(seconds) or epoch_ms(milliseconds).",
        )
    time = "time at time zone 'UTC'" if kind == ZONED else "time::timestamp"
    return f"case when {time} between {EARLIEST} and {LATEST} then epoch_us({time}) end as moment"


def _hash(event: EventMapping, types: dict[str, str], time: str, unread: dict[str, str]) -> str:
    """The event's name and the hash of what the row says, as it is written; what is not set counts as none at all."""
    parts = ["customer", "chr(31)", time]
    if event.event_is is not None:
        parts += ["chr(31)", "event"]
    for name in sorted(name for name in types if name.startswith(PROPERTIES)):
        said = f"{quoted(name)}::varchar"
        said = f"coalesce({said}, {unread[name]})" if name in unread else said
        parts.append(f"chr(31) || {text_of(name.removeprefix(PROPERTIES))} || chr(30) || {said}")
    named = text_of(event.event) if event.event_is is None else "event"
    # concat passes over what is null, and makes one text where || makes one of every two.
    return f"concat({named}, ':', md5(concat({', '.join(parts)}))[:{HASH_LETTERS}])"


def _property(name: str, kind: str) -> str:
    column = quoted(name)
    if kind == "BOOLEAN":
        return column
    if kind in WHOLE:
        return f"{column}::bigint as {column}"
    if kind in ("FLOAT", "DOUBLE") or kind.startswith("DECIMAL"):
        return f"{column}::double as {column}"
    if NESTED.search(kind):
        return f"to_json({column})::varchar as {column}"
    if kind in WALL_TIMES or kind.startswith("TIMESTAMP"):
        return f"replace({column}::varchar, ' ', 'T') as {column}"
    return f"{column}::varchar as {column}"
