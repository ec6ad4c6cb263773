"""What a message says of consent: choices that its client sends along, and events by which people say yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.consent.purposes import Purposes
from cesta.identity.naming import NOBODY
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


def statements_in(event: Event, ids: Mapping[str, str], purposes: Purposes) -> Iterator[Statement]:
    """What an event says; the later of two words on one purpose holds."""
    whose = tuple(dict.fromkeys(one for one in (event.customer, *ids.values()) if not NOBODY.fullmatch(one)))
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
