"""How tables hang together: a column of one that names rows of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.seen import Look, Table, quoted
from cesta.ingest.guess.sql import column_sql
from cesta.ingest.guess.words import hints, words_of

ENOUGH = 0.9
LONG_ID = 6
PROBES = 2_000


@dataclass(frozen=True, slots=True)
class Link:
    """`table`.`column` names rows of `to`, each by its own `key`."""

    table: str
    column: str
    to: str
    key: str
    same_type: bool

    def condition(self) -> str:
        """The two sides of a join, as text where their types differ."""
        cast = "" if self.same_type else "::varchar"
        left, right = f"{self.to}.{column_sql(self.key)}", f"{self.table}.{column_sql(self.column)}"
        return f"{left}{cast} = {right}{cast}"


def links_of(look: Look) -> tuple[Link, ...]:
    """All links between the tables, those of equal names first."""
    keys = {table.name: _keys(look, table) for table in look.tables.values()}
    found = [
        link
        for table in look.tables.values()
        for other in look.tables.values()
        if other is not table
        for key in keys[other.name]
        for column in table.columns.values()
        if (link := _link(look, table, column, other, key)) is not None
    ]
    return tuple(sorted(found, key=lambda link: link.column.casefold() != link.key.casefold()))


def ways_from(links: tuple[Link, ...], table: str, deep: int = 3) -> Iterator[tuple[Link, ...]]:
    """Chains of links that lead from a table to others, the shortest first, no table twice."""
    ways: list[tuple[Link, ...]] = [()]
    for _ in range(deep):
        longer = []
        for way in ways:
            at = way[-1].to if way else table
            passed = {table, *(link.to for link in way)}
            longer += [(*way, link) for link in links if link.table == at and link.to not in passed]
        yield from longer
        ways = longer


def _keys(look: Look, table: Table) -> list[Column]:
    """Columns that name each row once."""
    return [
        column
        for column in table.columns.values()
        if column.kind in ("id", "text", "category", "number") and _may_link(column)
        and look.is_unique(table.name, column.name)
    ]  # fmt: skip


def _may_link(column: Column) -> bool:
    said = column.hints
    if column.kind == "number" and not (column.whole and "id" in said):
        return False
    return not said & {"comment", "moment", "price", "amount", "quantity"}


def _link(look: Look, table: Table, column: Column, other: Table, key: Column) -> Link | None:
    if column.kind not in ("id", "text", "category", "number") or not _may_link(column) or not column.filled:
        return None
    named = _same_name(column.name, key.name, other.name)
    if not named and not _long(column, key):
        return None
    contained = _contained(look, table, column, other, key)
    if contained < (0.5 if named else ENOUGH):
        return None
    return Link(table.name, column.name, other.name, key.name, column.type == key.type)


def _same_name(column: str, key: str, table: str) -> bool:
    """orders.customer_id and customers.customer_id, or customers.id."""
    if words_of(column) == words_of(key):
        return words_of(key) != ("id",) and words_of(key) != ("name",)
    last = words_of(table)[-1:] or ("",)
    plain = set(words_of(key)) <= {"id", "key", "code", "no", "number"}
    about = [word for word in words_of(column) if hints(word) != {"id"}]
    return plain and len(about) == 1 and about[0][:4] == last[0][:4]


def _long(column: Column, key: Column) -> bool:
    """Long codes are equal for a reason; small numbers by chance."""
    values = list(column.values)[:100]
    return (
        column.kind == key.kind == "id"
        and not column.whole
        and bool(values)
        and min(len(value) for value in values) >= LONG_ID
    )


def _contained(look: Look, table: Table, column: Column, other: Table, key: Column) -> float:
    values = (
        f"select distinct {quoted(column.name)}::varchar as v from {look.sample_of(table.name)}"
        f" where {quoted(column.name)} is not null limit {PROBES}"
    )
    known = f"select {quoted(key.name)}::varchar from {quoted(other.name)}"
    return look.number(f"select avg((v in ({known}))::int) from ({values})")


def by_table(links: tuple[Link, ...]) -> Mapping[str, tuple[Link, ...]]:
    """Each table's links to others."""
    return {name: tuple(link for link in links if link.table == name) for name in {link.table for link in links}}
