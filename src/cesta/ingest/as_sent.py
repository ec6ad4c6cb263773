"""A message's properties as its client sent them, nested ones whole; and beside them what was derived for questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.protocols.snowplow import told
from cesta.model.arrival import Arrival
from cesta.model.event import Value

HOLDERS = ("properties", "event_properties")
PEOPLE = ("identify", "group")
OF_PEOPLE = (
    "$set", "$set_once", "$add", "$append", "$union", "$remove", "$unset", "$delete", "user_properties",
    "group_properties",
)  # fmt: skip
"""What clients say of people and groups beside the properties."""
NAMED = frozenset({"event", "type", "userId", "anonymousId"})
"""What a message of Snowplow's never has: its names are short."""


@dataclass(frozen=True, slots=True)
class Sent:
    """properties: what the client said. derived: what journeys see beyond or instead of that.

    strict: the message is strict JSON.
    """

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
    if not isinstance(message, Mapping):
        return Sent(kept, {}, strict)
    said = _said(message, arrival.type)
    return Sent(said, {name: value for name, value in kept.items() if _is_other(value, name, said)}, strict)


def _is_other(kept: Value, name: str, said: Mapping[str, object]) -> bool:
    """Whether journeys see a value that the message does not say so: one that was made of it, or mended."""
    return name not in said or not (isinstance(said[name], list | dict) or kept == said[name])


def _read(raw: str) -> tuple[object, bool]:
    try:
        return msgspec.json.decode(raw), True
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return json.loads(raw), False
    except (ValueError, RecursionError):
        return None, False


def _said(message: Mapping[str, object], kind: str) -> Mapping[str, object]:
    """What a message says, from where its protocol has it; of someone it may stand in several places."""
    if "e" in message and NAMED.isdisjoint(message):
        try:
            return told(message)[1]
        except NotUnderstood:
            return message
    places = [message.get(holder) for holder in HOLDERS]
    if kind in PEOPLE:
        context = message.get("context")
        places.append(context.get("traits") if isinstance(context, Mapping) and kind == "identify" else None)
        places.append(message.get("traits"))
    said = {name: value for place in places if isinstance(place, Mapping) for name, value in place.items()}
    return {name: message[name] for name in OF_PEOPLE if name in message} | said
