"""What PostHog's clients send: events by distinct_id, who is who, clicks, heat maps and recordings."""

from __future__ import annotations

from collections.abc import Mapping

from cesta.ingest.protocols.messages import Receipt, Said, first, heard, object_in
from cesta.ingest.protocols.posted import Heard, Posted

TYPES = {
    "$pageview": "page",
    "$screen": "screen",
    "$identify": "identify",
    "$set": "identify",
    "$set_once": "identify",
    "$unset": "identify",
    "$create_alias": "alias",
    "$merge_dangerously": "alias",
    "$groupidentify": "group",
    "$snapshot": "snapshot",
    "$snapshot_items": "snapshot",
    "$performance_event": "snapshot",
    "$$heatmap": "heatmap",
}
"""What kind of message an event of this name is; any other is a track."""
PERSON = ("$set", "$set_once", "$unset")
LIFTED = frozenset({"token", "distinct_id"})
"""Properties that the arrival says elsewhere."""


def posthog(posted: Posted) -> Heard:
    """A request of /batch, /e, /s or one of their other names: a batch, a list, or one event alone."""
    body = posted.body
    sent = first(body.get("sent_at"), body.get("sentAt")) if isinstance(body, Mapping) else None
    return heard(posted, "posthog", "batch", read, sent)


def read(given: Mapping[str, object], receipt: Receipt) -> Said:
    """One event. What it says of a person beside its properties counts among them."""
    properties = dict(object_in(given.get("properties"), "properties"))
    # Old clients tell of a person without naming an event.
    name = given.get("event") or ("$identify" if any(part in given for part in PERSON) else None)
    kind = TYPES.get(name, "track") if isinstance(name, str) else "track"
    customer = first(given.get("distinct_id"), given.get("$distinct_id"), properties.get("distinct_id"))
    ids = _ids(kind, customer, properties)
    said = {key: value for key, value in properties.items() if key not in LIFTED}
    said |= {part: given[part] for part in PERSON if part in given and part not in said}
    return Said(
        kind, name, customer, first(given.get("uuid"), properties.get("$insert_id")), _time(given, receipt), said, ids
    )


def _time(given: Mapping[str, object], receipt: Receipt) -> int | None:
    """By the sender's clock; an `offset` says how many milliseconds before sending it was."""
    time = receipt.moment("timestamp", given.get("timestamp"))
    offset = given.get("offset")
    if time is None and isinstance(offset, int | float) and not isinstance(offset, bool) and abs(offset) < 2**40:
        return (receipt.posted.received if receipt.sent is None else receipt.sent) - int(offset * 1000)
    return time


def _ids(kind: str, customer: object, properties: Mapping[str, object]) -> dict[str, object]:
    """Who is meant, by kind of id: the distinct_id of someone who has not said who they are is an anonymous one."""
    device = properties.get("$device_id")
    ids: dict[str, object] = {"device_id": device}
    if kind == "group":
        ids |= {"group_id": properties.get("$group_key"), "group_type": properties.get("$group_type")}
    if kind == "alias":
        ids["previous_id"] = properties.get("alias")
    anonymous = properties.get("$is_identified") is False or (device is not None and device == customer)
    ids["anonymous_id" if anonymous else "user_id"] = customer
    if not anonymous:
        ids["anonymous_id"] = properties.get("$anon_distinct_id")
    return ids | {"session_id": properties.get("$session_id")}
