"""From tables to kinds of events: which tables tell of events, what shape their rows have, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cesta.ingest.guess.answers import Answers, all_chosen, check, chosen
from cesta.ingest.guess.asking import questions_of, warnings_of
from cesta.ingest.guess.cases import moments_in_rows, worth_it
from cesta.ingest.guess.joined import Fetch, Rows, join
from cesta.ingest.guess.links import Link, links_of, ways_from
from cesta.ingest.guess.naming import apart
from cesta.ingest.guess.people import WEAKEST, Who, who_of
from cesta.ingest.guess.plan import EventPlan, Hint, Part, Plan, Question
from cesta.ingest.guess.receipts import lines_of, receipts
from cesta.ingest.guess.roles import Option, id_option, what_options
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.shapes import Known, Shaped, event_log, main_moment, one_event
from cesta.ingest.guess.sql import column_sql, text_sql
from cesta.ingest.guess.when import Moment, moments_of

CLEAR = 0.65
"""From here on a column names the events, whatever else the rows look like."""
FEW_NAMED = 0.05
EACH_ROW = "customer_of_row"


@dataclass(frozen=True, slots=True)
class _Told:
    """A table that tells of events: who, and the moments of its rows."""

    table: Table
    who: Who
    moments: tuple[Moment, ...]
    dated: Link | None = None

    def fetch(self) -> Fetch:
        dates = self.moments[0].columns if self.dated is not None else ()
        return Fetch(self.who.column, self.who.way, self.dated, dates)


def make_plan(look: Look, answers: Answers) -> Plan:
    """What these tables tell. A plan without events says in its warnings what is missing."""
    check(answers, look.tables.values())
    links = links_of(look) if len(look.tables) > 1 else ()
    told, missing = _telling(look, links, answers)
    names = frozenset(one.table.name for one in told)
    shaped: list[Shaped] = []
    queries: dict[str, tuple[str, str]] = {}
    warnings: list[Hint] = []
    questions: list[Question] = []
    used: set[str] = set()
    for one in told:
        rows = _without(join(look, one.table, links, one.fetch(), names), answers)
        used |= {one.table.name, *rows.tables}
        if one.who.each_row:
            rows = _each_row(rows, queries)
        elif rows.query is not None:
            queries[rows.name] = (rows.query, f"Rows of {one.table.name} with what the other files know of them.")
        known = _known(look, one, rows, answers)
        shaped.append(_shape(look, known))
        warnings += warnings_of(look, one.table, one.who)
        questions += questions_of(one.table, one.who, one.moments, answers)
    events = _named([event for one in shaped for event in one.events], answers)
    notes = [note for one in shaped for note in one.notes]
    notes += [Hint("unused", missing[name], name) for name in look.tables if name not in used]
    uses = {name: "events" if name in names else "beside" if name in used else "unused" for name in look.tables}
    return Plan(
        events, queries, tuple(notes), tuple(warnings), tuple(questions), uses, any(one.local for one in shaped)
    )


def _telling(look: Look, links: tuple[Link, ...], answers: Answers) -> tuple[list[_Told], dict[str, str]]:
    """The tables that tell of events, and for the others what is missing."""
    found: list[_Told] = []
    missing: dict[str, str] = {}
    for table in look.tables.values():
        who = who_of(look, table, links, answers)
        moments = tuple(moments_of(look, table, answers.dates))
        when = all_chosen(table, answers.when)
        if when:
            moments = _pointed(moments, when)
        happened = any(moment.happened for moment in moments)
        named = any(link.to == table.name for link in links)
        if who is None and happened and not named and worth_it(table, moments):
            who = Who("", (), 0.6, "nothing says who; each row is a customer of its own")
        if who is None or not happened:
            known = who is not None and who.confidence > WEAKEST
            lacking = [word for word, there in (("who", known), ("when", happened)) if not there]
            missing[table.name] = (
                f"{table.name} holds no events: no column says {' or '.join(lacking)}."
                if table.columns
                else f"{table.name} holds no events: it is no table of rows."
            )
        else:
            found.append(_Told(table, who, moments))
    found += _dated_beside(look, links, missing, {one.table.name for one in found}, answers)
    return _leading_first(found, links), missing


def _leading_first(found: Sequence[_Told], links: Sequence[Link]) -> list[_Told]:
    """Orders before their reviews: a table that others point to comes before them."""
    pointed = {link.to for link in links if link.table in {one.table.name for one in found}}
    return sorted(found, key=lambda one: (one.table.name not in pointed, one.table.name))


def _dated_beside(
    look: Look, links: tuple[Link, ...], missing: dict[str, str], told: set[str], answers: Answers
) -> list[_Told]:
    """Tables whose rows say who, and whose day stands in a table beside them that has no customers of its own."""
    found = []
    for name in list(missing):
        table = look.tables[name]
        who = who_of(look, table, links, answers)
        if who is None or who.way or who.confidence < CLEAR or look.is_unique(name, who.column):
            continue
        for way in ways_from(links, name, deep=1):
            there = look.tables[way[0].to]
            moments = moments_of(look, there, answers.dates)
            if there.name not in told and moments and who_of(look, there, links, answers) is None:
                began = main_moment(moments)
                found.append(_Told(table, who, (replace(began, kind="event"),), way[0]))
                del missing[name]
                break
    return found


def _pointed(moments: Sequence[Moment], when: frozenset[str]) -> tuple[Moment, ...]:
    """Of moments that a person pointed at some of, only those happened."""
    return tuple(
        replace(moment, kind="event" if when & set(moment.columns) else "planned" if moment.happened else moment.kind)
        for moment in moments
    )


def _known(look: Look, one: _Told, rows: Rows, answers: Answers) -> Known:
    table, who = one.table, one.who
    what = chosen(table, answers.what)
    own = who.column if not who.way else None
    whats = tuple(what_options(look, table, own))
    best = next((option for option in whats if option.column != what), None)
    if what is not None:
        best = Option(what, 1.0, "you said so")
    elif answers.event is not None:
        best = None
    told_id = chosen(table, answers.id)
    return Known(
        rows=rows,
        who=_who_part(one, rows),
        moments=one.moments,
        what=best,
        whats=whats,
        id=told_id or (None if who.each_row else id_option(look, table)),
        event=answers.event,
        when_told=len(all_chosen(table, answers.when)),
        each_row=who.each_row,
        keep=all_chosen(table, answers.keep),
    )


def _who_part(one: _Told, rows: Rows) -> Part:
    who, table = one.who, one.table.name
    if who.each_row:
        return Part(table, (), EACH_ROW, who.confidence, who.reason, who.alternatives)
    columns = (who.column,) if not who.way else (rows.who, who.way[0].column)
    sql = text_sql(rows.columns[rows.who])
    return Part(who.way[-1].to if who.way else table, columns, sql, who.confidence, who.reason, who.alternatives)


def _shape(look: Look, known: Known) -> Shaped:
    table, what = known.rows.table, known.what
    if what is not None and what.confidence >= CLEAR:
        return event_log(look, known, what)
    when = main_moment(known.moments)
    if known.event is None and known.when_told != 1 and worth_it(table, known.moments):
        return moments_in_rows(look, known)
    lines = lines_of(look, table, when) if not known.each_row else None
    if lines is not None:
        return receipts(known, lines)
    return event_log(look, known, what) if what is not None and _named_by(known, what) else one_event(look, known)


def _named_by(known: Known, what: Option) -> bool:
    """A weak name of events is better than none where nothing else says what the rows are."""
    said = {hint for column in known.rows.table.columns.values() for hint in column.hints if column.kind != "empty"}
    return what.confidence < 0.35 and not said & {"page", "amount", "price", "rating", "quantity", "comment"}


def _each_row(rows: Rows, queries: dict[str, tuple[str, str]]) -> Rows:
    """Rows that are each a customer: named by what is in them, so that the next export names them alike."""
    name = f"{rows.table.name}_named"
    body = (
        "md5(concat_ws('|', *columns(* exclude (_row))))"
        if rows.query is None
        else f"md5(concat_ws('|', {', '.join(column_sql(column) for column in rows.table.columns)}))"
    )
    source = rows.name if rows.query is None else f"({rows.query})"
    query = (
        "select * exclude (_hash), _hash || '-' || row_number() over (partition by _hash order by _row)"
        f" as {EACH_ROW}\n"
        f"from (select *, left({body}, 16) as _hash from {source})"
    )
    queries[name] = (query, "Nothing says who: each row is a customer of its own, named by what is in it.")
    return replace(rows, name=name)


def _without(rows: Rows, answers: Answers) -> Rows:
    """Without the columns that a person dropped."""
    dropped = all_chosen(rows.table, answers.drop) | {given for given in answers.drop if given in rows.columns}
    if not dropped:
        return rows
    return replace(rows, columns={name: column for name, column in rows.columns.items() if name not in dropped})


def _named(events: list[EventPlan], answers: Answers) -> tuple[EventPlan, ...]:
    """Event names that are apart from each other, as the person wants them."""
    constant = [(event.event or "", event.table) for event in events if event.event is not None]
    names = iter(apart(constant))
    found = []
    for event in events:
        name = next(names) if event.event is not None else None
        found.append(_renamed(replace(event, event=name), answers.rename))
    return tuple(found)


def _renamed(event: EventPlan, rename: Mapping[str, str]) -> EventPlan:
    if not rename:
        return event
    if event.event is not None:
        return replace(event, event=rename.get(event.event, event.event))
    cases = " ".join(f"when {_quoted(old)} then {_quoted(new)}" for old, new in sorted(rename.items()))
    return replace(event, event_is=f"case {event.event_is} {cases} else {event.event_is} end")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
