"""Addresses that only Mixpanel's clients use; /track and /engage they share with PostHog's."""

from __future__ import annotations

from cesta.api.collect.folded import folded_json
from cesta.api.collect.posthog import BATCH, accepted
from cesta.api.collect.route import Route, taking
from cesta.ingest.protocols.mixpanel import mixpanel

ROUTES = tuple(
    Route(path, taking(mixpanel, folded_json, accepted), ("POST",), BATCH) for path in ("/groups", "/import")
)
