"""The front door for clients: every address that takes their events, answered before the app and its guard.

A new protocol: a pure function in `ingest/protocols/<name>.py` from `Posted` to `Heard`, and a file beside this one
with `ROUTES = (Route("/its/address", taking(its_function)), …)`, added to `COLLECT_ROUTES` here.
"""

from __future__ import annotations

from cesta.api.collect import aliases, amplitude, mixpanel, posthog, segment, shop, snippet, snowplow, surveys
from cesta.api.collect.desk import Desk
from cesta.api.collect.route import Answer, Request, Room, Route, taking

__all__ = ["COLLECT_ROUTES", "Answer", "Desk", "Request", "Room", "Route", "taking"]

COLLECT_ROUTES: tuple[Route, ...] = (
    *segment.ROUTES,
    *aliases.ROUTES,
    *posthog.ROUTES,
    *mixpanel.ROUTES,
    *amplitude.ROUTES,
    *snowplow.ROUTES,
    *snippet.ROUTES,
    *shop.ROUTES,
    *surveys.ROUTES,
)
