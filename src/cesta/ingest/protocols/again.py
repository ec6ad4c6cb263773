"""Reads a message that was set aside once more, by the protocol it came in."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.protocols.amplitude import amplitude
from cesta.ingest.protocols.mixpanel import mixpanel
from cesta.ingest.protocols.posted import Posted, Protocol
from cesta.ingest.protocols.posthog import posthog
from cesta.ingest.protocols.segment import segment
from cesta.ingest.protocols.snowplow import snowplow
from cesta.store.aside import Item

PROTOCOLS: Mapping[str, Protocol] = {
    "segment": segment,
    "posthog": posthog,
    "mixpanel": mixpanel,
    "amplitude": amplitude,
    "snowplow": snowplow,
}
"""How each protocol reads a request; a message alone is one, too."""


def read_again(raw: Mapping[str, object], item: Item, zone: ZoneInfo) -> Arrival:
    """The message as it is mended now; it came when it came first. Raises NotUnderstood."""
    protocol = PROTOCOLS.get(item.what.protocol or "")
    if protocol is None:
        raise NotUnderstood("unknown_protocol", None, item.what.protocol, f"Known: {', '.join(PROTOCOLS)}.")
    arrivals, aside = protocol(Posted(raw, item.what.source, item.received, zone=zone))
    for found in aside:
        raise NotUnderstood(found.code, found.field, found.value, found.reason)
    if not arrivals:
        raise NotUnderstood("no_message", None, None, "There is no message in it.")
    return arrivals[0]
