"""Whether a message may be kept: nobody it names is suppressed, and its people allow what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cesta.consent.book import Book, book_of
from cesta.consent.purposes import Purposes, purposes_now
from cesta.consent.statements import last_word, names_of, statements_in
from cesta.model.event import Event

Ids = Mapping[str, str]


T = TypeVar("T")


def admitted(
    root: Path,
    source: str,
    messages: Sequence[T],
    told: Callable[[T], tuple[Event, Ids]],
    country: Callable[[], str | None] = lambda: None,
) -> Sequence[T]:
    """The messages that may be kept; what they say of consent is noted first, on disk when this returns.

    told: what a message says happened, and the ids it names. country: whose phone numbers are meant where none says
    so. The others are counted. Raises bad_privacy while privacy.yaml has a mistake: then nothing is taken that might
    need a consent.
    """
    purposes, book = purposes_now(root), book_of(root / "data")
    if not purposes.every and not book.suppresses:
        return messages
    events, home = [told(message) for message in messages], country()
    if purposes.every:
        book.note(said for event, ids in events for said in statements_in(event, ids, purposes, home))
    names = [names_of(event.customer, ids, home) for event, ids in events]
    suppressed = book.suppressed_among({one for some in names for one in some})
    fit = [not suppressed or suppressed.isdisjoint(some) for some in names]
    if purposes.guards:
        fit = _allowed(purposes, book, [event for event, _ in events], names, fit)
    if not all(fit):
        book.count_not_kept(source, len(fit) - sum(fit))
    return [message for message, ok in zip(messages, fit, strict=True) if ok]


def _allowed(
    purposes: Purposes, book: Book, events: Sequence[Event], names: Sequence[Sequence[str]], fit: Sequence[bool]
) -> list[bool]:
    needed = [[purpose for purpose in purposes.every if purpose.needed_for.fit(event.name)] for event in events]
    asked = {one for hers, some in zip(names, needed, strict=True) if some for one in hers}
    words = book.words(asked) if asked else {}
    return [
        ok and all(last_word(words, hers, each.id, each.without_word) for each in some)
        for ok, hers, some in zip(fit, names, needed, strict=True)
    ]
