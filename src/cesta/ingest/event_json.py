"""One JSON event as a program sends it: what is understood becomes an event, anything else says why not."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from cesta.ingest.clock import read_time
from cesta.model.errors import CestaError, nearest
from cesta.model.event import Event, Value

FIELDS = ("customer", "event", "ts", "props", "message_id")
LARGEST = 2**63 - 1
VALUE_SHOWN = 200


class NotUnderstood(ValueError):
    """An event that cannot be taken: the field, its value and the reason."""

    def __init__(self, field: str | None, value: object, reason: str) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason = field, value, reason


def read_event(given: object, source: str, zone: ZoneInfo) -> tuple[Event, bool, bool]:
    """One JSON event, whether its time had no zone, and whether that time was unclear. Raises NotUnderstood."""
    if not isinstance(given, Mapping):
        raise NotUnderstood(None, given, "An event is an object with customer, event and ts.")
    for name in given:
        if name not in FIELDS:
            close = nearest(str(name), FIELDS) or ("props" if name == "properties" else None)
            guess = f' Did you mean "{close}"?' if close else ""
            raise NotUnderstood(
                str(name), given[name], f'There is no field "{name}".{guess} Fields: {", ".join(FIELDS)}.'
            )
    customer = _name("customer", given.get("customer"))
    name = _name("event", given.get("event"))
    try:
        reading = read_time(_text("ts", given.get("ts")), zone)
    except CestaError as error:
        raise NotUnderstood("ts", given.get("ts"), error.message) from error
    properties = _properties(given.get("props"))
    message_id = given.get("message_id")
    key = (
        _content_id(customer, name, reading.time, properties) if message_id is None else _name("message_id", message_id)
    )
    return Event(source, key, customer, name, reading.time, properties), reading.local, reading.unclear


def _text(field: str, value: object) -> str:
    if value is None or value == "":
        raise NotUnderstood(field, value, f"There is no {field}.")
    if not isinstance(value, str):
        raise NotUnderstood(field, value, f"{field} must be a text.")
    return _whole_text(field, value)


def _whole_text(field: str, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise NotUnderstood(field, value, f"{field} is not valid Unicode text.") from error
    return value


def _name(field: str, value: object) -> str:
    """A text that says something, or a whole number, which is as good a name."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = _text(field, value)
    if not text.strip():
        raise NotUnderstood(field, value, f"There is no {field}.")
    return text


def _properties(given: object) -> dict[str, Value]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise NotUnderstood("props", given, "props must be an object of names and values.")
    read = ((_name("props", name), _value(str(name), value)) for name, value in given.items())
    return {name: value for name, value in read if value is not None}


def _value(name: str, value: object) -> Value | None:
    """A value as it is kept; None: not set. NaN is how tables write "missing"."""
    field = f"props.{name}"
    match value:
        case None | bool():
            return value
        case int():
            return value if -LARGEST <= value <= LARGEST else str(value)
        case float() if math.isinf(value):
            raise NotUnderstood(field, value, f"{field} is not a finite number.")
        case float():
            return None if math.isnan(value) else value + 0.0
        case str():
            return _whole_text(field, value)
    try:
        return _whole_text(field, json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    except (TypeError, ValueError) as error:
        raise NotUnderstood(field, value, f"{field} cannot be written as JSON.") from error


def _content_id(customer: str, name: str, time: int, properties: Mapping[str, Value]) -> str:
    content = json.dumps([customer, name, time, properties], sort_keys=True, ensure_ascii=False)
    return f"content:{hashlib.sha256(content.encode()).hexdigest()}"


def shown(value: object) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else repr(value)
    return text.encode("utf-8", "backslashreplace").decode()[:VALUE_SHOWN]
