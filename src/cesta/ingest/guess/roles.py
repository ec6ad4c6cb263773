"""Which column says who and which says what: each candidate with how sure we are, and why, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cesta.ingest.files.staged import ROW
from cesta.ingest.guess.columns import CODE, Column
from cesta.ingest.guess.seen import Look, Table, quoted
from cesta.ingest.guess.words import ABOUT, among, hints, words_of

PAGES = 60
SURE = 0.5
"""From here on nobody is asked."""
NAMING = among(
    "unique main master external internal the of concept name full hash mail e anonymous global imie nazwa jmeno имя nr"
)
PERSON = among("customer user case")
"""A number is only taken for one of these: how many changes an order had tells no orders apart."""
NO_PERSON = among("product category page receipt event kind status channel lifecycle quantity")
OWN_IDS = (("event", "id"), ("message", "id"))
WHO = (
    ("customer", 1.0, "its name says customer"),
    ("user", 0.95, "its name says user"),
    ("case", 0.8, "its name says case; each case is a customer here"),
    ("address", 0.75, "an e-mail address or phone number tells people apart"),
    ("author", 0.65, "its name says author"),
    ("session", 0.6, "it tells sessions apart; nothing says which customer a session belongs to"),
    ("receipt", 0.35, "it tells orders apart; nothing says which customer an order belongs to"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """A column that could play a role. `confidence` from 0 to 1."""

    column: str
    confidence: float
    reason: str


def who_options(table: Table) -> list[Option]:
    """Columns that could say who, the best first."""
    found = [option for column in table.columns.values() if (option := _who(column)) is not None]
    return _best_first(found)


def what_options(look: Look, table: Table, who: str | None) -> list[Option]:
    """Columns that could name the events, the best first."""
    found = [option for column in table.columns.values() if column.name != who and (option := _what(column))]
    if who and not any(option.confidence >= SURE for option in found):
        named = {option.column for option in found}
        found += [
            Option(column.name, 0.3, "it takes a few values that change from event to event")
            for column in table.of_kind("category")
            if column.name not in named and _changes(look, table, who, column)
        ]
    return _best_first(found)


def id_option(look: Look, table: Table) -> str | None:
    """The column that names each row for ever; not one that only counts the rows of this file."""
    found: list[tuple[bool, bool, bool, int, str]] = []
    for column in table.columns.values():
        said = column.hints
        if column.kind not in ("id", "text", "category") or not said & {"id", "receipt"} or "moment" in said:
            continue
        own = "id" in said and bool(said & {"receipt", "comment"} or words_of(column.name) in OWN_IDS)
        if look.is_unique(table.name, column.name) and (own or not _counts_rows(look, table, column)):
            of_table = bool(set(words_of(column.name)) & {word.rstrip("s") for word in words_of(table.name)})
            found.append((not of_table, not own, bool(said & {"customer", "user"}), len(found), column.name))
    return min(found)[-1] if found else None


def _who(column: Column) -> Option | None:
    said = column.hints
    words = words_of(column.name)
    fits = column.kind in ("id", "text", "category") or (column.kind == "number" and column.whole and said & PERSON)
    if not fits or said & {"staff", "moment", "price", "amount", "quantity", "page"} or set(words) & ABOUT:
        return None
    for hint, score, reason in WHO:
        if hint not in said:
            continue
        words_only = column.kind == "category" and not all(CODE.fullmatch(value) for value in column.values)
        if hint in ("receipt", "session") and words_only:
            return None
        strange = [word for word in words if not hints(word) & {hint, "id", "case"} and word not in NAMING]
        score -= 0.15 * len(strange) + (0.1 if "name" in words and hint in ("customer", "user") else 0)
        if column.kind == "category" and column.distinct < 5 < column.rows // 20:
            score *= 0.4
        return Option(column.name, round(score * (0.6 + 0.4 * column.filled / max(1, column.rows)), 3), reason)
    coded = column.kind == "id" or (column.kind == "category" and all(CODE.fullmatch(value) for value in column.values))
    if coded and column.repeats and not said & NO_PERSON:
        return Option(column.name, 0.3, "its values look like ids and come again")
    return None


def _what(column: Column) -> Option | None:
    said = column.hints
    words = words_of(column.name)
    if "page" in said and (paged := _page(column)) is not None:
        return paged
    if column.kind not in ("category", "text") or said & {"id", "moment", "page"}:
        return None
    if column.distinct > max(300, column.filled // 50) or any(len(value) > 100 for value in column.values):
        return None
    if words[-2:] == ("concept", "name") and "case" not in words:
        return Option(column.name, 1.0, "its name is that of activities in event logs")
    rest = [word for word in words if not hints(word) & {"event", "kind"} and word != "name"]
    if "event" in said and not set(words) & (ABOUT - {"type", "typ", "kind", "name", "category"}):
        return Option(column.name, 1.0 - 0.2 * len(rest), "its name says event")
    if "kind" in said and not rest and column.distinct > 1:
        return Option(column.name, 0.7, "its name says kind")
    if "status" in said:
        return Option(column.name, 0.4, "it is a status; each row may be a change of it")
    return None


def _page(column: Column) -> Option | None:
    """A few pages are steps of their own; of numbers, those that stand for kinds of pages."""
    if not 1 < column.distinct <= PAGES or not (column.kind == "category" or "category" in column.hints):
        return None
    coded = column.kind == "number" and column.whole
    if coded or (column.kind == "category" and "id" not in column.hints):
        return Option(column.name, 0.66, "each of its pages is a step")
    return None


def _changes(look: Look, table: Table, who: str, column: Column) -> bool:
    """Whether most customers with several rows have several values in it, which are words."""
    if column.hints & {"staff", "channel", "product", "lifecycle", "customer"} or set(words_of(column.name)) & ABOUT:
        return False
    if sum(any(letter.isdigit() for letter in value) for value in column.values) * 2 > len(column.values):
        return False
    customer, value = (f'"{name.replace(chr(34), chr(34) * 2)}"' for name in (who, column.name))
    share = look.number(
        f"select avg((n > 1)::int) from (select count(distinct {value}) as n from {look.sample_of(table.name)}"
        f" where {customer} is not null group by {customer} having count(*) > 1)"
    )
    return share > 0.6


def _counts_rows(look: Look, table: Table, column: Column) -> bool:
    """Whether it is the number of the row in this file: the next file begins again at 1."""
    if not (column.whole or column.type.endswith("INT") or column.type == "INTEGER"):
        return False
    name, sample = quoted(column.name), look.sample_of(table.name)
    steps = f"select try_cast({name} as bigint) - row_number() over (order by {ROW}) as s from {sample}"
    return (
        look.number(f"select (count(distinct s) = 1 and max(s) <= 0)::int from ({steps} order by {ROW} limit 1000)") > 0
    )


def _best_first(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: -option.confidence)
