"""Questions that bring their own events: the list becomes columns."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

from cesta.journeys.given import bad_value
from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.model.instant import parse_instant
from cesta.store.columns import Columns, from_events

_FIELDS = {"customer", "event", "ts", "props"}


def read_identity(document: object) -> dict[str, str]:
    """Which id belongs to which customer."""
    if document is None:
        return {}
    if not isinstance(document, Mapping):
        raise bad_value("identity", document, "an object of ids")
    for alias, customer in document.items():
        if not isinstance(alias, str) or not isinstance(customer, str):
            raise bad_value("identity", document, "an object of texts")
    return dict(document)


def own_columns(events: object, identity: Mapping[str, str]) -> Columns:
    """The columns of a question's own events, ids already merged."""
    if not isinstance(events, list | tuple):
        raise bad_value("events", events, "a list of events")
    return from_events(_event(place, document, identity) for place, document in enumerate(events))


def _event(place: int, document: object, identity: Mapping[str, str]) -> Event:
    if not isinstance(document, Mapping):
        raise bad_value(f"events[{place}]", document, "an object with customer, event and ts")
    for field in document:
        if field not in _FIELDS:
            raise CestaError("unknown_param", f"events[{place}] has no part {field!r}.", "Own ones go into props.")
    for field in ("customer", "event", "ts"):
        if document.get(field) is None:
            raise CestaError("missing_param", f"events[{place}] lacks {field!r}.", None)
    customer, name = document["customer"], document["event"]
    if not isinstance(customer, str) or not isinstance(name, str):
        raise bad_value(f"events[{place}]", document, "an event whose customer and event are texts")
    return Event(
        source="question",
        message_id=str(place),
        customer=identity.get(customer, customer),
        name=name,
        time=parse_instant(document["ts"]),
        properties=_properties(place, document.get("props")),
    )


def _properties(place: int, props: object) -> dict[str, Value]:
    if props is None:
        return {}
    if not isinstance(props, Mapping):
        raise bad_value(f"events[{place}].props", props, "an object")
    return {str(name): _value(value) for name, value in props.items() if value is not None and not _nan(value)}


def _nan(value: object) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def _value(value: object) -> Value:
    if isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
