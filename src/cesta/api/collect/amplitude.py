"""The address that only Amplitude's clients use; /batch they share with PostHog's."""

from __future__ import annotations

from cesta.api.collect.posthog import BATCH, accepted
from cesta.api.collect.route import Route, decoded, taking
from cesta.ingest.protocols.amplitude import amplitude

ROUTES = (Route("/2/httpapi", taking(amplitude, decoded, accepted), most=BATCH),)
