"""Which columns are worth keeping with an event, and which are not: people's addresses, counters, empty ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.sql import column_sql, value_sql
from cesta.ingest.guess.words import slug, words_of

MOST = 40
PERSONAL = frozenset(("first", "last", "surname", "prijmeni", "nazwisko", "фамилия", "imie", "jmeno", "имя"))
KEYS = frozenset(("receipt", "session", "product", "page", "category", "channel", "case", "event"))


@dataclass(frozen=True, slots=True)
class Kept:
    """Properties by name with their SQL, and the columns that were left out for being about a person."""

    properties: dict[str, str]
    personal: tuple[str, ...]


def properties_of(columns: Iterable[Column], used: Collection[str], wanted: Collection[str] = ()) -> Kept:
    """What of these columns is kept with the events; `used` ones are told otherwise already, `wanted` ones stay."""
    kept: dict[str, str] = {}
    personal: list[str] = []
    for column in columns:
        if column.name in wanted:
            kept[_free(property_name(column.name), kept)] = value_sql(column)
            continue
        if column.name in used or column.kind in ("empty", "nested", "clock", "part"):
            continue
        if _personal(column):
            personal.append(column.name)
        elif _worth(column) and len(kept) < MOST:
            kept[_free(property_name(column.name), kept)] = value_sql(column)
    return Kept(kept, tuple(personal))


def property_name(column: str) -> str:
    """What a property is called: as its column, made fit where that is no single word.

    >>> property_name("Country"), property_name("page 2 (clothing model)"), property_name("org:resource")
    ('Country', 'page_2_clothing_model', 'org_resource')
    """
    return column if column.isidentifier() else slug(column) or "value"


def shorthand(properties: dict[str, str]) -> bool:
    """Whether every property is the column of its name."""
    return bool(properties) and all(sql == name == column_sql(name) for name, sql in properties.items())


def _personal(column: Column) -> bool:
    words = set(words_of(column.name))
    named = "name" in words and bool(column.hints & {"customer", "user", "author", "staff"})
    return "address" in column.hints or bool(words & PERSONAL) or named


def _worth(column: Column) -> bool:
    if column.kind == "moment":
        return bool(column.hints & {"planned"})
    if column.kind in ("category", "flag"):
        return not ("lifecycle" in column.hints and column.distinct == 1)
    if column.kind == "number":
        return not ("sequence" in column.hints and column.distinct == column.rows)
    if column.kind == "id":
        counter = column.whole and "id" not in column.hints
        return column.distinct < column.filled * 0.9 or (bool(column.hints & KEYS) and not counter)
    # Of free texts only what customers say, and names that come again.
    return "comment" in column.hints or column.distinct < column.filled * 0.5


def _free(name: str, taken: Collection[str]) -> str:
    unlike, count = name, 1
    while unlike in taken:
        count += 1
        unlike = f"{name}_{count}"
    return unlike
