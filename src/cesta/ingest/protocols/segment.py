"""Segment's protocol, and that of those who speak it alike: messages in batches, read as the field does."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypedDict

import msgspec

from cesta.ingest.arrival import STEPS, Arrival
from cesta.ingest.event_json import NotUnderstood, read_name, read_properties
from cesta.ingest.protocols.addresses import tells_address, text_of
from cesta.ingest.protocols.context import around
from cesta.ingest.protocols.moments import moment, naive_moments, skewed
from cesta.ingest.protocols.posted import Heard, Message, Posted, read_each
from cesta.model.event import Event, Value

NAME = "segment"
TYPES = ("track", "page", "screen", "identify", "group", "alias")
LARGEST = 256 * 1024
"""Bytes of one message; a larger one is set aside."""
LARGE = 32 * 1024
"""Bytes that Segment itself would take; what is larger is marked."""
IDS = (("userId", "user_id"), ("anonymousId", "anonymous_id"), ("previousId", "previous_id"), ("groupId", "group_id"))
SHARED = ("context", "integrations")


class _Plain(TypedDict, total=False):
    """What is read of a message; its context stays as it came until it is known to be a new one."""

    type: str
    event: object
    name: object
    category: object
    userId: object
    anonymousId: object
    previousId: object
    groupId: object
    messageId: object
    timestamp: object
    originalTimestamp: object
    sentAt: object
    properties: object
    traits: object
    context: msgspec.Raw


PLAIN = msgspec.json.Decoder(_Plain)


def segment(posted: Posted) -> Heard:
    """The messages of a batch, or a single one alone."""
    return read_each(posted, NAME, messages(posted), partial(read_message, posted=posted))


def messages(posted: Posted) -> Iterator[Message | Arrival]:
    """Each message read if it is as most are; else decoded, with what the batch says for all, and its text."""
    body = posted.body
    batch: Mapping[str, object] = body if isinstance(body, Mapping) and "batch" in body else {"batch": [body]}
    given_all = batch["batch"]
    shared = {name: batch[name] for name in SHARED if batch.get(name)}
    sent = posted.headers.get("sentat") or batch.get("sentAt")
    quick = not shared and not posted.rules
    for given in given_all if isinstance(given_all, list) else ():
        if quick and (arrival := plain(given, sent, batch.get("type"), posted)):
            yield arrival
            continue
        message, raw = decoded(given)
        if isinstance(message, dict):
            if shared:
                message |= {name: merged(said, message.get(name)) for name, said in shared.items()}
                raw = text_of(message)
            if sent:
                message["sentAt"] = sent
            if batch.get("type") and not message.get("type"):
                message["type"] = batch["type"]
        yield message, raw


def plain(given: object, sent: object, kind: object, posted: Posted) -> Arrival | None:
    """The message, read in one pass from its text; None where something about it asks for a closer look."""
    if not isinstance(given, msgspec.Raw):
        return None
    try:
        raw = str(given, "utf-8")
        if tells_address(raw):
            return None
        said: dict[str, object] = PLAIN.decode(given)  # type: ignore[assignment]
        if sent:
            said["sentAt"] = sent
        if kind and not said.get("type"):
            said["type"] = kind
        return read_message(said, raw, posted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, NotUnderstood):
        return None


def decoded(given: object) -> Message:
    """A message and its text; None where it is nested too deeply to be read.

    >>> decoded(msgspec.Raw(b'{"event": "buy"}'))
    ({'event': 'buy'}, '{"event": "buy"}')
    """
    if not isinstance(given, msgspec.Raw):
        try:
            return given, text_of(given)
        except RecursionError:
            return None, ""
    try:
        return msgspec.json.decode(given), bytes(given).decode()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text = bytes(given).decode("utf-8", "replace")
    try:
        # Half characters pass here, so that the field that holds one can be told.
        return json.loads(text), text
    except (ValueError, RecursionError):
        return None, text


def merged(below: object, above: object) -> object:
    """What a batch says for all of its messages, and over it what a message says itself.

    >>> merged({"ip": "", "page": {"path": "/", "url": "x"}}, {"page": {"path": "/a"}})
    {'ip': '', 'page': {'path': '/a', 'url': 'x'}}
    """
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return below if above is None else above
    return {**below, **{name: merged(below.get(name), value) for name, value in above.items()}}


def read_message(given: Mapping[str, object], raw: str, posted: Posted) -> Arrival:
    """One message. Raises NotUnderstood."""
    if len(raw) > LARGEST:
        raise NotUnderstood("too_large", None, len(raw), f"A message may have {LARGEST} bytes.")
    kind = given.get("type")
    if kind not in TYPES:
        raise NotUnderstood("bad_type", "type", kind, f"type is one of {', '.join(TYPES)}.")
    context = around(given.get("context"), posted.zone)
    ids = ids_of(given, context.said)
    customer = ids.get("user_id") or ids.get("anonymous_id")
    if customer is None:
        raise NotUnderstood("no_ids", "userId", given.get("userId"), "There is neither a userId nor an anonymousId.")
    name = name_of(str(kind), given)
    original, naive = moment(given, ("timestamp", "originalTimestamp"), posted.zone)
    sent, _ = moment(given, ("sentAt",), posted.zone)
    time = skewed(original, sent, posted.received)
    properties = said_by(str(kind), given, context.said)
    properties |= naive_moments(properties, posted.zone)
    properties |= context.properties
    if naive:
        properties["context.local_time"] = True
    if len(raw) > LARGE:
        properties["context.large"] = len(raw)
    message_id = id_of(given, raw, timed=original is not None)
    event = Event(posted.source, message_id, customer, name, time, properties)
    return Arrival(event, str(kind), raw, posted.received, ids, original, sent)


def ids_of(given: Mapping[str, object], context: Mapping[str, object]) -> dict[str, str]:
    """Every id that a message names, by kind; null and empty ones are none, and one alias of itself is none."""
    ids: dict[str, str] = {}
    for field, kind in IDS:
        value = given.get(field)
        if value is not None and value != "":
            ids[kind] = read_name(field, value)
    if ids.get("previous_id") is not None and ids["previous_id"] == ids.get("user_id"):
        del ids["previous_id"]
    external = context.get("externalIds")
    for one in external if isinstance(external, list) else ():
        if isinstance(one, dict) and isinstance(one.get("type"), str) and one.get("id") not in (None, ""):
            ids[f"external.{one['type']}"] = read_name("context.externalIds", one["id"])
    return ids


def name_of(kind: str, given: Mapping[str, object]) -> str:
    """What the event is called: by its sender, or after the kind of message."""
    return read_name("event", given.get("event")) if kind == "track" else kind


def said_by(kind: str, given: Mapping[str, object], context: Mapping[str, object]) -> dict[str, Value]:
    """What the message says: its properties, or of someone their traits, wherever the client put them."""
    if kind in STEPS:
        read = read_properties(given.get("properties"), "properties")
        for field in ("name", "category"):
            if kind != "track" and isinstance(value := given.get(field), str) and value:
                read.setdefault(field, value)
        return read
    elsewhere = context.get("traits") if kind == "identify" else None
    return {**read_properties(elsewhere, "context.traits"), **read_properties(given.get("traits"), "traits")}


def id_of(given: Mapping[str, object], raw: str, timed: bool) -> str:
    """The message's own id. Without one: what it says, if it says when; else it is new each time."""
    value = given.get("messageId")
    if value is not None and value != "":
        return read_name("messageId", value)
    if not timed:
        return secrets.token_hex(16)
    return f"content:{hashlib.sha256(raw.encode('utf-8', 'backslashreplace')).hexdigest()}"
