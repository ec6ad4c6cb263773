"""Addresses of Segment's protocol: batches and single messages."""

from __future__ import annotations

import msgspec

from cesta.api.collect.body import json_of
from cesta.api.collect.route import Request, Route, taking
from cesta.ingest.protocols.segment import segment
from cesta.model.errors import CestaError


class _Batch(msgspec.Struct):
    batch: list[msgspec.Raw]
    writeKey: object = None  # noqa: N815 - as clients write it
    sentAt: object = None  # noqa: N815
    context: object = None
    integrations: object = None


def batch_of(request: Request) -> dict[str, object]:
    """A batch whose messages are still as they came. Raises bad_json, empty_body, no_batch."""
    try:
        given = msgspec.structs.asdict(msgspec.json.decode(request.body, type=_Batch))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = json_of(request.body)
        given = found if isinstance(found, dict) else {}
    if not isinstance(given.get("batch"), list) or not given["batch"]:
        raise CestaError("no_batch", "There is no message in the batch.", 'A batch is {"batch": [message, …]}.')
    return given


ROUTES = (Route("/v1/batch", taking(segment, batch_of)),)
