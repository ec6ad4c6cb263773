"""What a person should know about a guess, and what only she can say."""

from __future__ import annotations

from collections.abc import Sequence

from cesta.ingest.guess.answers import EACH_ROW, Answers
from cesta.ingest.guess.cases import worth_it
from cesta.ingest.guess.people import KNOWN, Who, unsure
from cesta.ingest.guess.plan import Hint, Question
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.when import Moment

DOUBTED = KNOWN + 0.04
MUCH = 0.2
ENOUGH_ROWS = 100


def warnings_of(look: Look, table: Table, who: Who) -> list[Hint]:
    """Doubts about who: each row a customer, sessions taken for customers, rows without one, one with most rows."""
    if who.each_row:
        said = f"Nothing in {table.name} says who: each row is a customer of its own."
        return [Hint("each_row", said, table.name)]
    found = []
    if who.confidence < DOUBTED:
        found.append(Hint("who_is", f"{who.column} says who in {table.name}: {who.reason}.", table.name))
    owner = look.tables[who.way[-1].to] if who.way else table
    column = owner.columns[who.column]
    empty = 1 - column.filled / max(1, column.rows)
    if empty > 0:
        share = "Less than 1 %" if empty < 0.01 else f"{empty * 100:.0f} %"
        said = f"{share} of the rows of {owner.name} have no {who.column}: they are set aside."
        found.append(Hint("no_customer", said, table.name))
    most = max(column.values.values(), default=0) / max(1, column.rows)
    if most > MUCH and column.rows > ENOUGH_ROWS:
        name = max(column.values, key=lambda value: column.values[value])
        said = f'{most * 100:.0f} % of the rows looked at are of one customer, "{name}".'
        found.append(Hint("one_customer", said, table.name))
    return found


def questions_of(table: Table, who: Who, moments: Sequence[Moment], answers: Answers) -> list[Question]:
    """Who, where only looks speak for a column; day or month first, where every date could be read both ways."""
    found = []
    if unsure(who) and not who.each_row and not worth_it(table, moments):
        choices = (who.column, *(option.column for option in who.alternatives), EACH_ROW)
        text = f"Which column of {table.name} says who?"
        found.append(Question("who_column", text, table.name, (who.column,), choices, "--who"))
    unclear = [moment for moment in moments if moment.happened and moment.unsure]
    columns = tuple(name for moment in unclear for name in moment.unsure)
    if columns and answers.dates is None:
        examples = [way.example for moment in unclear if moment.times for way in moment.times.ways if way.either]
        text = f"Is {examples[0]} in {', '.join(columns)} day first or month first?"
        found.append(Question("date_order", text, table.name, columns, ("dmy", "mdy"), "--dates"))
    return found
