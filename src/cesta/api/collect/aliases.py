"""Addresses of those who speak Segment's protocol in their own way: RudderStack's settings, Jitsu, and pixels."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping

from cesta.api.collect.body import json_of
from cesta.api.collect.keys import IN_QUERY, source_of
from cesta.api.collect.route import Answer, Request, Room, Route, as_json, taking
from cesta.api.collect.segment import KINDS, single
from cesta.ingest.protocols.segment import segment
from cesta.model.errors import CestaError

GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""One clear point."""
OFF = {"statsCollection": {"errors": {"enabled": False}, "metrics": {"enabled": False}}}
NAMED = ("userId", "anonymousId", "previousId", "groupId", "event", "name", "category", "messageId", "timestamp",
         "originalTimestamp", "sentAt", "type", "channel")  # fmt: skip
"""Fields of a message that an address may say; what else it says is a property."""
DEEPEST = 8


def source_config(room: Room, request: Request) -> Answer:
    """What RudderStack's client asks before it begins: that the source is there, and sends nowhere else."""
    source = source_of(room.keys, request.headers, request.query, {})
    told = {
        "id": source,
        "name": source,
        "writeKey": request.query.get("writeKey", ""),
        "enabled": True,
        "connections": [],
        "destinations": [],
        "config": OFF,
        "dataplanes": {},
        "workspaceId": "cesta",
    }
    return as_json({"source": told})


def jitsu(request: Request) -> Mapping[str, object]:
    """One message; its address names its kind."""
    return single(request.path["kind"])(request)


def pixel(kind: str) -> Callable[[Request], Mapping[str, object]]:
    """Reads a message from an address: as JSON in base64 under `data`, or field by field, dots leading inside."""

    def one(request: Request) -> Mapping[str, object]:
        data = request.query.get("data")
        message = as_fields(request.query) if data is None else packed(data)
        return {"batch": [message], "type": kind, "writeKey": message.get("writeKey")}

    return one


def packed(data: str) -> dict[str, object]:
    """A message as JSON in base64, in either of its alphabets. Raises bad_json."""
    text = data.replace("-", "+").replace("_", "/").replace(" ", "+")
    try:
        found = json_of(base64.b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError) as error:
        raise CestaError("bad_json", f"data is not base64: {error}.", None) from error
    if not isinstance(found, dict):
        raise CestaError("bad_json", "data is no message.", 'A message is {"userId": …, "event": …}.')
    return found


def as_fields(query: Mapping[str, str]) -> dict[str, object]:
    """The message that an address says field by field.

    >>> as_fields({"event": "open", "anonymousId": "a", "context.page.path": "/", "mail": "may"})
    {'event': 'open', 'anonymousId': 'a', 'context': {'page': {'path': '/'}}, 'properties': {'mail': 'may'}}
    """
    message: dict[str, object] = {}
    for name, value in query.items():
        if name in IN_QUERY:
            continue
        parts = name.split(".", DEEPEST)
        if len(parts) == 1 and name not in NAMED:
            parts = ["properties", name]
        holder = message
        for part in parts[:-1]:
            inner = holder.setdefault(part, {})
            if not isinstance(inner, dict):
                inner = holder[part] = {}
            holder = inner
        holder[parts[-1]] = value
    return message


def clear_point(_: Request) -> Answer:
    return Answer(GIF, "image/gif")


ROUTES = (
    Route("/sourceConfig", source_config, methods=("GET",)),
    Route("/api/s/{kind}", taking(segment, jitsu)),
    Route("/api/s/s2s/{kind}", taking(segment, jitsu)),
    *(Route(f"/pixel/v1/{kind}", taking(segment, pixel(kind), clear_point), methods=("GET",)) for kind in KINDS),
    *(Route(f"/v1/pixel/{kind}", taking(segment, pixel(kind), clear_point), methods=("GET",)) for kind in KINDS),
)
