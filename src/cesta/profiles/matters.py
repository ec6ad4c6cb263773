"""What a customer told somebody, and whether somebody answered."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.ingest.contacts import ContactRules
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.profiles.switches import CHANNELS, MATTERS, ORDERS, rows_named, value_at
from cesta.store.columns import Columns

FEW, MOST = 4, 100
"""Contacts that are told in any case, and those looked at for an answer."""
TEXTS = ("text", "message", "body", "comment", "note", "summary")


@dataclass(frozen=True, slots=True)
class Matter:
    """A contact. about: what it was about; text: her own words; both where she said so. waits: for an answer."""

    time: str
    event: str
    channel: str | None
    about: str | None
    order: str | None
    text: str | None
    waits: bool


def matters(columns: Columns, rules: ContactRules) -> tuple[Matter, ...]:
    """Of one customer: what she told last, and all that waits for an answer; the newest first.

    A contact waits where nobody listened, and no answer came after it.
    """
    rows = rows_named(columns, rules.contacts)
    answers = rows_named(columns, rules.answers)
    last_answer = int(answers[-1]) if len(answers) else -1
    told = [_matter(columns, row, row > last_answer, rules.spoken) for row in rows[::-1][:MOST].tolist()]
    return tuple(matter for place, matter in enumerate(told) if place < FEW or matter.waits)


def _matter(columns: Columns, row: int, is_unanswered: bool, spoken: frozenset[str]) -> Matter:
    channel, about, order, text = (_text(value_at(columns, of, row)) for of in (CHANNELS, MATTERS, ORDERS, TEXTS))
    time, name = show_instant(int(columns.times[row])), columns.names[columns.codes[row]]
    return Matter(time, name, channel, about, order, text, is_unanswered and channel not in spoken)


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
