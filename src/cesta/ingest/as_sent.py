"""A message's properties as its client sent them, nested ones whole; and beside them what was derived for questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from cesta.model.arrival import Arrival

HOLDERS = ("properties", "event_properties")
PEOPLE = ("identify", "group")


@dataclass(frozen=True, slots=True)
class Sent:
    """properties: what the client said. derived: what journeys see beyond that. strict: the message is strict JSON."""

    properties: Mapping[str, object]
    derived: Mapping[str, object]
    strict: bool


def as_sent(arrival: Arrival) -> Sent:
    """What an arrival said.

    >>> from cesta.model.event import Event
    >>> raw = '{"properties": {"sizes": [1, 2], "note": null}}'
    >>> event = Event("web", "1", "ann", "buy", 0, {"sizes": "[1,2]", "context.locale": "pl"})
    >>> as_sent(Arrival(event, "track", raw, 0))
    Sent(properties={'sizes': [1, 2], 'note': None}, derived={'context.locale': 'pl'}, strict=True)
    """
    kept = arrival.event.properties
    if not arrival.raw:
        return Sent(kept, {}, True)
    message, strict = _read(arrival.raw)
    said = _said(message, arrival.type)
    if said is None:
        return Sent(kept, {}, strict)
    return Sent(said, {name: value for name, value in kept.items() if name not in said}, strict)


def _read(raw: str) -> tuple[object, bool]:
    try:
        return msgspec.json.decode(raw), True
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return json.loads(raw), False
    except (ValueError, RecursionError):
        return None, False


def _said(message: object, kind: str) -> Mapping[str, object] | None:
    """Where a message holds what it says: traits of someone may stand in two places."""
    if not isinstance(message, Mapping):
        return None
    for holder in HOLDERS:
        if isinstance(message.get(holder), Mapping):
            found: Mapping[str, object] = message[holder]
            return found
    if kind not in PEOPLE:
        return None
    context = message.get("context")
    traits = [
        context.get("traits") if isinstance(context, Mapping) and kind == "identify" else None,
        message.get("traits"),
    ]
    places = [place for place in traits if isinstance(place, Mapping)]
    return {name: value for place in places for name, value in place.items()} if places else None
