"""What a person said about her files: it stands, and the rest is guessed around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cesta.ingest.guess.moments import DateOrder
from cesta.ingest.guess.seen import Table
from cesta.ingest.mapping import ID
from cesta.model.errors import CestaError, unknown
from cesta.store.loads import DECISIONS, Decision

EACH_ROW = "each-row"


@dataclass(frozen=True, slots=True)
class Answers:
    """who, what, when, id: columns, as "column" or "table.column"; who may be "each-row".

    event: what each row is called when no column says it. dates: which of day and month comes first. keep, drop:
    columns that are kept with the events, or left out. rename: event names and what they become. name: what the source
    is called. changed: what to do when a row with a known id says something else. shape: the named shape they have.
    """

    who: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    event: str | None = None
    dates: DateOrder | None = None
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    rename: Mapping[str, str] = field(default_factory=dict)
    name: str | None = None
    changed: Decision | None = None
    shape: str | None = None

    @property
    def given(self) -> bool:
        """Whether anything was said."""
        return self != Answers()


def check(answers: Answers, tables: Iterable[Table]) -> None:
    """Raises unknown_column."""
    known = list(tables)
    names = [f"{table.name}.{column}" for table in known for column in table.columns]
    for given in (*answers.who, *answers.what, *answers.when, *answers.id, *answers.keep, *answers.drop):
        if given != EACH_ROW and not any(chosen(table, (given,)) for table in known):
            raise unknown("unknown_column", "column", given, [*names, *(name.split(".", 1)[1] for name in names)])
    if answers.dates not in (None, "dmy", "mdy"):
        raise CestaError("bad_value", f'dates is "{answers.dates}".', "It is dmy (31/12) or mdy (12/31).")
    if answers.changed not in (None, *DECISIONS):
        raise CestaError("bad_value", f'changed is "{answers.changed}".', f"It is {', '.join(DECISIONS)}.")
    if answers.name is not None and not ID.fullmatch(answers.name):
        raise CestaError("bad_value", f'name is "{answers.name}".', "Small letters, digits and hyphens, as web-shop.")


def all_chosen(table: Table, given: Iterable[str]) -> frozenset[str]:
    """The columns of this table that were pointed at."""
    return frozenset(column for name in given if (column := chosen(table, (name,))) is not None)


def chosen(table: Table, given: Iterable[str]) -> str | None:
    """The column of this table that was pointed at, if any."""
    for name in given:
        if name in table.columns:
            return name
        own, _, column = name.partition(".")
        if own == table.name and column in table.columns:
            return column
        for known in table.columns:
            if known.casefold() == name.casefold():
                return known
    return None
