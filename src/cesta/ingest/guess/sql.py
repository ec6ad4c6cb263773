"""SQL as a mapping shows it: names plain where they can be, values read from the texts that files hold."""

from __future__ import annotations

import re

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.words import among

PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Words that SQL keeps for itself, and names that it answers itself.
KEPT = among(
    "with where variadic unpivot union true using trailing to then table symmetric summarize create as into do "
    "initially for describe desc window except offset in default column false collate returning constraint all "
    "case placing cast analyse intersect asc analyze check having fetch when and only asymmetric on any array "
    "both group pivot_longer primary lambda foreign lateral unique leading null distinct limit not from or "
    "order some pivot end pivot_wider qualify else references deferrable select show verbose struct full "
    "columns concurrently cross ilike collation try_cast generated anti by at semi asof freeze binary is "
    "authorization tuple glob isnull join overlaps tablesample left outer like unpack map natural similar "
    "notnull positional inner right user current_user session_user current_date current_time current_timestamp "
    "localtime localtimestamp treat trim substring position extract coalesce nullif row values exists overlay "
    "grouping interval int integer bit char real float decimal numeric boolean"
)


def column_sql(name: str) -> str:
    """The column's name as SQL reads it.

    >>> column_sql("paid_at"), column_sql("order"), column_sql("case:concept:name")
    ('paid_at', '"order"', '"case:concept:name"')
    """
    if PLAIN.fullmatch(name) and name.casefold() not in KEPT:
        return name
    return '"' + name.replace('"', '""') + '"'


def value_sql(column: Column, of: str | None = None) -> str:
    """SQL that reads the column's value as what it is; `of`: the table it stands in."""
    name = column_sql(column.name) if of is None else f"{of}.{column_sql(column.name)}"
    if not column.is_text:
        return f"{name}::bigint" if column.whole and column.type in ("DOUBLE", "FLOAT") else name
    if column.kind == "number":
        return f"whole({name})" if column.whole else _number(column, name)
    if column.kind == "flag":
        return f"flag({name})"
    for word in column.nulls:
        name = f"nullif({name}, '{word}')"
    return name


def amount_sql(column: Column, of: str | None = None) -> str:
    """SQL that reads a number to be calculated with."""
    name = column_sql(column.name) if of is None else f"{of}.{column_sql(column.name)}"
    if column.is_text:
        return f"whole({name})" if column.whole else _number(column, name)
    return name


def sum_sql(column: Column, of: str | None = None) -> str:
    """SQL that adds a column up; whole numbers stay whole."""
    return f"sum({amount_sql(column, of)})" + ("::bigint" if column.whole else "")


def text_sql(column: Column, of: str | None = None) -> str:
    """SQL that reads a name: numbers that were whole stay so."""
    name = column_sql(column.name) if of is None else f"{of}.{column_sql(column.name)}"
    if column.whole and column.type in ("DOUBLE", "FLOAT"):
        return f"{name}::bigint"
    for word in column.nulls:
        name = f"nullif({name}, '{word}')"
    return name


def _number(column: Column, name: str) -> str:
    """Where the column's decimals come after a comma, 1.234 is a thousand and more."""
    if column.comma:
        return f"number({name}, ',')"
    return f"number({name})"
