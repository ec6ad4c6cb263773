"""What was made of the tables: kinds of events with where each of their parts comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cesta.ingest.guess.roles import Option

QuestionCode = Literal["who_column", "when_column", "date_order"]


@dataclass(frozen=True, slots=True)
class Part:
    """Where one part of an event comes from. `columns` of `table`; `sql` as the mapping says it.

    `alternatives`: other columns that could be meant, the best first.
    """

    table: str
    columns: tuple[str, ...]
    sql: str
    confidence: float
    reason: str
    alternatives: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPlan:
    """One kind of event. `event`: its name, or `event_is`: the SQL that gives each row's name.

    `rows`: a table or a query. `said`: a comment for whoever reads the mapping.
    """

    table: str
    event: str | None
    event_is: str | None
    rows: str
    who: Part
    when: Part
    what: Part | None = None
    id: Part | None = None
    formats: tuple[str, ...] = ()
    assumed: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    said: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say. `option`: how the command line is told."""

    code: QuestionCode
    text: str
    table: str
    columns: tuple[str, ...]
    choices: tuple[str, ...]
    option: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to know about what was guessed; `table` it is about, or none."""

    code: str
    text: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it. `queries`: tables worked out for several events, with what each is."""

    events: tuple[EventPlan, ...] = ()
    queries: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    notes: tuple[Hint, ...] = ()
    warnings: tuple[Hint, ...] = ()
    questions: tuple[Question, ...] = ()
    uses: Mapping[str, str] = field(default_factory=dict)
    local: bool = False
