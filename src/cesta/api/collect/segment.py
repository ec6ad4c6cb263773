"""Addresses of Segment's protocol: batches, single messages by their long and short names, and a page's settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from cesta.api.collect.body import json_of
from cesta.api.collect.keys import source_of
from cesta.api.collect.route import Answer, Request, Room, Route, as_json, taking
from cesta.ingest.protocols.segment import segment
from cesta.model.errors import CestaError

KINDS = {"track": "t", "page": "p", "identify": "i", "group": "g", "alias": "a", "screen": "s"}
"""A kind of message, and its short name in addresses."""
ON = {"track": {"__default": {"enabled": True}}, "identify": {"__default": {"enabled": True}},
      "group": {"__default": {"enabled": True}}}  # fmt: skip


class _Batch(msgspec.Struct):
    batch: list[msgspec.Raw]
    writeKey: object = None  # noqa: N815 - as clients write it
    sentAt: object = None  # noqa: N815
    context: object = None
    integrations: object = None


def batch_of(request: Request) -> Mapping[str, object]:
    """A batch whose messages are still as they came. Raises bad_json, empty_body, no_batch."""
    try:
        given = msgspec.structs.asdict(msgspec.json.decode(request.body, type=_Batch))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = json_of(request.body)
        given = found if isinstance(found, dict) else {}
    if not isinstance(given.get("batch"), list) or not given["batch"]:
        raise CestaError("no_batch", "There is no message in the batch.", 'A batch is {"batch": [message, …]}.')
    return given


def single(kind: str) -> Callable[[Request], Mapping[str, object]]:
    """Reads a body that is one message; of this kind where it says none."""

    def one(request: Request) -> Mapping[str, object]:
        message = json_of(request.body)
        if not isinstance(message, dict):
            raise CestaError("bad_json", "The body is no message.", 'A message is {"type": …, "userId": …}.')
        if isinstance(message.get("batch"), list):
            return batch_of(request)
        return {"batch": [message_of(request, message)], "type": kind, "writeKey": message.get("writeKey")}

    return one


def message_of(request: Request, message: object) -> object:
    """The message as it came, where a strict reader can read it; else as it was read."""
    try:
        return msgspec.json.decode(request.body, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return message


def settings(room: Room, request: Request) -> Answer:
    """What a page's client asks before it begins: where to send, and that everything may be sent."""
    key = request.path["key"]
    source_of(room.keys, {"x-write-key": key}, {}, {})
    protocol, host = request.reached(room)
    own = {"apiKey": key, "apiHost": f"{host}/v1", "protocol": protocol}
    return as_json({"integrations": {"Segment.io": own}, "plan": ON})


ROUTES = (
    *(Route(path, taking(segment, batch_of)) for path in ("/v1/batch", "/v1/b", "/v1/import", "/beacon/v1/batch")),
    *(Route(f"/v1/{kind}", taking(segment, single(kind))) for kind in KINDS),
    *(Route(f"/v1/{short}", taking(segment, single(kind))) for kind, short in KINDS.items()),
    Route("/v1/projects/{key}/settings", settings, methods=("GET",)),
)
