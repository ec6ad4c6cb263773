"""Rows with several moments, such as an order with when it was placed, paid and delivered: each moment is an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.naming import row_event
from cesta.ingest.guess.plan import EventPlan, Hint, Part
from cesta.ingest.guess.properties import properties_of
from cesta.ingest.guess.seen import Look, Table, quoted
from cesta.ingest.guess.shapes import DAYS_ONLY, Known, Shaped, id_part, moment_sql, personal, when_part
from cesta.ingest.guess.sql import column_sql
from cesta.ingest.guess.when import Moment
from cesta.ingest.guess.words import among, hints, slug, words_of

COMING = among("arrival arrive checkin start departure delivery delivered prijezd przyjazd заезд chegada")

ANSWERED = among("answer answered response responded submitted odpoved odpowiedz ответ antwort resposta")


def moments_in_rows(look: Look, known: Known) -> Shaped:
    """An event for each moment of a row; all that is known of the row goes with its first."""
    table = known.rows.table
    moments = _in_time(look, table, [moment for moment in known.moments if moment.happened])
    cancelled = _cancelled(table)
    booked = _booked(table, moments)
    if booked is not None:
        moments = [booked, *moments]
    kept = properties_of(known.rows.columns.values(), _used(known, moments), known.keep)
    keys = {name: sql for name, sql in kept.properties.items() if hints(name) & {"receipt"} and hints(name) & {"id"}}
    if known.id is not None and hints(known.id) & {"receipt", "case"}:
        kept.properties[known.id] = keys[known.id] = column_sql(known.id)
    found = []
    notes: list[Hint] = []
    said = _said_at(moments)
    voice = {name: sql for name, sql in kept.properties.items() if hints(name) & {"rating", "comment"}} if said else {}
    facts = {name: sql for name, sql in kept.properties.items() if name not in voice}
    for place, moment in enumerate(moments):
        properties = facts if place == 0 else keys
        if moment is said:
            properties = {**properties, **voice}
        status = _status_of(table, moment)
        condition = None
        if cancelled is not None and status is None and set(words_of(moment.name)) & COMING:
            condition = f"{_flag(cancelled)} is not true"
            notes.append(Hint("cancelled", f"Where {cancelled.name} is true there is no {moment.name}.", table.name))
        found.append(_event(look, known, moment, status, condition, properties))
    planned = [name for moment in known.moments if moment.kind == "planned" for name in moment.columns]
    if planned:
        notes.append(Hint("planned", f"What was only planned is no event: {', '.join(planned)}.", table.name))
    local = any(moment.local for moment in moments)
    return Shaped(tuple(found), (*notes, *personal(kept.personal, table.name)), local)


def worth_it(table: Table, moments: Sequence[Moment]) -> bool:
    """Whether the rows have several moments, also one that is known from how long before another it was."""
    happened = [moment for moment in moments if moment.happened]
    return len(happened) > 1 or _booked(table, happened) is not None


def _event(
    look: Look, known: Known, moment: Moment, status: Column | None, condition: str | None, properties: dict[str, str]
) -> EventPlan:  # fmt: skip
    table, rows = known.rows.table, known.rows.name
    conditions = [condition] if condition else []
    # Rows without this moment have not come so far; a moment that cannot be read is set aside all the same.
    if _has_gaps(look, table, moment):
        conditions.append(" and ".join(f"{column_sql(name)} is not null" for name in moment.columns[:1]))
    query = f"select * from {rows} where {' and '.join(conditions)}" if conditions else rows
    name = moment.name or row_event(known.rows)
    if status is not None:
        properties = {name: sql for name, sql in properties.items() if sql != column_sql(status.name)}
    why = DAYS_ONLY if moment.day_only else None
    if moment.kind == "booked":
        why = f"Counted back from the day of {_after(moment)}: only days are known; their first moment is taken."
    return EventPlan(
        table=table.name,
        event=None if status is not None else name,
        event_is=column_sql(status.name) if status is not None else None,
        rows=query,
        who=known.who,
        what=None if status is None else Part(table.name, (status.name,), column_sql(status.name), 0.8,
                                              f"{moment.columns[0]} is when it became so"),
        when=when_part(known, moment, moment.sql),
        id=id_part(known),
        formats=moment.formats,
        assumed=why,
        properties=properties,
        said=f"{', '.join(moment.columns)}: one of the moments of a row.",
    )  # fmt: skip


def _in_time(look: Look, table: Table, moments: Sequence[Moment]) -> list[Moment]:
    """The moments as they follow each other in most rows: a visit comes before its review."""

    def later(moment: Moment, other: Moment) -> float:
        """The share of rows in which `moment` is after `other`, less those in which it is before."""
        one, two = moment_sql(moment), moment_sql(other)
        return look.number(f"select avg(sign(epoch({one}) - epoch({two}))) from {look.sample_of(table.name)}")

    return sorted(moments, key=lambda one: sum(later(one, other) > 0 for other in moments if other is not one))


def _said_at(moments: Sequence[Moment]) -> Moment | None:
    """The moment when a customer answered: what she said was said then."""
    return next((moment for moment in moments[1:] if set(words_of(moment.name)) & ANSWERED), None)


def _has_gaps(look: Look, table: Table, moment: Moment) -> bool:
    name = quoted(moment.columns[0])
    return look.number(f"select count(*) filter ({name} is null) from {quoted(table.name)}") > 0


def _used(known: Known, moments: Sequence[Moment]) -> set[str]:
    used = {*known.who.columns, *(name for moment in moments for name in moment.columns)}
    return used | ({known.id} if known.id else set())


def _status_of(table: Table, moment: Moment) -> Column | None:
    """The status that a row came to at this moment: reservation_status at reservation_status_date."""
    for column in table.of_kind("category"):
        if "status" in column.hints and slug(column.name) == moment.name:
            return column
    return None


def _cancelled(table: Table) -> Column | None:
    return next((column for column in table.of_kind("flag") if "cancelled" in column.hints), None)


def _flag(column: Column) -> str:
    name = column_sql(column.name)
    return f"flag({name})" if column.is_text else f"{name}::boolean"


def _booked(table: Table, moments: Sequence[Moment]) -> Moment | None:
    """A lead time tells when it was booked: so many days before the arrival."""
    lead = next((column for column in table.of_kind("number") if words_of(column.name) == ("lead", "time")), None)
    if lead is None:
        return None
    for moment in moments:
        if set(words_of(moment.name)) & COMING:
            sql = f"{moment_sql(moment)} - to_days({_days(lead)}::integer)"
            return replace(moment, name="booked", columns=(lead.name, *moment.columns), sql=sql, formats=(),
                           day_only=True, kind="booked")  # fmt: skip
    return None


def _days(column: Column) -> str:
    return f"whole({column_sql(column.name)})" if column.is_text else column_sql(column.name)


def _after(moment: Moment) -> str:
    return words_of(moment.columns[1])[0]
