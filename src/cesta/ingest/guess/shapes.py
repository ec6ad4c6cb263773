"""What a row is when it is one event: with its name in a column, or all of one kind; and when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.joined import Rows
from cesta.ingest.guess.naming import row_event
from cesta.ingest.guess.plan import EventPlan, Hint, Part
from cesta.ingest.guess.properties import properties_of
from cesta.ingest.guess.roles import Option
from cesta.ingest.guess.seen import Look
from cesta.ingest.guess.sql import column_sql, text_sql
from cesta.ingest.guess.when import Moment, sequence_of
from cesta.ingest.guess.words import among, words_of

LIFECYCLE = among("start started begin complete completed end schedule scheduled suspend resume abort withdraw")
ENDS = among("end ended finish finished complete completed")
MOST_FORMATS = 3
PARENTHESES = re.compile(r"\(([^()]+)\)")
DAYS_ONLY = "Only the day is known; its first moment is taken, and events of one day keep the order of the file."


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a table's rows before their shape is: who, the moments, what names them, what names each row.

    `event`: what a person calls each row. `when_told`: how many moments she pointed at. `each_row`: each row is a
    customer. `keep`: columns that she wants to keep.
    """

    rows: Rows
    who: Part
    moments: Sequence[Moment]
    what: Option | None
    whats: tuple[Option, ...]
    id: str | None
    event: str | None
    when_told: int
    each_row: bool
    keep: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shaped:
    """Kinds of events of one table, and what to say about them."""

    events: tuple[EventPlan, ...]
    notes: tuple[Hint, ...] = ()
    local: bool = False


def event_log(look: Look, known: Known, what: Option) -> Shaped:
    """Each row is an event whose name stands in a column."""
    rows, table = known.rows, known.rows.table
    when = main_moment(known.moments)
    lifecycle = _lifecycle(table.columns.values(), what.column)
    name = _event_name(table.columns[what.column])
    source, event_is, used, notes = rows.name, name, {what.column}, []
    properties: dict[str, str] = {}
    if lifecycle is not None:
        instance = _instance(table.columns.values(), lifecycle)
        used.add(lifecycle.name)
        if instance is not None:
            source, properties = _spans(rows, when, lifecycle, instance), {"minutes": "minutes"}
            used.add(instance.name)
            notes.append(Hint("spans", f"A start and an end of one {instance.name} are one event with its minutes.",
                              table.name))  # fmt: skip
        else:
            event_is = f"{name} || ' / ' || {column_sql(lifecycle.name)}"
            notes.append(Hint("lifecycle", f"{lifecycle.name} is part of each event's name.", table.name))
    else:
        last = _end(known.moments, when)
        if last is not None:
            properties = {"minutes": f"date_diff('minute', {moment_sql(when)}, {moment_sql(last)})"}
    sql, formats, assumed, order = timed(look, known, when)
    kept = properties_of(rows.columns.values(), _used(known, used, order), known.keep)
    event = EventPlan(
        table=table.name,
        event=None,
        event_is=event_is,
        rows=source,
        who=known.who,
        what=Part(table.name, (what.column,), event_is, what.confidence, what.reason,
                  tuple(other for other in known.whats if other.column != what.column)),
        when=when_part(known, when, sql),
        id=id_part(known),
        formats=formats,
        assumed=assumed,
        properties={**properties, **kept.properties},
        said=f"Each row is one event; its name stands in {what.column}.",
    )  # fmt: skip
    return Shaped((event,), (*notes, *personal(kept.personal, table.name)), when.local)


def _event_name(column: Column) -> str:
    """SQL of an event's name; a number says nothing without the name of its column."""
    if column.kind != "number":
        return text_sql(column)
    told = PARENTHESES.search(column.name)
    label = (told[1] if told else column.name).replace("'", "''")
    return f"'{label} ' || {column_sql(column.name)}" + ("" if column.is_text else "::bigint")


def one_event(look: Look, known: Known) -> Shaped:
    """Each row is an event of the same kind."""
    rows, table = known.rows, known.rows.table
    when = main_moment(known.moments)
    sql, formats, assumed, order = timed(look, known, when)
    kept = properties_of(rows.columns.values(), _used(known, set(), order), known.keep)
    event = EventPlan(
        table=table.name,
        event=known.event or row_event(rows),
        event_is=None,
        rows=rows.name,
        who=known.who,
        when=when_part(known, when, sql),
        id=id_part(known),
        formats=formats,
        assumed=assumed,
        properties=kept.properties,
        said="Each row is one event.",
    )
    return Shaped((event,), personal(kept.personal, table.name), when.local)


def main_moment(moments: Sequence[Moment]) -> Moment:
    """When a row's one event happened: by its name, known to the minute, in most rows; never its end."""

    def rank(moment: Moment) -> tuple[bool, bool, bool, float]:
        words = {word for name in moment.columns for word in words_of(name)}
        return (moment.happened, not words & ENDS,
                not moment.day_only, round(moment.filled, 2))  # fmt: skip

    return max(moments, key=rank)


def timed(look: Look, known: Known, when: Moment) -> tuple[str, tuple[str, ...], str | None, str | None]:
    """The moment's SQL, how its texts are written, what was assumed, and the column that gives the order in a day."""
    if not when.day_only:
        return when.sql, when.formats, None, None
    owner = known.who.columns[0] if known.who.columns and known.who.table == known.rows.table.name else None
    order = sequence_of(look, known.rows.table, owner) if owner else None
    if order is None:
        return when.sql, when.formats, DAYS_ONLY, None
    count = f"whole({column_sql(order.name)})" if order.is_text else column_sql(order.name)
    why = f"Only the day is known; the order within it is that of {order.name}, told as seconds after midnight."
    return f"{moment_sql(when)} + to_seconds({count})", (), why, order.name


def moment_sql(moment: Moment) -> str:
    """SQL that gives a timestamp, also of a text."""
    if not moment.formats:
        return moment.sql
    written = [shape for shape in moment.formats if shape != "iso"][:MOST_FORMATS]
    listed = "".join(f", '{shape}'" for shape in written)
    readings = [f"moment({moment.sql})"] * ("iso" in moment.formats) + [f"moment({moment.sql}{listed})"] * bool(written)
    return readings[0] if len(readings) == 1 else f"coalesce({', '.join(readings)})"


def when_part(known: Known, when: Moment, sql: str) -> Part:
    others = tuple(
        Option(moment.columns[0], 0.5 if moment.happened else 0.2, "another moment of the row")
        for moment in known.moments
        if moment.columns != when.columns
    )
    reason = "you said so" if known.when_told else "its values are days" if when.day_only else "its values are times"
    if when.times is not None and when.times.said:
        reason += f"; {when.times.said} day from month"
    return Part(known.rows.table.name, when.columns, sql, 0.4 if when.unsure else 0.95, reason, others)


def id_part(known: Known) -> Part | None:
    if known.id is None:
        return None
    return Part(known.rows.table.name, (known.id,), column_sql(known.id), 0.9, "each row has its own")


def personal(columns: Sequence[str], table: str) -> tuple[Hint, ...]:
    if not columns:
        return ()
    return (Hint("personal", f"Names and addresses of people stay out of the events: {', '.join(columns)}.", table),)


def _used(known: Known, more: set[str], order: str | None) -> set[str]:
    moments = {name for moment in known.moments if moment.happened for name in moment.columns}
    return {*known.who.columns, *moments, *more, *([order] if order else []), *([known.id] if known.id else [])}


def _lifecycle(columns: Iterable[Column], what: str) -> Column | None:
    """The column that says whether an activity starts or ends, or which step of its life it is at."""
    for column in columns:
        if column.kind not in ("category", "flag") or column.distinct < 2 or column.name == what:
            continue
        values = {value.strip().casefold() for value in column.values}
        named = "lifecycle" in column.hints and not column.hints & {"customer", "user"} and column.distinct < 20
        if values <= LIFECYCLE or named:
            return column
    return None


def _instance(columns: Iterable[Column], lifecycle: Column) -> Column | None:
    """The column that holds a start and its end together."""
    if {value.strip().casefold() for value in lifecycle.values} not in ({"start", "complete"}, {"start", "end"}):
        return None
    return next(
        (
            column
            for column in columns
            if column.kind == "id" and "id" in column.hints and 0.45 < column.distinct / max(1, column.filled) < 0.75
        ),
        None,
    )


def _spans(rows: Rows, when: Moment, lifecycle: Column, instance: Column) -> str:
    state, key = column_sql(lifecycle.name), column_sql(instance.name)
    last = next(value for value in lifecycle.values if value.strip().casefold() != "start")
    first = next(value for value in lifecycle.values if value.strip().casefold() == "start")
    begin, end = (moment_sql(replace(when, sql=f"{side}.{when.sql}")) for side in ("started", "ended"))
    return (
        f"select started.*, date_diff('minute', {begin}, {end}) as minutes\n"
        f"from {rows.name} as started\n"
        f"left join (select * from {rows.name} where {state} = '{last}') as ended on ended.{key} = started.{key}\n"
        f"where started.{state} = '{first}'"
    )


def _end(moments: Sequence[Moment], when: Moment) -> Moment | None:
    """When what began at a moment was over."""
    for moment in moments:
        words = {word for name in moment.columns for word in words_of(name)}
        if moment.columns != when.columns and moment.happened and not moment.day_only and words & ENDS:
            return moment
    return None
