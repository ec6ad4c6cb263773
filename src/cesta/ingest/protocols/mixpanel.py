"""What Mixpanel's clients send: events and profiles in a form field, or events as a list."""

from __future__ import annotations

from collections.abc import Mapping

from cesta.ingest.protocols.messages import Receipt, Said, heard, object_in
from cesta.ingest.protocols.posted import Heard, Posted

TYPES = {"$identify": "identify", "$create_alias": "alias", "$merge": "alias", "$mp_web_page_view": "page"}
CHANGES = ("$set", "$set_once", "$add", "$append", "$union", "$remove", "$unset", "$delete")
LIFTED = frozenset({"token", "distinct_id", "time", "$insert_id"})
"""Properties that the arrival says elsewhere."""


def mixpanel(posted: Posted) -> Heard:
    """A request of /track, /engage, /groups or /import."""
    return heard(posted, "mixpanel", None, read)


def read(given: Mapping[str, object], receipt: Receipt) -> Said:
    """One event, or what changed of a person's or a group's profile."""
    if "event" in given:
        return _event(given, receipt)
    change = next((name for name in CHANGES if name in given), None)
    said = {name: value for name, value in given.items() if name not in ("$token", "$distinct_id", "$time")}
    time = receipt.moment("$time", given.get("$time"))
    if "$group_key" in given:
        group = given.get("$group_id")
        ids = {"group_id": group, "group_type": given.get("$group_key")}
        return Said("group", change, group, None, time, said, ids)
    person = given.get("$distinct_id")
    return Said("engage", change, person, None, time, said, _ids(person, {}))


def _event(given: Mapping[str, object], receipt: Receipt) -> Said:
    properties = object_in(given.get("properties"), "properties")
    name = given.get("event")
    person = properties.get("distinct_id")
    ids = _ids(person, properties)
    merged = properties.get("$distinct_ids")
    if person is None and isinstance(merged, list) and merged:
        person = merged[-1]
        ids |= {"user_id": person, "previous_id": merged[0]}
    kind = TYPES.get(name, "track") if isinstance(name, str) else "track"
    said = {key: value for key, value in properties.items() if key not in LIFTED}
    time = receipt.moment("time", properties.get("time"))
    return Said(kind, name, person, properties.get("$insert_id"), time, said, ids)


def _ids(person: object, properties: Mapping[str, object]) -> dict[str, object]:
    """Mixpanel writes the id of a device that nobody signed in on with `$device:` before it."""
    anonymous = isinstance(person, str) and person.startswith("$device:")
    ids: dict[str, object] = {"anonymous_id" if anonymous else "user_id": person}
    ids["device_id"] = properties.get("$device_id")
    ids["previous_id"] = properties.get("alias") or properties.get("$anon_id")
    return ids
