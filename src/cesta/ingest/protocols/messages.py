"""What PostHog, Mixpanel, Amplitude and Snowplow have in common: an id or none, a time in their own way, properties."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import NotUnderstood, read_name, read_properties
from cesta.ingest.protocols.addresses import text_of
from cesta.ingest.protocols.moments import instant, skewed
from cesta.ingest.protocols.posted import Heard, Message, Posted, read_each
from cesta.model.event import Event

LONGEST_YEAR = 4
"""A longer text of digits is a number since 1970."""
LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Receipt:
    """Around the messages of one request: what was posted, and when it was sent by its sender's clock."""

    posted: Posted
    sent: int | None = None

    def moment(self, field: str, value: object) -> int | None:
        """UTC microseconds of a time as text or as a number; None: it says nothing. Raises NotUnderstood.

        >>> Receipt(Posted({}, "shop", 0)).moment("dtm", "1795342612500")
        1795342612500000
        """
        if value is None or value == "":
            return None
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) > LONGEST_YEAR:
            value = int(value[:LONGEST_NUMBER])
        return instant(field, value, self.posted.zone)[0]


@dataclass(frozen=True, slots=True)
class Said:
    """What a protocol finds in one message, before it is an arrival; name, customer and id as they were written."""

    type: str
    name: object
    customer: object
    id: object
    time: int | None
    properties: Mapping[str, object]
    ids: Mapping[str, object] = field(default_factory=dict)


Reads = Callable[[Mapping[str, object], Receipt], Said]


def heard(posted: Posted, protocol: str, within: str | None, reads: Reads, sent: object = None) -> Heard:
    """Every message, read as this protocol reads. within: the field that may hold them; sent: the time of sending as
    the request writes it, if it does."""
    receipt = Receipt(posted)
    # A clock that cannot be read is as good as none; the messages have times of their own.
    with contextlib.suppress(NotUnderstood):
        receipt = replace(receipt, sent=receipt.moment("sent_at", sent))
    read = lambda given, raw: arrival_of(reads(given, receipt), raw, receipt)  # noqa: E731
    return read_each(posted, protocol, messages_in(posted, within), read)


def messages_in(posted: Posted, within: str | None) -> Iterator[Message]:
    """The messages of a body, in a list under this field, in a list, or one alone: each with its text as it came.

    >>> list(messages_in(Posted({"batch": [{"n": 5.0}]}, "shop", 0, text=b'{"batch": [{"n": 5.00}]}'), "batch"))
    [({'n': 5.0}, '{"n": 5.00}')]
    """
    body = posted.body
    inside = within is not None and isinstance(body, Mapping) and within in body
    found = body[within] if inside else body  # type: ignore[index]
    messages = found if isinstance(found, list) else [found]
    texts = _texts(posted.text, within if inside else None, isinstance(found, list))
    if len(texts) != len(messages):
        texts = [text_of(message) for message in messages]
    return zip(messages, texts, strict=True)


def _texts(text: bytes, within: str | None, several: bool) -> list[str]:
    """The text of each message, cut out of the body's; none where that is not at hand, or no strict JSON."""
    if not text:
        return []
    try:
        given = msgspec.Raw(text)
        if within is not None:
            given = msgspec.json.decode(given, type=dict[str, msgspec.Raw])[within]
        slices = msgspec.json.decode(given, type=list[msgspec.Raw]) if several else [given]
        return [str(each, "utf-8").strip() for each in slices]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []


def arrival_of(said: Said, raw: str, receipt: Receipt) -> Arrival:
    """The arrival. Raises NotUnderstood."""
    received = receipt.posted.received
    if said.id is not None and said.id != "":
        key = read_name("message_id", said.id)
    elif said.time is None:
        # Without a time of its own an equal message may well be another one.
        key = secrets.token_hex(16)
    else:
        key = f"content:{hashlib.sha256(raw.encode('utf-8', 'backslashreplace')).hexdigest()}"
    event = Event(
        receipt.posted.source,
        key,
        read_name("customer", said.customer),
        read_name("event", said.name),
        skewed(said.time, receipt.sent, received),
        read_properties(said.properties, "properties"),
    )
    ids = {kind: str(value) for kind, value in said.ids.items() if _names(value)}
    return Arrival(event, said.type, raw, received, ids, said.time, receipt.sent)


def _names(value: object) -> bool:
    """Whether it can name someone or something: a text that says something, or a whole number."""
    if isinstance(value, str):
        return bool(value.strip()) and value.encode("utf-8", "replace").decode() == value
    return isinstance(value, int) and not isinstance(value, bool)


def object_in(value: object, name: str) -> Mapping[str, object]:
    """The properties under a name: an object, or nothing. Raises NotUnderstood."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise NotUnderstood("no_object", name, value, f"{name} must be an object of names and values.")
    return value


def first(*given: object) -> object:
    """The first that says something."""
    return next((value for value in given if value is not None and value != ""), None)
