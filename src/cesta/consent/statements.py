"""What a message says of consent: choices that its client sends along, and events by which people say yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cesta.consent.purposes import Purposes
from cesta.identity.claims import EXTERNAL
from cesta.identity.naming import NOBODY, PLAIN, bare_of, key_of, kind_named, written
from cesta.model.event import Event

CHOICE = "context.consent."
"""Properties that hold the choices of a client's consent banner, one for each category."""
NAMED = ("purpose", "category")
"""Properties of an event by which one says for what, where several purposes share the event."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's word on a purpose. time: when she gave it, microseconds since 1970. source, message: the proof."""

    ids: tuple[str, ...]
    purpose: str
    allowed: bool
    time: int
    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Word:
    """The last word on a purpose, and the message that is its proof."""

    allowed: bool
    time: int
    source: str
    message: str


def last_word(words: Mapping[str, Mapping[str, Word]], ids: Iterable[str], purpose: str, unsaid: bool) -> bool:
    """Whether a person allows it, by the last word that any of her ids gave; at one moment a refusal holds."""
    word = last_said(words, ids, purpose)
    return unsaid if word is None else word.allowed


def last_said(words: Mapping[str, Mapping[str, Word]], ids: Iterable[str], purpose: str) -> Word | None:
    """The last word of a person on a purpose, whichever of her ids gave it."""
    said = [words[one][purpose] for one in ids if one in words and purpose in words[one]]
    return max(said, key=lambda word: (word.time, not word.allowed), default=None)


def names_of(customer: str, ids: Mapping[str, str], country: str | None = None) -> tuple[str, ...]:
    """Everything that a person is called by a message: ids as they came, and as those that join are called.

    country: whose phone numbers are meant where none says so.

    >>> names_of("ann", {"user_id": "ann", "email": "Ann@mail.example"})
    ('ann', 'Ann@mail.example', 'email:ann@mail.example')
    >>> names_of("email:ann@mail.example", {})
    ('email:ann@mail.example', 'ann@mail.example')
    """
    found = [customer, bare_of(customer)]
    for name, value in ids.items():
        found.append(value)
        kind = kind_named(name.removeprefix(EXTERNAL))
        if kind is not None and kind not in PLAIN:
            text = written(kind, value, country)
            found += [] if text is None else [key_of(kind, text)]
    return tuple(dict.fromkeys(one for one in found if not NOBODY.fullmatch(one)))


def statements_in(
    event: Event, ids: Mapping[str, str], purposes: Purposes, country: str | None = None
) -> Iterator[Statement]:
    """What an event says; the later of two words on one purpose holds."""
    whose = names_of(event.customer, ids, country)
    if not whose:
        return
    said: dict[str, bool] = {}
    for name, value in event.properties.items():
        if name.startswith(CHOICE) and isinstance(value, bool):
            purpose = purposes.by_category.get(name[len(CHOICE) :].casefold())
            if purpose is not None:
                said[purpose.id] = value
    about = {str(event.properties[name]).casefold() for name in NAMED if name in event.properties}
    for purpose in purposes.every:
        if about and about.isdisjoint(purpose.categories):
            continue
        if purpose.given_by.fit(event.name):
            said[purpose.id] = True
        if purpose.withdrawn_by.fit(event.name):
            said[purpose.id] = False
    for purpose_id, allowed in said.items():
        yield Statement(whose, purpose_id, allowed, event.time, event.source, event.message_id)
