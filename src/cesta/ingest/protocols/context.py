"""What a client says around an event: the page, the campaign, the device; kept as properties of their own kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from cesta.ingest.protocols.moments import naive_moments
from cesta.model.event import Value

PREFIX = "context."
PARTS: Mapping[str, tuple[str, ...]] = {
    "page": ("url", "path", "referrer", "title", "search"),
    "campaign": ("source", "medium", "name", "term", "content", "id"),
    "referrer": ("type", "name", "url", "link"),
    "app": ("name", "version", "namespace"),
    "device": ("type", "manufacturer", "model"),
    "os": ("name", "version"),
    "library": ("name",),
}
LONGEST = 4096
"""Bytes of a context that is remembered: a client says the same with every message."""
ALONE = ("locale", "timezone", "userAgent", "channel")


class Around(NamedTuple):
    """What a message says under `context`. properties: those that questions ask about, with times read in the zone."""

    said: Mapping[str, object]
    properties: Mapping[str, Value]


def around(context: object, zone: ZoneInfo) -> Around:
    """A context as it was read, or still as it came. Raises msgspec.DecodeError, for what is no JSON."""
    if not isinstance(context, msgspec.Raw):
        return _around(context, zone)
    text = bytes(context)
    return _known(text, zone) if len(text) <= LONGEST else _decoded(text, zone)


def _around(context: object, zone: ZoneInfo) -> Around:
    if not isinstance(context, Mapping):
        return Around({}, {})
    properties = context_properties({"context": context})
    return Around(context, {**properties, **naive_moments(properties, zone)})


def _decoded(text: bytes, zone: ZoneInfo) -> Around:
    return _around(msgspec.json.decode(text), zone)


_known = lru_cache(maxsize=512)(_decoded)


def context_properties(given: Mapping[str, object]) -> dict[str, Value]:
    """The parts of `context` that questions ask about, each under its path.

    >>> context_properties({"context": {"page": {"path": "/", "search": ""}, "locale": "pl-PL"}})
    {'context.page.path': '/', 'context.locale': 'pl-PL'}
    """
    context = given.get("context")
    if not isinstance(context, dict):
        return {}
    found: dict[str, Value] = {}
    for part, inner in context.items():
        if isinstance(inner, dict):
            for name in PARTS.get(part, ()):
                _keep(found, f"{PREFIX}{part}.{name}", inner.get(name))
    for name in ALONE:
        _keep(found, PREFIX + name, context.get(name))
    consent = context.get("consent")
    choices = consent.get("categoryPreferences") if isinstance(consent, Mapping) else None
    for category, allowed in choices.items() if isinstance(choices, Mapping) else ():
        if isinstance(allowed, bool) and isinstance(category, str):
            found[f"{PREFIX}consent.{category.encode('utf-8', 'replace').decode()}"] = allowed
    return found


def _keep(found: dict[str, Value], name: str, value: object) -> None:
    if isinstance(value, str) and value and value.isascii():
        found[name] = value
    elif isinstance(value, str) and value:
        found[name] = value.encode("utf-8", "replace").decode()
    elif isinstance(value, bool):
        found[name] = value
