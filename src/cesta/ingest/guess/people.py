"""Who did it: a column of the rows themselves, or one that another table knows of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cesta.ingest.guess.answers import EACH_ROW, Answers, chosen
from cesta.ingest.guess.links import Link, ways_from
from cesta.ingest.guess.roles import SURE, Option, who_options
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.words import words_of

KNOWN = 0.58
"""From here on a column says who by itself; below it other tables are asked first."""
WEAKEST = 0.3
"""Nothing but values that look like ids."""
SAME_PERSON = frozenset(("unique", "main", "master", "global", "person", "household"))


@dataclass(frozen=True, slots=True)
class Who:
    """A table's customers: `column` of the table at the end of `way`, of the rows' own without one.

    `column` is empty where each row is a customer.
    """

    column: str
    way: tuple[Link, ...]
    confidence: float
    reason: str
    alternatives: tuple[Option, ...] = ()

    @property
    def each_row(self) -> bool:
        return self.column == ""


def who_of(look: Look, table: Table, links: tuple[Link, ...], answers: Answers) -> Who | None:
    """Who the rows of this table are of, if anything says so."""
    if answers.who and (told := _told(look, table, links, answers)) is not None:
        return told
    own = who_options(table)
    if own and own[0].confidence >= KNOWN:
        return _one_person(look, table.name, Who(own[0].column, (), own[0].confidence, own[0].reason, tuple(own[1:])),
                           links)  # fmt: skip
    for way in ways_from(links, table.name):
        there = who_options(look.tables[way[-1].to])
        if there and there[0].confidence >= KNOWN:
            best = there[0]
            found = Who(
                best.column, way, best.confidence * 0.95, f"{best.reason}, found by {way[0].column}", tuple(own)
            )
            return _one_person(look, way[-1].to, found, links)
    if own:
        return Who(own[0].column, (), own[0].confidence, own[0].reason, tuple(own[1:]))
    return None


def unsure(who: Who) -> bool:
    return who.confidence < SURE


def _told(look: Look, table: Table, links: tuple[Link, ...], answers: Answers) -> Who | None:
    own = chosen(table, answers.who)
    options = tuple(option for option in who_options(table) if option.column != own)
    if own is not None:
        return Who(own, (), 1.0, "you said so", options)
    for way in ways_from(links, table.name):
        there = chosen(look.tables[way[-1].to], answers.who)
        if there is not None:
            return Who(there, way, 1.0, "you said so", options)
    return Who("", (), 1.0, "you said that each row is a customer", options) if EACH_ROW in answers.who else None


def _one_person(look: Look, table: str, who: Who, links: tuple[Link, ...]) -> Who:
    """Where another table gives several of these ids to one person, the person is meant."""
    for link in links:
        if link.table != table or link.column != who.column or link.to in {step.to for step in who.way}:
            continue
        columns: Mapping[str, object] = look.tables[link.to].columns
        for column in columns:
            if set(words_of(column)) & SAME_PERSON and column != link.key and _says_who(look.tables[link.to], column):
                return Who(column, (*who.way, link), who.confidence, f"it is one person's {link.key} in {link.to}",
                           (Option(who.column, 0.6, who.reason), *who.alternatives))  # fmt: skip
    return who


def _says_who(table: Table, column: str) -> bool:
    return any(option.column == column and option.confidence >= KNOWN for option in who_options(table))
