"""Rows of a source become events, batch by batch; a row that says it wrong is set aside, whole, with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cesta.consent.rows import NAMED
from cesta.identity.naming import PLAIN
from cesta.ingest.claimed import KIND, called
from cesta.ingest.event_json import shown
from cesta.ingest.files.staged import FILE, ROW
from cesta.ingest.mapping import EventMapping
from cesta.ingest.repair_columns import as_written
from cesta.ingest.row_judge import PROPERTIES, Judged, Manner, Mask, judge
from cesta.ingest.row_query import IDS, UNREAD, RowQuery, row_query
from cesta.ingest.row_times import Times, moments, walls_in_zone
from cesta.ingest.tables import Tables
from cesta.kernels.occurrences import Occurrences
from cesta.store.aside import SetAside
from cesta.store.content import Hashes, hash_texts
from cesta.store.shards import TIME
from cesta.store.spill import TWIN

KINDS = ((pa.types.is_boolean, "bool"), (pa.types.is_integer, "int"), (pa.types.is_floating, "float"))


@dataclass(frozen=True, slots=True)
class Batch:
    """`table`: events as a shard has them; `rows`: of how many rows. set_aside: those that are none.

    alike: the rows have no id of their own, and equal ones still have to be told apart; what the column TWIN of the
    table says of each, or else its message id, is then of what kind it is.
    local_times: times without a zone, read in the source's; unclear_times: those of them that the clock showed twice or
    skipped.
    """

    table: pa.Table
    rows: int
    set_aside: tuple[SetAside, ...]
    alike: bool
    local_times: int
    unclear_times: int


def events_of(tables: Tables, source: str, event: EventMapping, manner: Manner) -> Iterator[Batch]:
    """The events of one kind, in the order of their rows. Raises bad_sql, bad_mapping."""
    place = f"events/{event.label}"
    query = row_query(tables, event, place)
    seen = Occurrences()
    done = 0
    for raw in tables.stream(place, query.text):
        rows = _Rows(pa.Table.from_batches([raw]), query, event, done)
        yield _batch(rows, source, _file_of(tables, event, query.numbered), manner, seen)
        done += len(raw)


class _Rows:
    """A batch of rows as the query gives them; `done`: how many came before."""

    def __init__(self, raw: pa.Table, query: RowQuery, event: EventMapping, done: int) -> None:
        self.raw, self.query, self.event, self.done = raw, query, event, done
        wanted = ("customer", "event", "time", "id")
        names = [name for name in raw.column_names if name in wanted or name.startswith(PROPERTIES)]
        self.fields = raw.select(names)
        for name in query.read:
            unread = raw[UNREAD + name]
            if unread.null_count < len(unread):
                texts = pc.coalesce(unread, as_written(raw[name]))
                self.fields = self.fields.set_column(names.index(name), name, texts)

    def times(self, manner: Manner) -> Times | None:
        if not self.query.typed:
            return None
        column = self.raw["moment"]
        known, values = pc.is_valid(column).to_numpy(), pc.fill_null(column, 0).to_numpy()
        return moments(values, known) if self.query.zoned else walls_in_zone(values, known, manner.zone)

    def message_ids(self, mended: pa.Table) -> pa.ChunkedArray:
        """The event's name and the row's id, or the hash of what was written."""
        if self.event.id is None:
            return self.raw["named"]
        name = mended["event"] if "event" in mended.column_names else self.event.event
        return pc.binary_join_element_wise(name, mended["id"].cast(pa.string()), ":")

    def kinds(self, ids: pa.ChunkedArray) -> Hashes:
        """Of what kind a row without an id is: equal rows of one file are of one."""
        kinds = hash_texts(ids)
        return kinds ^ hash_texts(self.raw[FILE]) if self.query.filed else kinds

    def written(self, chosen: pa.Array) -> list[dict[str, Any]]:
        """What these rows say: values as they were read, and the text of those that could not be."""
        texts: list[dict[str, Any]] = self.fields.take(chosen).to_pylist()
        for name in self.query.read:
            known, unread = (self.raw[column].take(chosen).to_pylist() for column in (name, UNREAD + name))
            for row, value, text in zip(texts, known, unread, strict=True):
                row[name] = value if text is None else text
        return texts

    def row(self, place: int) -> int:
        found = self.raw[ROW][place].as_py() if self.query.numbered else None
        return self.done + place + 1 if found is None else int(found)

    def file(self, place: int, otherwise: str) -> str:
        return str(self.raw[FILE][place].as_py()) if self.query.filed else otherwise


def _batch(rows: _Rows, source: str, file: str, manner: Manner, seen: Occurrences) -> Batch:
    judged = judge(rows.fields, rows.times(manner), replace(manner, read=rows.query.read))
    ids = rows.message_ids(judged.fields)
    good = judged.good()
    count = len(good)
    fields = judged.fields
    alike = rows.event.id is None
    name = fields["event"] if "event" in fields.column_names else pa.repeat(rows.event.event, count)
    customer = called(fields["customer"].cast(pa.string()), rows.event.customer_is, manner.country)
    arrays: dict[str, Any] = {
        "customer": customer,
        "event": name,
        "time": pa.array(judged.times.values).cast(TIME),
        "assumed_time": pa.repeat(rows.event.time_is == "assumed", count),
        "source": pa.repeat(source, count),
        "message_id": ids,
    }
    for column in fields.column_names:
        if column.startswith(PROPERTIES):
            kind, values = _kept(judged.values.get(column, fields[column]))
            if values.null_count < count:
                arrays[f"{kind}.{column.removeprefix(PROPERTIES)}"] = values
    if alike and rows.query.filed:
        arrays[TWIN] = pa.array(rows.kinds(ids))
    table = pa.table(arrays | _named(rows.raw, rows.event))
    return Batch(
        table=table if good.all() else table.filter(pa.array(good)),
        rows=count,
        set_aside=tuple(_aside(rows, judged, _told_apart(rows, ids, ~good, seen), source, file)),
        alike=alike,
        local_times=int((judged.times.local & good).sum()),
        unclear_times=int((judged.times.unclear & good).sum()),
    )


def _named(raw: pa.Table, event: EventMapping) -> dict[str, Any]:
    """Columns of the ids that rows name, and of the kind that their customers are called by; none where all are users'.

    They go along with the rows until these are sealed.
    """
    if not event.ids and event.customer_is in PLAIN:
        return {}
    ids = {NAMED + kind: raw[IDS + kind] for kind in event.ids}
    return {KIND: pa.repeat(event.customer_is, len(raw)), **ids}


def _kept(values: pa.Array | pa.ChunkedArray) -> tuple[str, pa.Array | pa.ChunkedArray]:
    """The kind of a property and its values. NaN is how tables write "missing"; minus zero is zero."""
    kind = next((kind for is_one, kind in KINDS if is_one(values.type)), "text")
    if kind == "float":
        values = pc.add(pc.if_else(pc.is_nan(values), pa.scalar(None, values.type), values), 0.0)
    return kind, values


def _told_apart(rows: _Rows, ids: pa.ChunkedArray, bad: Mask, seen: Occurrences) -> pa.Array:
    """The message ids of the rows that are no events, the second of a kind with #2; whatever equals them is none."""
    if not bad.any():
        return pa.array([], pa.string())
    chosen = ids.filter(pa.array(bad)).combine_chunks()
    if rows.event.id is not None:
        return chosen
    nth = seen.add(rows.kinds(ids)[bad])
    again = pc.binary_join_element_wise(chosen, pa.array(nth).cast(pa.string()), "#")
    return pc.if_else(pa.array(nth == 1), chosen, again)


def _aside(rows: _Rows, judged: Judged, ids: pa.Array, source: str, file: str) -> Iterator[SetAside]:
    """Each row that is no event: what was wrong, and all that was written. ids: theirs alone."""
    places = np.flatnonzero(judged.why).tolist()
    if not places:
        return
    chosen = pa.array(places)
    written = rows.written(chosen)
    mended = judged.fields.take(chosen).to_pylist()
    for place, before, after, message_id in zip(places, written, mended, ids.to_pylist(), strict=True):
        wrong = judged.wrong[judged.why[place] - 1]
        name = before.get("event", rows.event.event)
        yield SetAside(
            source=source,
            reason=wrong.reason,
            field=wrong.field,
            value=shown(after.get(wrong.field)),
            file=rows.file(place, file),
            row=rows.row(place),
            code=wrong.code,
            event=name,
            message_id=message_id,
            raw=_raw(before, name),
        )


def _raw(written: dict[str, Any], name: str | None) -> str:
    """The mapped values as JSON, as they were written."""
    properties = {key.removeprefix(PROPERTIES): value for key, value in written.items() if key.startswith(PROPERTIES)}
    head = {key: written[key] for key in ("customer", "time", "id") if key in written}
    return json.dumps({"event": name, **head, "properties": properties}, ensure_ascii=False, separators=(",", ":"))


def _file_of(tables: Tables, event: EventMapping, numbered: bool) -> str:
    """The file that the rows come from, as far as it is one; rows that keep their numbers are a file's own."""
    several = tables.files.get(event.rows, ())
    if not several and numbered and len(tables.files) == 1:
        several = next(iter(tables.files.values()))
    return several[0].file.name if len(several) == 1 else f"event {event.label}"
