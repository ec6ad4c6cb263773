"""Traits as sources said them: message after message, the latest value of each, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cesta.journeys.where import kind
from cesta.model.event import Value

SETS, ONCE, UNSETS = ("$set", "user_properties"), "$set_once", "$unset"
"""How clients wrap what they say of someone; what is only said once never changes what is there."""
NOT_TRAITS = ("$", "context.")


@dataclass(frozen=True, slots=True)
class Message:
    """What one message says of somebody, and which it is; `time`, of the event, in microseconds."""

    source: str
    message_id: str
    time: int
    said: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Said:
    """The newest value of a trait. was: the kind of the value before, where that was of another kind."""

    name: str
    value: Value
    time: int
    source: str
    message_id: str
    was: str | None


def said(messages: Iterable[Message]) -> dict[str, Said]:
    """Every trait by name, of messages in the order in which they are to count.

    >>> told = [Message("crm", "1", 1, {"size": 38}), Message("web", "2", 2, {"size": "M"})]
    >>> said(told)["size"]
    Said(name='size', value='M', time=2, source='web', message_id='2', was='number')
    """
    found: dict[str, Said] = {}
    for message in messages:
        for name, value, once in _changes(message.said):
            before = found.get(name)
            if value is None:
                found.pop(name, None)
            elif before is None or not once:
                was = _was(before, value)
                found[name] = Said(name, value, message.time, message.source, message.message_id, was)
    return dict(sorted(found.items()))


def _was(before: Said | None, value: Value) -> str | None:
    if before is None:
        return None
    return kind(before.value) if kind(before.value) != kind(value) else before.was


def _changes(said: Mapping[str, Value]) -> Iterator[tuple[str, Value | None, bool]]:
    """Each trait with its value (None: it is taken back), and whether it is only said where there is none yet."""
    for name, value in said.items():
        if not name.startswith(NOT_TRAITS) and name not in SETS:
            yield name, value, False
    for holder in (*SETS, ONCE):
        for name, nested in _inside(said.get(holder)).items():
            if isinstance(nested, Mapping) and name in (*SETS, ONCE):
                yield from ((inner, _flat(each), name == ONCE) for inner, each in nested.items())
            elif not name.startswith("$"):
                yield name, _flat(nested), holder == ONCE
    unset = _decoded(said.get(UNSETS))
    for name in unset if isinstance(unset, list | dict) else ():
        yield str(name), None, False


def _inside(value: Value | None) -> Mapping[str, object]:
    found = _decoded(value)
    return found if isinstance(found, Mapping) else {}


def _decoded(value: Value | None) -> object:
    """What is nested stands among properties as its JSON text."""
    try:
        return json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return None


def _flat(value: object) -> Value | None:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False)
