"""What a customer told somebody, and whether somebody answered; and to what she has agreed, as far as events say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.profiles.said import Said
from cesta.profiles.switches import CHANNELS, CONTACTS, MATTERS, ORDERS, rows_named
from cesta.store.columns import Columns

ANSWERS = frozenset({
    "support_answer", "answer", "ticket_closed", "ticket_solved", "complaint_answered", "complaint_solved", "refund",
    "email_sent", "message_sent", "Message Sent", "callback",
})  # fmt: skip
"""Events with which somebody answers her."""
SPOKEN = frozenset({"phone", "call", "chat", "store"})
"""Channels on which somebody is there while she speaks: what she tells there is answered."""
FEW, MOST = 4, 100
"""Contacts that are told in any case, and those looked at for an answer."""
TEXTS = ("text", "message", "body", "comment", "note", "summary")
GIVEN: Mapping[str, bool] = {
    "consent_given": True, "consent_granted": True, "opt_in": True, "subscribe": True, "subscribed": True,
    "Subscribed": True, "consent_withdrawn": False, "consent_refused": False, "opt_out": False, "unsubscribe": False,
    "unsubscribed": False, "Unsubscribed": False, "mail_unsubscribe": False,
}  # fmt: skip
"""Events that say yes or no to being written to, and which of the two."""
PURPOSES = ("purpose", "consent", "list", "category", "channel")
AGREED = ("consent", "opt_in", "optin", "subscribed")


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


@dataclass(frozen=True, slots=True)
class Consent:
    """The last word on a purpose: yes or no, since when, and the event or trait that says so."""

    purpose: str
    given: bool
    time: str
    by: str


def matters(columns: Columns) -> tuple[Matter, ...]:
    """Of one customer: what she told last, and all that waits for an answer; the newest first.

    A contact waits where nobody listened, and no answer came after it.
    """
    rows = rows_named(columns, CONTACTS)
    answers = rows_named(columns, ANSWERS)
    last_answer = int(answers[-1]) if len(answers) else -1
    told = [_matter(columns, row, row > last_answer) for row in rows[::-1][:MOST].tolist()]
    return tuple(matter for place, matter in enumerate(told) if place < FEW or matter.waits)


def consents(columns: Columns, traits: Mapping[str, Said]) -> tuple[Consent, ...]:
    """Of one customer: what events and traits say last about each purpose, by purpose."""
    found: dict[str, tuple[int, Consent]] = {}
    for time, consent in (*_by_events(columns), *_by_traits(traits)):
        if consent.purpose not in found or found[consent.purpose][0] <= time:
            found[consent.purpose] = time, consent
    return tuple(consent for _, (_, consent) in sorted(found.items()))


def value_at(columns: Columns, of: tuple[str, ...], row: int) -> Value | None:
    """The first of these properties that an event has."""
    for name in of:
        column = columns.props.get(name)
        if column is not None and column.codes[row] >= 0:
            found: Value = column.values[column.codes[row]]
            return found
    return None


def _matter(columns: Columns, row: int, is_unanswered: bool) -> Matter:
    channel, about, order, text = (_text(value_at(columns, of, row)) for of in (CHANNELS, MATTERS, ORDERS, TEXTS))
    time, name = show_instant(int(columns.times[row])), columns.names[columns.codes[row]]
    return Matter(time, name, channel, about, order, text, is_unanswered and channel not in SPOKEN)


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)


def _by_events(columns: Columns) -> Iterator[tuple[int, Consent]]:
    for row in rows_named(columns, frozenset(GIVEN)).tolist():
        name, time = columns.names[columns.codes[row]], int(columns.times[row])
        purpose = _text(value_at(columns, PURPOSES, row)) or "all"
        yield time, Consent(purpose, GIVEN[name], show_instant(time), name)


def _by_traits(traits: Mapping[str, Said]) -> Iterator[tuple[int, Consent]]:
    for name, trait in traits.items():
        plain = name.lower()
        if isinstance(trait.value, bool) and any(word in plain for word in AGREED):
            purpose = plain
            for word in AGREED:
                purpose = purpose.replace(word, "")
            yield (
                trait.time,
                Consent(purpose.strip("_. -") or "all", trait.value, show_instant(trait.time), trait.source),
            )
