"""Which write key a request shows: clients put it into a header, the address or the body, each in its own way."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence

from cesta.model.errors import CestaError
from cesta.store.keys import Keys

IN_BODY = ("writeKey", "api_key", "token", "$token")
IN_PROPERTIES = ("token", "api_key")
IN_QUERY = ("writeKey", "api_key", "token")
MASKED = "***"


def source_of(keys: Keys, headers: Mapping[str, str], query: Mapping[str, str], body: object) -> str:
    """The source whose key the request shows. Raises no_key, unknown_key."""
    shown = False
    for key in shown_keys(headers, query, body):
        source = keys.source_of(key)
        if source is not None:
            return source
        shown = True
    if shown:
        raise CestaError("unknown_key", "This write key is not known, or was revoked.", "Make one: cesta key DIR")
    raise CestaError("no_key", "The request shows no write key.", "Put it into Authorization, X-Write-Key or writeKey.")


def shown_keys(headers: Mapping[str, str], query: Mapping[str, str], body: object) -> Iterator[str]:
    """Every key that a request may mean, the likeliest first.

    >>> list(shown_keys({"x-write-key": "k:secret"}, {}, {"writeKey": "k:***"}))
    ['k:secret', 'k']
    """
    scheme, _, rest = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        yield from _halves(_decoded(rest.strip()))
    in_body = list(_in_body(body))
    yield from in_body[:1]
    if scheme.lower() == "bearer":
        yield rest.strip()
    yield from _halves(headers.get("x-write-key", ""))
    yield from (query[name] for name in IN_QUERY if query.get(name))
    yield from in_body[1:]


def _halves(text: str) -> Iterator[str]:
    """Some clients show a key as key:secret, or key: with nothing behind."""
    whole = text.removesuffix(":")
    yield from dict.fromkeys(half for half in (whole, whole.partition(":")[0]) if half)


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _in_body(body: object) -> Iterator[str]:
    """The keys that a body names: at its top, or in the first of its messages."""
    if isinstance(body, Sequence) and not isinstance(body, str | bytes):
        body = body[0] if body else None
    if not isinstance(body, Mapping):
        return
    yield from _named(body, IN_BODY)
    properties = body.get("properties")
    if isinstance(properties, Mapping):
        yield from _named(properties, IN_PROPERTIES)


def _named(holder: Mapping[str, object], names: Sequence[str]) -> Iterator[str]:
    for name in names:
        value = holder.get(name)
        if isinstance(value, str) and value and not value.endswith(MASKED):
            yield value
