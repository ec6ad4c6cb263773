"""Addresses of Snowplow's protocol: the POST of a list, and the pixel. The application's id is the write key."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from cesta.api.collect.route import Answer, Request, Route, Texted, decoded, taking
from cesta.ingest.protocols.snowplow import snowplow

PIXEL = Answer(base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), "image/gif")
"""A picture of one see-through point."""


def in_body(request: Request) -> object:
    """What was posted, with the key that its first event carries."""
    body, text = decoded(request)
    data = body.get("data") if isinstance(body, Mapping) else None
    one = data[0] if isinstance(data, list) and data else None
    key = one.get("aid") if isinstance(one, Mapping) else None
    return Texted({**body, "writeKey": key} if isinstance(body, Mapping) else body, text)


def in_address(request: Request) -> object:
    """The one event that stands in the address."""
    return {"writeKey": request.query.get("aid"), "data": [dict(request.query)]}


def pixel(_: Request) -> Answer:
    return PIXEL


ROUTES = (
    Route("/com.snowplowanalytics.snowplow/tp2", taking(snowplow, in_body)),
    Route("/i", taking(snowplow, in_address, pixel), ("GET",)),
)
