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
from cesta.store.aside import SetAside

FIELDS = ("customer", "event", "ts", "props", "message_id")
LARGEST = 2**63 - 1
VALUE_SHOWN = 200
NAMES_HELD, LONGEST_NAME = 4096, 100
PLAIN_NAMES: set[object] = set()
"""Names of properties that are known to be texts that say something: the same few come with every event."""
NONE = {"customer": "no_customer", "event": "no_event", "ts": "no_time", "message_id": "no_id", "id": "no_id"}


class NotUnderstood(ValueError):
    """An event that cannot be taken: the field, its value, the reason, and a stable code for it."""

    def __init__(self, code: str, field: str | None, value: object, reason: str) -> None:
        super().__init__(reason)
        self.code, self.field, self.value, self.reason = code, field, value, reason


def read_event(given: object, source: str, zone: ZoneInfo) -> tuple[Event, bool, bool]:
    """One JSON event, whether its time had no zone, and whether that time was unclear. Raises NotUnderstood."""
    if isinstance(given, str):
        raise NotUnderstood("bad_json", None, given, "This line is not JSON.")
    if not isinstance(given, Mapping):
        raise NotUnderstood("no_object", None, given, "An event is an object with customer, event and ts.")
    for name in given:
        if name not in FIELDS:
            close = nearest(str(name), FIELDS) or ("props" if name == "properties" else None)
            guess = f' Did you mean "{close}"?' if close else ""
            reason = f'There is no field "{name}".{guess} Fields: {", ".join(FIELDS)}.'
            raise NotUnderstood("unknown_field", str(name), given[name], reason)
    customer = read_name("customer", given.get("customer"))
    name = read_name("event", given.get("event"))
    try:
        reading = read_time(_text("ts", given.get("ts")), zone)
    except CestaError as error:
        raise NotUnderstood("bad_time", "ts", given.get("ts"), error.message) from error
    properties = read_properties(given.get("props"), "props")
    message_id = given.get("message_id")
    if message_id is None:
        key = _content_id(customer, name, reading.time, properties)
    else:
        key = read_name("message_id", message_id)
    return Event(source, key, customer, name, reading.time, properties), reading.local, reading.unclear


def _text(field: str, value: object) -> str:
    if value is None or value == "":
        raise NotUnderstood(NONE.get(field, "empty_name"), field, value, f"There is no {field}.")
    if not isinstance(value, str):
        raise NotUnderstood("no_text", field, value, f"{field} must be a text.")
    return _whole_text(field, value)


def _whole_text(field: str, value: str) -> str:
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise NotUnderstood("bad_text", field, value, f"{field} is not valid Unicode text.") from error
    return value


def read_name(field: str, value: object) -> str:
    """A text that says something, or a whole number, which is as good a name."""
    if type(value) is str and value.isascii() and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = _text(field, value)
    if not text.strip():
        raise NotUnderstood(NONE.get(field, "empty_name"), field, value, f"There is no {field}.")
    return text


def read_properties(given: object, holder: str) -> dict[str, Value]:
    """The properties under `holder`, those without a value left out. Raises NotUnderstood."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise NotUnderstood("no_object", holder, given, f"{holder} must be an object of names and values.")
    read: dict[str, Value] = {}
    for name, value in given.items():
        # Most names and texts are plain; what needs a closer look takes the longer way.
        key = name if name in PLAIN_NAMES else _plain_name(holder, name)
        kind = type(value)
        if (kind is str and value.isascii()) or kind is bool or (kind is int and -LARGEST <= value <= LARGEST):
            read[key] = value
        elif (kept := _value(f"{holder}.{name}", value)) is not None:
            read[key] = kept
    return read


def _plain_name(holder: str, name: object) -> str:
    """The name of a property as it is kept; one that is as it should be is looked at once."""
    key = read_name(holder, name)
    if key == name and len(key) <= LONGEST_NAME and len(PLAIN_NAMES) < NAMES_HELD:
        PLAIN_NAMES.add(key)
    return key


def _value(field: str, value: object) -> Value | None:
    """A value as it is kept; None: not set. NaN is how tables write "missing"."""
    match value:
        case None | bool():
            return value
        case int():
            return value if -LARGEST <= value <= LARGEST else str(value)
        case float() if math.isinf(value):
            raise NotUnderstood("not_finite", field, value, f"{field} is not a finite number.")
        case float():
            return None if math.isnan(value) else value + 0.0
        case str():
            return _whole_text(field, value)
    try:
        return _whole_text(field, json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    except (TypeError, ValueError) as error:
        raise NotUnderstood("bad_value", field, value, f"{field} cannot be written as JSON.") from error


def _content_id(customer: str, name: str, time: int, properties: Mapping[str, Value]) -> str:
    content = json.dumps([customer, name, time, properties], sort_keys=True, ensure_ascii=False)
    return f"content:{hashlib.sha256(content.encode()).hexdigest()}"


def aside_of(given: object, problem: NotUnderstood, source: str, row: int, file: str | None = None) -> SetAside:
    """The event as it is kept until it is mended: whole, by its own id or else by what it says."""
    raw = given if isinstance(given, str) else _as_json(given)
    event, key = (given.get(name) if isinstance(given, Mapping) else None for name in ("event", "message_id"))
    try:
        message_id = None if key is None else read_name("message_id", key)
    except NotUnderstood:
        message_id = None
    return SetAside(
        source=source,
        reason=problem.reason,
        field=shown(problem.field),
        value=shown(problem.value),
        file=file,
        row=row,
        code=problem.code,
        event=shown(event) if isinstance(event, str) else None,
        message_id=message_id,
        raw=storable(raw),
    )


def _as_json(given: object) -> str:
    return json.dumps(given, ensure_ascii=False, default=repr, separators=(",", ":"))


def storable(text: str) -> str:
    """Half characters, which no file can hold, as JSON escapes them."""
    return text.encode("utf-8", "backslashreplace").decode()


def shown(value: object) -> str | None:
    """A value's beginning, as a list of problems shows it."""
    if value is None:
        return None
    return storable(value if isinstance(value, str) else repr(value))[:VALUE_SHOWN]
