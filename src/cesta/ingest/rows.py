"""Rows of a source become events: who, when, what is known; a row that says it wrong is set aside with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.ingest.clock import read_local, read_time
from cesta.ingest.mapping import NAME, EventMapping
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError
from cesta.store.log import SetAside
from cesta.store.shards import TIME

ASIDE_KEPT = 10_000
WALL_TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATE")
WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
NESTED = re.compile(r"(STRUCT|MAP|UNION|JSON|VARIANT)|\]$")
# What Python's calendar can hold, with a day to spare for the zone.
EARLIEST, LATEST = "timestamp '0001-01-02'", "timestamp '9999-12-30'"


@dataclass(frozen=True, slots=True)
class Rows:
    """`table`: the events as a shard has them. `refused`: rows not understood, the first of them in `set_aside`."""

    table: pa.Table
    set_aside: tuple[SetAside, ...]
    refused: int
    local_times: int
    unclear_times: int


@dataclass(frozen=True, slots=True)
class Times:
    """A moment per row, where `known`; each row's time as the source wrote it."""

    values: NDArray[np.int64]
    known: NDArray[np.bool_]
    written: pa.Array
    local: int
    unclear: int


def events_of(tables: Tables, source: str, event: EventMapping, zone: ZoneInfo) -> Rows:
    """The events of one kind. Raises bad_sql, bad_mapping."""
    place = f"events/{event.event}"
    _make_rows(tables, event, place)
    types = dict(tables.columns_of("_rows"))
    columns = _typed_columns(event, types)
    wanted = ["customer", "id", _time_sql(types["time"], place, tables), *(sql for _, sql in columns)]
    raw = tables.arrow(place, f"select {', '.join(wanted)} from _rows").combine_chunks()
    tables.run(place, "drop table _rows")
    times = _read_times(raw, types["time"], zone)
    aside = _Aside(tables, source, event, len(raw))
    aside.unless(pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(raw["customer"]), ""), False), "customer",
                 raw["customer"], "There is no customer.")  # fmt: skip
    aside.unless(times.known, "time", times.written, "This is no time that can be read.")
    aside.unless(pc.is_valid(raw["id"]), "id", raw["id"], "There is no id.")
    arrays = {
        "customer": raw["customer"],
        "event": pa.array([event.event] * len(raw), pa.string()),
        "time": pa.array(times.values).cast(TIME),
        "assumed_time": pa.array(np.full(len(raw), event.time_is == "assumed")),
        "source": pa.array([source] * len(raw), pa.string()),
        "message_id": _message_ids(event, raw["id"].combine_chunks()),
    }
    for place_, (name, _) in enumerate(columns):
        values = raw[f"p{place_}"]
        if name.startswith("float."):
            values = _finite(aside, name, values)
        if values.null_count < len(values):
            arrays[name] = values
    table = pa.table(arrays)
    return Rows(
        table.filter(pa.array(aside.good)), tuple(aside.items), int((~aside.good).sum()), times.local, times.unclear
    )


def _make_rows(tables: Tables, event: EventMapping, place: str) -> None:
    rows = f'"{event.rows}"' if NAME.fullmatch(event.rows) else f"({event.rows})"
    columns = [f"({event.customer})::varchar as customer", f"({event.time}) as time"]
    columns += [f'({sql}) as "p{place}"' for place, sql in enumerate(event.properties.values())]
    if event.id is not None:
        columns.append(f"({event.id})::varchar as id")
        tables.run(place, f"create table _rows as select {', '.join(columns)} from {rows}")
    else:
        tables.run(place, f"create table _rows as select *, md5(to_json(_r)::varchar) as id from"
                          f" (select {', '.join(columns)} from {rows}) as _r")  # fmt: skip


def _time_sql(kind: str, place: str, tables: Tables) -> str:
    if kind == "VARCHAR":
        return "time"
    if kind == "TIMESTAMP WITH TIME ZONE" or kind in WALL_TIMES:
        moment = "time at time zone 'UTC'" if kind == "TIMESTAMP WITH TIME ZONE" else "time::timestamp"
        return (
            f"case when {moment} between {EARLIEST} and {LATEST} then epoch_us({moment}) end as time,"
            " time::varchar as written"
        )
    raise CestaError(
        "bad_mapping",
        f"{tables.mapping_path}: {place}: time is of type {kind}, which is no time.",
        "Turn it into one, for example to_timestamp(seconds) or epoch_ms(milliseconds).",
    )


def _typed_columns(event: EventMapping, types: dict[str, str]) -> list[tuple[str, str]]:
    """For each property its shard column, `int.price`, and the SQL that reads it."""
    return [_typed(name, f"p{place}", types[f"p{place}"]) for place, name in enumerate(event.properties)]


def _typed(name: str, column: str, kind: str) -> tuple[str, str]:
    if kind == "BOOLEAN":
        return f"bool.{name}", column
    if kind in WHOLE:
        return f"int.{name}", f"{column}::bigint as {column}"
    if kind in ("FLOAT", "DOUBLE") or kind.startswith("DECIMAL"):
        return f"float.{name}", f"{column}::double as {column}"
    if NESTED.search(kind):
        return f"text.{name}", f"to_json({column})::varchar as {column}"
    if kind in WALL_TIMES or kind.startswith("TIMESTAMP"):
        return f"text.{name}", f"replace({column}::varchar, ' ', 'T') as {column}"
    return f"text.{name}", f"{column}::varchar as {column}"


def _read_times(raw: pa.Table, kind: str, zone: ZoneInfo) -> Times:
    if kind == "VARCHAR":
        return _read_texts(raw["time"].combine_chunks(), zone)
    known = pc.is_valid(raw["time"]).to_numpy()
    values = pc.fill_null(raw["time"], 0).to_numpy()
    if kind not in WALL_TIMES:
        return Times(values, known, raw["written"], 0, 0)
    values, unclear = read_local(values, zone)
    return Times(values, known, raw["written"], int(known.sum()), int((unclear & known).sum()))


def _read_texts(texts: pa.Array, zone: ZoneInfo) -> Times:
    coded = texts.dictionary_encode()
    distinct = coded.dictionary.to_pylist()
    values = np.zeros(len(distinct) + 1, np.int64)
    known, local, unclear = (np.zeros(len(distinct) + 1, np.bool_) for _ in range(3))
    for place, text in enumerate(distinct):
        try:
            reading = read_time(text.strip(), zone)
        except CestaError:
            continue
        values[place], known[place] = reading.time, True
        local[place], unclear[place] = reading.local, reading.unclear
    codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False)
    return Times(values[codes], known[codes], texts, int(local[codes].sum()), int(unclear[codes].sum()))


def _message_ids(event: EventMapping, ids: pa.Array) -> pa.Array:
    """The event's name and the row's id; rows without one have their content's hash, the second equal row with #2."""
    if event.id is not None:
        return pc.binary_join_element_wise(event.event, ids, ":")
    codes = ids.dictionary_encode().indices.to_numpy()
    order = np.argsort(codes, kind="stable")
    starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
    nth = np.empty(len(codes), np.int64)
    nth[order] = np.arange(len(codes)) - np.repeat(starts, np.diff(np.append(starts, len(codes)))) + 1
    numbered = pc.binary_join_element_wise(event.event, ids, ":")
    again = pc.binary_join_element_wise(numbered, pa.array(nth).cast(pa.string()), "#")
    return pc.if_else(pa.array(nth == 1), numbered, again)


class _Aside:
    """Which rows of one kind of event are good so far, and what was wrong with the others."""

    def __init__(self, tables: Tables, source: str, event: EventMapping, rows: int) -> None:
        self.good = np.ones(rows, np.bool_)
        self.items: list[SetAside] = []
        self._source = source
        self._file = tables.mapping.files.get(event.rows, f"event {event.event}")

    def unless(self, fine: pa.Array | NDArray[np.bool_], field: str, values: pa.Array, reason: str) -> None:
        """Sets aside the rows that are not fine, unless something else was wrong with them already."""
        fine = np.asarray(fine)
        for place in np.flatnonzero(~fine & self.good)[: ASIDE_KEPT - len(self.items)].tolist():
            value = values[place].as_py()
            shown = None if value is None else str(value)[:200]
            self.items.append(SetAside(self._source, reason, field, shown, self._file, place + 1))
        self.good &= fine


def _finite(aside: _Aside, name: str, values: pa.ChunkedArray) -> pa.ChunkedArray:
    """NaN is how tables write "missing"; an infinity is a mistake. Minus zero is zero."""
    field = name.partition(".")[2]
    infinite = pc.fill_null(pc.is_inf(values), False)
    aside.unless(pc.invert(infinite), f"properties.{field}", values, f"{field} is not a finite number.")
    return pc.add(pc.if_else(pc.is_nan(values), pa.scalar(None, pa.float64()), values), 0.0)
