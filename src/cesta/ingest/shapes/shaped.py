"""A guess by a named shape: asked for, or recognised by the columns of the one table there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.plan import Hint, Question
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.sources import Source, sources_of
from cesta.ingest.shapes.document import Shape, the_shape
from cesta.ingest.shapes.fitting import Fit, fit, recognised
from cesta.ingest.shapes.writing import mapping_of
from cesta.model.errors import CestaError

UNASKED = Answers()
BESIDE = 8


def shape_of(staged: Sequence[Staged], answers: Answers) -> tuple[Source, Fit] | None:
    """The table and its shape: the one that a person named, or the one that its columns tell; else None.

    Raises bad_value, unknown_column.
    """
    sources = sources_of(staged)
    if answers.shape is not None:
        return _best(the_shape(answers.shape), sources, answers)
    if len(sources) != 1 or replace(answers, dates=None, name=None, changed=None) != UNASKED:
        return None
    found = recognised(sources[0].staged[0].columns)
    return (sources[0], found) if found is not None else None


def read_as(
    source: Source, found: Fit, timezone: str, answers: Answers
) -> tuple[str, tuple[Hint, ...], tuple[Question, ...]]:
    """The mapping of this shape for this table, what to know about it, and what only a person can say.

    Raises unknown_column.
    """
    with Look([source]) as look:
        table = look.tables[source.name]
        written = mapping_of(look, table, found, answers, timezone)
        questions = _date_order(table, written.unsure) if answers.dates is None else ()
    unused = f" Not used: {', '.join(found.beside[:BESIDE])}." if found.beside else ""
    hint = Hint("shape", f"{table.name} is of the shape {found.shape.shape}: {found.shape.says}{unused}", table.name)
    return written.text, (hint,), questions


def _best(shape: Shape, sources: Sequence[Source], answers: Answers) -> tuple[Source, Fit]:
    """Of several tables the one with most of the shape's columns."""
    told: CestaError | None = None
    fits: list[tuple[Source, Fit]] = []
    for source in sources:
        try:
            fits.append((source, fit(shape, source.staged[0].columns, _pointed(shape, source, answers))))
        except CestaError as error:
            told = error
    if not fits and told is not None:
        raise told
    return max(fits, key=lambda one: len(one[1].columns))


def _pointed(shape: Shape, source: Source, answers: Answers) -> dict[str, str]:
    """Columns that a person pointed at: who is the shape's customer, when its first moment that is needed."""
    columns = source.staged[0].columns
    moments = [name for name in shape.needed() if shape.fields[name].kind == "moment"]
    wanted = (("customer", answers.who), (moments[0] if moments else "", answers.when), ("id", answers.id))
    return {
        name: column
        for name, given in wanted
        for column in given[:1]
        if name in shape.fields and column in columns
    }  # fmt: skip


def _date_order(table: Table, columns: Sequence[str]) -> tuple[Question, ...]:
    if not columns:
        return ()
    example = next(iter(table.columns[columns[0]].values))
    text = f"Is {example} in {', '.join(columns)} day first or month first?"
    return (Question("date_order", text, table.name, tuple(columns), ("dmy", "mdy"), "--dates"),)
