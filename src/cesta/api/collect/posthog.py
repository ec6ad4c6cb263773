"""Addresses of PostHog's protocol, by all its names; and what a page asks before it begins."""

from __future__ import annotations

import functools

from cesta.api.collect.folded import MOST, folded_json
from cesta.api.collect.route import Answer, Request, Room, Route, as_json, taking
from cesta.ingest.protocols.amplitude import amplitude
from cesta.ingest.protocols.mixpanel import mixpanel
from cesta.ingest.protocols.posted import Heard, Posted
from cesta.ingest.protocols.posthog import posthog

BATCH = 20_000 * 1024
"""Bytes of a batch's body."""
ACCEPTED = as_json({"success": True, "status": 1, "error": None, "code": 200})
"""What PostHog's, Mixpanel's and Amplitude's clients all take for a success."""
NO_FLAGS = as_json({"featureFlags": {}, "featureFlagPayloads": {}, "flags": {}, "errorsWhileComputingFlags": False})
CONFIG = {
    "supportedCompression": ["gzip", "gzip-js"],
    "hasFeatureFlags": False,
    "surveys": False,
    "siteApps": [],
    "isAuthenticated": False,
    "defaultIdentifiedOnly": True,
    "elementsChainAsString": True,
    "capturePerformance": False,
    "autocaptureExceptions": False,
    "captureDeadClicks": False,
}
"""What a page is told at its start. What it records of visitors is off until the owner switches it on."""


def shared(posted: Posted) -> Heard:
    """An address that PostHog's clients share with Mixpanel's, whose events name the person among their properties."""
    body = posted.body[0] if isinstance(posted.body, list) and posted.body else posted.body
    theirs = isinstance(body, dict) and any(name in body for name in ("batch", "api_key", "distinct_id", "uuid"))
    return posthog(posted) if theirs else mixpanel(posted)


def batches(posted: Posted) -> Heard:
    """An address that they share with Amplitude's."""
    body = posted.body
    theirs = isinstance(body, dict) and "events" in body and "batch" not in body
    return amplitude(posted) if theirs else posthog(posted)


def accepted(_: Request) -> Answer:
    return ACCEPTED


def config(room: Room, request: Request) -> Answer:
    """What posthog-js asks for first: where to send, how to pack, what to record."""
    recorded = room.served.workspace.settings.record
    told = {
        "token": request.path["key"],
        "analytics": {"endpoint": "/i/v0/e/"},
        "autocapture_opt_out": "autocapture" not in recorded,
        "heatmaps": "heatmaps" in recorded,
        "sessionRecording": {"endpoint": "/s/", "recorderVersion": "v2"} if "replay" in recorded else False,
    }
    return as_json(CONFIG | told)


def flags(_: Room, __: Request) -> Answer:
    """There are none."""
    return NO_FLAGS


_taking = functools.partial(taking, decode=folded_json, reply=accepted)
WAYS = ("GET", "POST")
LATER = 503
"""posthog-js throws away what was answered with 429, and sends again what was answered with this."""
ROUTES = (
    *(Route(path, _taking(posthog), WAYS, BATCH, LATER) for path in ("/e", "/i/v0/e", "/capture")),
    Route("/batch", _taking(batches), WAYS, BATCH, LATER),
    Route("/s", _taking(posthog), WAYS, MOST, LATER),
    *(Route(path, _taking(shared), WAYS, BATCH, LATER) for path in ("/track", "/engage")),
    Route("/array/{key}/config", config, ("GET",)),
    *(Route(path, flags, WAYS) for path in ("/flags", "/decide")),
)
