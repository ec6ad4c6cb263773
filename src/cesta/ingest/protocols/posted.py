"""What a client posted, and how a protocol reads its messages: each for itself, so that a bad one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import NotUnderstood, shown
from cesta.ingest.protocols.addresses import text_of, without_addresses
from cesta.ingest.repair import Rule, judged
from cesta.store.aside import SetAside

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Posted:
    """One request, decoded. body: what its JSON says. headers, query: by name, headers' names in small letters.

    received: UTC microseconds by our clock. zone: of times that name none. rules: what mends messages of this source.
    text: the JSON itself, if it is at hand.
    """

    body: object
    source: str
    received: int
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    zone: ZoneInfo = UTC
    rules: tuple[Rule, ...] = ()
    text: bytes = b""


Heard = tuple[list[Arrival], list[SetAside]]
"""The messages that were understood, and those that were not."""
Protocol = Callable[[Posted], Heard]
Message = tuple[object, str]
"""A message decoded, and its text as it came."""
Read = Callable[[Mapping[str, object], str], Arrival]
"""Reads one message, given its text, too. Raises NotUnderstood."""


def read_each(posted: Posted, protocol: str, messages: Iterable[Message | Arrival], read: Read) -> Heard:
    """Reads every message that is not read yet, those that rules mend as the rules say; `protocol` reads again what is
    set aside now.

    Addresses of machines are taken out first.
    """
    arrivals: list[Arrival] = []
    aside: list[SetAside] = []
    for row, message in enumerate(messages, 1):
        if isinstance(message, Arrival):
            arrivals.append(message)
            continue
        given, raw = without_addresses(*message)
        try:
            arrivals.append(_read_one(posted.rules, given, raw, read))
        except NotUnderstood as problem:
            aside.append(set_aside(posted.source, protocol, row, given, raw, problem))
    return arrivals, aside


def _read_one(rules: tuple[Rule, ...], given: object, raw: str, read: Read) -> Arrival:
    if not isinstance(given, Mapping):
        raise NotUnderstood("no_object", None, given, "A message is an object of names and values.")
    if not rules:
        return read(given, raw)
    found, _ = judged(rules, given, lambda mended: read(mended, raw))
    if isinstance(found, NotUnderstood):
        raise found
    return found


def set_aside(source: str, protocol: str, row: int, given: object, raw: str, problem: NotUnderstood) -> SetAside:
    """The message as it is kept until it is mended."""
    said = given if isinstance(given, Mapping) else {}
    event, message_id = said.get("event"), said.get("messageId")
    return SetAside(
        source=source,
        reason=problem.reason,
        field=shown(problem.field),
        value=shown(problem.value),
        row=row,
        code=problem.code,
        event=shown(event) if isinstance(event, str) else None,
        message_id=shown(message_id) if isinstance(message_id, str) and message_id else None,
        # With what its batch said for all, so that it can be read again alone.
        raw=text_of(given) if isinstance(given, Mapping) else raw,
        protocol=protocol,
    )
