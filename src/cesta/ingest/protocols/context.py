"""What a client says around an event: the page, the campaign, the device; kept as properties of their own kind."""

from __future__ import annotations

from collections.abc import Mapping

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
ALONE = ("locale", "timezone", "userAgent", "channel")


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
