"""What Amplitude's clients send: events by user or device, with their properties and those of the user."""

from __future__ import annotations

from collections.abc import Mapping

from cesta.ingest.protocols.messages import Receipt, Said, first, heard, object_in
from cesta.ingest.protocols.posted import Heard, Posted

TYPES = {"$identify": "identify", "$groupidentify": "group", "[Amplitude] Page Viewed": "page"}
LIFTED = frozenset({"event_type", "event_properties", "user_id", "device_id", "insert_id", "time"})
"""Fields that the arrival says elsewhere."""


def amplitude(posted: Posted) -> Heard:
    """A request of /2/httpapi or /batch."""
    return heard(posted, "amplitude", "events", read)


def read(given: Mapping[str, object], receipt: Receipt) -> Said:
    """One event: its own properties, and beside them what else it says, such as the price or the platform."""
    name = given.get("event_type")
    user, device = given.get("user_id"), given.get("device_id")
    kind = TYPES.get(name, "track") if isinstance(name, str) else "track"
    ids: dict[str, object] = {"user_id": user, "anonymous_id": device, "session_id": given.get("session_id")}
    groups = given.get("groups")
    if kind == "group" and isinstance(groups, Mapping) and groups:
        group_type, named = next(iter(groups.items()))
        ids |= {"group_type": group_type, "group_id": named[0] if isinstance(named, list) and named else named}
    beside = {key: value for key, value in given.items() if key not in LIFTED}
    said = beside | dict(object_in(given.get("event_properties"), "event_properties"))
    time = receipt.moment("time", given.get("time"))
    customer = first(user, device, ids.get("group_id"))
    return Said(kind, name, customer, given.get("insert_id"), time, said, ids)
