"""Rows that know more than their own table: who, what and how much, fetched from the tables beside it by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.links import Link
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.sql import amount_sql, column_sql, sum_sql, text_sql
from cesta.ingest.guess.words import words_of

FETCHED = 6
"""Most columns that are fetched from one table."""
FEW = 400
"""Categories have at most so many values."""
LINE = 100


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that events are made of: a table as it is (`query` is None), or joined with others.

    `who`: the column that says who, as it is called here. `tables`: those that were joined.
    """

    table: Table
    name: str
    columns: Mapping[str, Column]
    who: str
    query: str | None = None
    tables: tuple[str, ...] = ()


@dataclass(slots=True)
class _Select:
    """A query in the making: what is fetched, under which name, and the joins it takes."""

    table: Table
    fetched: dict[str, Column]
    columns: list[str]
    joins: list[str]
    joined: list[str]

    def fetch(self, column: Column, sql: str, name: str, like: str = "category") -> str:
        """Adds a column; a name that is taken is made another with a number."""
        unlike, count = name, 1
        while unlike.casefold() in {known.casefold() for known in (*self.table.columns, *self.fetched)}:
            count += 1
            unlike = f"{name}_{count}"
        kind = column.kind if like == "same" else like
        self.fetched[unlike] = replace(column, name=unlike, kind=kind)  # type: ignore[arg-type]
        self.columns.append(sql if sql.endswith(f".{column_sql(unlike)}") else f"{sql} as {column_sql(unlike)}")
        return unlike

    def join(self, link: Link) -> None:
        if link.to not in self.joined:
            self.joined.append(link.to)
            self.joins.append(f"left join {link.to} on {link.condition()}")


@dataclass(frozen=True, slots=True)
class Fetch:
    """What must come from other tables: the column `who` at the end of `way`, and `dates` at the end of `dated`."""

    who: str
    way: tuple[Link, ...] = ()
    dated: Link | None = None
    dates: tuple[str, ...] = ()


def join(look: Look, table: Table, links: Sequence[Link], wanted: Fetch, told: frozenset[str]) -> Rows:
    """The table's rows with their customer and what lookups and lines beside it say.

    `told`: tables that tell events of their own.
    """
    way, who = wanted.way, wanted.who
    select = _Select(table, {}, [f"{table.name}.*"], [], [])
    for link in way:
        select.join(link)
    called = who
    if way and who:
        owner = look.tables[way[-1].to]
        called = select.fetch(owner.columns[who], f"{owner.name}.{column_sql(who)}", who, like="same")
    if wanted.dated is not None:
        select.join(wanted.dated)
        for name in wanted.dates:
            select.fetch(
                look.tables[wanted.dated.to].columns[name], f"{wanted.dated.to}.{column_sql(name)}", name, "same"
            )
    for link in links:
        if link.table == table.name and link.to not in told:
            _look_up(look, select, link, links)
    for link in links:
        beside = link.to == table.name and link.table not in told and link.table not in select.joined
        if beside and _belongs(links, link.table, table.name, told):
            _add_up(look, select, link, links, told)
    if not select.joins:
        return Rows(table, table.name, table.columns, called)
    query = "\n".join([
        f"select {_wrapped(select.columns)}",
        f"from {table.name}",
        *select.joins,
    ])  # fmt: skip
    columns = {**table.columns, **select.fetched}
    return Rows(table, f"{table.name}_known", columns, called, query, tuple(select.joined))


def _belongs(links: Sequence[Link], lines: str, table: str, told: frozenset[str]) -> bool:
    """Whether the lines are of this table; of several that tell events, of the one whose name their key bears."""
    over = [link for link in links if link.table == lines and link.to in told]
    named = [link.to for link in over if words_of(link.to)[-1].rstrip("s") in words_of(link.column)]
    return table == (named or [link.to for link in over])[0]


def _look_up(look: Look, select: _Select, link: Link, links: Sequence[Link]) -> None:
    """What a table knows of each row by its key: categories, yes and no."""
    worth = _worth(look.tables[link.to], link.key)
    if not worth:
        return
    select.join(link)
    for column in worth:
        named = _named_better(look, column, link.to, links)
        if named is None:
            select.fetch(column, f"{link.to}.{column_sql(column.name)}", column.name)
        else:
            further, better = named
            select.join(further)
            select.fetch(better, f"{further.to}.{column_sql(better.name)}", better.name)


def _named_better(look: Look, column: Column, table: str, links: Sequence[Link]) -> tuple[Link, Column] | None:
    """A table of names for the codes of a category, such as translations."""
    for link in links:
        if link.table == table and link.column == column.name:
            others = [one for one in look.tables[link.to].columns.values() if one.name != link.key]
            if len(others) == 1 and others[0].kind in ("text", "category"):
                return link, others[0]
    return None


def _add_up(look: Look, select: _Select, link: Link, links: Sequence[Link], told: frozenset[str]) -> None:
    """Lines of a row, such as an order's items and payments: how many, their sums, what most of them are."""
    lines = look.tables[link.table]
    inner = _Select(lines, {}, [], [], [])
    for further in links:
        if further.table == lines.name and further.to not in told and further.to != select.table.name:
            _look_up(look, inner, further, links)
    key = column_sql(link.column)
    count = words_of(lines.name)[-1]
    parts = {count: f"count(*) as {column_sql(count)}"}
    found: dict[str, Column] = {}
    for column in lines.columns.values():
        made = _summed(column, lines.name)
        if made is not None and column.name != link.column:
            parts[column.name] = f"{made} as {column_sql(column.name)}"
            number = "BIGINT" if column.whole else "DOUBLE"
            found[column.name] = replace(column, type=number if column.kind == "number" else column.type)
    for name, column in inner.fetched.items():
        parts[name] = f"mode({_fetched_sql(inner, name)}) as {column_sql(name)}"
        found[name] = column
    alias = f"{lines.name}_added"
    body = [
        f"  select {_wrapped([f'{lines.name}.{key}', *parts.values()], '    ')}",
        f"  from {lines.name}",
        *(f"  {joined}" for joined in inner.joins),
        f"  group by {lines.name}.{key}",
    ]
    select.joins.append("\n".join(["left join (", *body, f") as {alias} on {_other_side(link, alias)}"]))
    select.joined += [lines.name, *inner.joined]
    select.fetch(_counting(count, lines), f"{alias}.{column_sql(count)}", count, like="number")
    for name, column in found.items():
        select.fetch(column, f"{alias}.{column_sql(name)}", name, like="same")


def _other_side(link: Link, alias: str) -> str:
    cast = "" if link.same_type else "::varchar"
    return f"{alias}.{column_sql(link.column)}{cast} = {link.to}.{column_sql(link.key)}{cast}"


def _fetched_sql(inner: _Select, name: str) -> str:
    written = inner.columns[list(inner.fetched).index(name)]
    return written.partition(" as ")[0]


def _summed(column: Column, table: str) -> str | None:
    """How a column of lines is told of all of them together."""
    if column.kind == "number" and not column.hints & {"sequence", "id"}:
        added = column.hints & {"price", "amount", "quantity"}
        return sum_sql(column, table) if added else f"max({amount_sql(column, table)})"
    if column.kind in ("category", "flag") and not column.hints & {"id", "sequence"}:
        return f"mode({text_sql(column, table)})"
    return None


def _counting(name: str, lines: Table) -> Column:
    return Column(name, "number", "BIGINT", lines.rows, lines.rows, 2, {}, whole=True)


def _worth(table: Table, key: str) -> list[Column]:
    fine = [
        column
        for column in table.columns.values()
        if column.name != key
        and column.kind in ("category", "flag")
        and column.distinct <= FEW
        and "address" not in column.hints
    ]
    return fine[:FETCHED]


def _wrapped(columns: Sequence[str], indent: str = "  ") -> str:
    """A list of columns in lines that can be read."""
    lines = [columns[0]]
    for column in columns[1:]:
        if len(lines[-1]) + len(column) > LINE:
            lines[-1] += ","
            lines.append(f"{indent}{column}")
        else:
            lines[-1] += f", {column}"
    return "\n".join(lines)
