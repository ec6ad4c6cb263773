"""One address of the front door: which requests it takes, and how what they say reaches the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from cesta.api.collect.body import MOST, json_of
from cesta.api.collect.keys import source_of
from cesta.api.collect.limit import Limits
from cesta.api.collect.unfollowed import is_unfollowed
from cesta.api.served import Served
from cesta.ingest.door import taking as taking_in
from cesta.ingest.protocols.posted import Posted, Protocol
from cesta.ingest.repairs_kept import rules_now
from cesta.store.keys import Keys


@dataclass(frozen=True, slots=True)
class Request:
    """What came: body unpacked, names of headers in small letters, `path`: what its {places} say."""

    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    path: Mapping[str, str]
    body: bytes

    def reached(self, room: Room) -> tuple[str, str]:
        """How the client reached us: http or https, and the host with what leads to this workspace behind it."""
        protocol = self.headers.get("x-forwarded-proto", "http").partition(",")[0].strip()
        near = next((near.place for near in room.served.neighbours if near.served is room.served), "")
        return "https" if protocol == "https" else "http", self.headers.get("host", "") + near


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back."""

    body: bytes
    media: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Room:
    """The workspace behind the door, its write keys, and how much each source may still send."""

    served: Served
    keys: Keys
    limits: Limits = field(default_factory=Limits)


Later = Callable[[], Answer]
"""Waits until what was read is on disk, and gives the answer."""
Handler = Callable[[Room, Request], Answer | Later]


@dataclass(frozen=True, slots=True)
class Route:
    """path: as /v1/projects/{key}/settings; a slash at its end changes nothing. most: bytes of a body on the wire.

    busy: the status that makes the route's clients come again later.
    """

    path: str
    handler: Handler
    methods: tuple[str, ...] = ("POST",)
    most: int = MOST
    busy: int = 429


def as_json(document: object, status: int = 200) -> Answer:
    """A document as an answer."""
    return Answer(msgspec.json.encode(document), status=status)


SUCCESS = as_json({"success": True})


class Texted(NamedTuple):
    """What a JSON text says, and the text, out of which messages are cut as they came."""

    said: object
    text: bytes


def texted(text: bytes) -> Texted:
    """Raises bad_json, empty_body."""
    return Texted(json_of(text), text)


def decoded(request: Request) -> Texted:
    """The body's JSON. Raises bad_json, empty_body."""
    return texted(request.body)


def taking(
    protocol: Protocol, decode: Callable[[Request], object] = decoded, reply: Callable[[Request], Answer] | None = None
) -> Handler:
    """A handler that reads what was posted as this protocol says; it is answered once it is on disk.

    decode: what the protocol reads, with its text where messages are cut out of that. reply: the answer, where a
    client wants its own.
    """

    def handle(room: Room, request: Request) -> Answer | Later:
        received = time.time_ns() // 1000
        found = decode(request)
        body, text = found if isinstance(found, Texted) else (found, b"")
        source = source_of(room.keys, request.headers, request.query, body)
        workspace = room.served.workspace
        settings = workspace.settings
        posted = Posted(
            body,
            source,
            received,
            headers=request.headers,
            query=request.query,
            zone=ZoneInfo(settings.timezone),
            rules=rules_now(workspace.root, source),
            text=text,
        )
        arrivals, aside = protocol(posted)
        if is_unfollowed(workspace, source, request.headers, len(arrivals) + len(aside)):
            return reply(request) if reply else SUCCESS
        room.limits.admit(source, len(arrivals) + len(aside), settings.max_events_per_second)
        taken = taking_in(workspace, source, arrivals, aside)

        def answer() -> Answer:
            room.served.metrics.accepted.inc(taken().accepted)
            return reply(request) if reply else SUCCESS

        return answer

    return handle
