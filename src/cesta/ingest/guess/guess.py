"""A guess: what these files tell, shown with their first rows, and the mapping document that loads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.columns import Kind
from cesta.ingest.guess.document import mapping_text
from cesta.ingest.guess.making import make_plan
from cesta.ingest.guess.plan import EventPlan, Hint, Part, Plan, Question
from cesta.ingest.guess.preview import JourneySeen
from cesta.ingest.guess.roles import Option
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.sources import source_id, sources_of
from cesta.ingest.guess.sql import value_sql
from cesta.ingest.readings import readings_in
from cesta.model.errors import CestaError

TOLD = 3
NAMED = 2
"""A source of unlike files is called by its first tables that tell of events."""


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column. `filled`: the share of rows looked at that have a value; `distinct`: how many values those have."""

    name: str
    kind: Kind
    filled: float
    distinct: int


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table with its first rows. `use`: it tells of events, stands beside those that do, or is not used."""

    name: str
    files: tuple[str, ...]
    sheet: str | None
    rows: int
    use: str
    columns: tuple[ColumnSeen, ...]
    first_rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Where who, what, when or the id comes from. `columns` of `table`; none: each row is a customer."""

    table: str
    columns: tuple[str, ...]
    confidence: float
    reason: str
    alternatives: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class EventGuess:
    """One kind of event. `event`: its name; null where the column `what` gives each row's name.

    `assumed`: why its time is assumed, null where it is recorded.
    """

    event: str | None
    table: str
    who: Role
    what: Role | None
    when: Role
    id: Role | None
    time_formats: tuple[str, ...]
    assumed: str | None
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why these files cannot be loaded as they are."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What the files tell. `reused`: the kept mapping that fits them and was not guessed anew.

    `questions`: what only a person can say; until then the mapping holds our best guess. `refused`: the files hold no
    events, and what is missing; the mapping is empty then. `journeys`: the first customers' as they would be read.
    """

    source: str
    tables: tuple[TableSeen, ...]
    events: tuple[EventGuess, ...]
    mapping: str
    reused: str | None = None
    notes: tuple[Hint, ...] = ()
    warnings: tuple[Hint, ...] = ()
    questions: tuple[Question, ...] = ()
    refused: Refusal | None = field(default=None)
    journeys: tuple[JourneySeen, ...] = ()

    def or_refuse(self) -> Guess:
        """Raises no_events, or unclear_columns with the options that answer."""
        if self.refused is not None:
            raise CestaError(self.refused.code, self.refused.message, self.refused.hint)
        if self.questions:
            asked = " ".join(question.text for question in self.questions)
            told = "; ".join(f"{one.option} {' or '.join(one.choices)}" for one in self.questions)
            raise CestaError("unclear_columns", asked, f"Say it: {told}.")
        return self


def guess(staged: Sequence[Staged], timezone: str, answers: Answers | None = None) -> Guess:
    """What these tables tell, with what a person has answered so far. Raises unknown_column, bad_value."""
    said = answers or Answers()
    sources = sources_of(staged)
    with Look(sources) as look:
        plan = make_plan(look, said)
        tables = tuple(_seen(table, plan.uses.get(table.name, "unused")) for table in look.tables.values())
        missing = None if plan.events else refusal(list(look.tables.values()), plan)
        telling = [table for table in look.tables.values() if plan.uses.get(table.name) == "events"]
        unread = [note for table in telling for note in _unread(table)]
    main = "-".join(list(dict.fromkeys(event.table for event in plan.events))[:NAMED]) or sources[0].name
    source = said.name or source_id(sources, main)
    return Guess(
        source=source,
        tables=tables,
        events=tuple(_event(event) for event in plan.events),
        mapping=mapping_text(source, sources, plan, timezone, said.changed) if plan.events else "",
        notes=(*_notes(staged), *plan.notes, *unread),
        warnings=plan.warnings,
        questions=plan.questions,
        refused=missing,
    )


def refusal(tables: Sequence[Table], plan: Plan) -> Refusal:
    """What is missing of who, what and when, and what was looked at."""
    unused = [note.text for note in plan.notes if note.code == "unused"]
    told = " ".join(unused[:TOLD]) + (f" Nor do {len(unused) - TOLD} others." if len(unused) > TOLD else "")
    columns = ", ".join(dict.fromkeys(column for table in tables for column in table.columns))
    looked = f"Looked at: {columns[:400]}. " if columns else ""
    hint = f"{looked}Point at columns with --who and --when, or load other files with these."
    return Refusal("no_events", told or "There are no events in these files.", hint)


def _seen(table: Table, use: str) -> TableSeen:
    return TableSeen(
        name=table.name,
        files=tuple(file.name for file in table.source.files),
        sheet=table.source.staged[0].sheet,
        rows=table.rows,
        use=use,
        columns=tuple(
            ColumnSeen(column.name, column.kind, round(column.filled / max(1, column.rows), 4), column.distinct)
            for column in table.columns.values()
        ),
        first_rows=table.shown,
    )


def _unread(table: Table) -> Iterator[Hint]:
    """Of columns of numbers that say something else, too."""
    for column in table.of_kind("number"):
        if not column.is_text:
            continue
        texts = pa.array(list(column.values), pa.string())
        _, unread = readings_in(value_sql(column))[0].again(texts)
        bad = texts.filter(unread).to_pylist()
        if bad:
            found = f'{len(bad)} values in "{column.name}" are no numbers, such as "{bad[0][:40]}"'
            yield Hint("unread", f"{found}; their rows will be set aside.", table.name)


def _event(event: EventPlan) -> EventGuess:
    return EventGuess(
        event=event.event,
        table=event.table,
        who=_role(event.who),
        what=_role(event.what) if event.what is not None else None,
        when=_role(event.when),
        id=_role(event.id) if event.id is not None else None,
        time_formats=event.formats,
        assumed=event.assumed,
        properties=tuple(event.properties),
    )


def _role(part: Part) -> Role:
    return Role(part.table, part.columns, part.confidence, part.reason, part.alternatives)


def _notes(staged: Sequence[Staged]) -> list[Hint]:
    """What was noticed when the files were read."""
    return [Hint(note.code, f"{one.file.name}: {note.text}", one.name) for one in staged for note in one.notes]
