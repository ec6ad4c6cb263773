"""A claim: a message or a row that names several ids of one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import msgspec

from cesta.identity.naming import EMAIL, PHONE, PREVIOUS, key_of, kind_named, written
from cesta.identity.rules import Rules

NOT_PEOPLE = frozenset({"group_id", "group_type", "session_id"})
"""What messages name beside people: their company, one visit."""
EXTERNAL = "external."
TOLD = {"email": EMAIL, "$email": EMAIL, "phone": PHONE, "$phone": PHONE, "phone_number": PHONE}
"""Of what a message says about a person: what is an id of hers."""
INSIDE = ("$set", "$set_once")
"""Where PostHog's clients put what they say of a person."""
MOST = 32
"""Ids of one claim; what names more is no one person's."""

Ids = tuple[tuple[str, str], ...]
"""Kinds and values, each kind and value once, ascending."""


class Claim(NamedTuple):
    """id: the claim's own name, the same whenever everything is worked out anew. time: UTC microseconds. message: the
    message's id in its source, or the file's."""

    id: str
    time: int
    source: str
    message: str
    ids: Ids


class Id(NamedTuple):
    """An id that can join: its kind, and how it is called among all ids."""

    kind: str
    key: str


def ids_in(type_: str, ids: str | None, properties: str | None) -> Ids:
    """What a message names of a person, as it was written.

    >>> ids_in("identify", '{"user_id":"ann","group_id":"acme"}', '{"email":"Ann@mail.example","age":7}')
    (('email', 'Ann@mail.example'), ('user_id', 'ann'))
    """
    found: set[tuple[str, str]] = set()
    for name, value in (msgspec.json.decode(ids) if ids else {}).items():
        kind = None if name in NOT_PEOPLE else kind_named(name.removeprefix(EXTERNAL))
        if kind is not None and isinstance(value, str | int):
            found.add((kind, str(value)))
    if type_ == "identify" and properties:
        found.update(told_in(msgspec.json.decode(properties)))
    return tuple(sorted(found))


def told_in(properties: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Ids among what a message tells about a person, each with its kind."""
    for name, value in properties.items():
        if name in INSIDE and isinstance(value, str) and value.startswith("{"):
            with suppress(msgspec.DecodeError, RecursionError):
                yield from told_in(msgspec.json.decode(value, type=dict[str, object]))
        elif name in TOLD and isinstance(value, str) and value.strip():
            yield TOLD[name], value


def usable(claim: Claim, rules: Rules, shared: frozenset[str]) -> list[Id]:
    """The ids of a claim that can join, the most important first."""
    found: dict[str, Id] = {}
    for kind, value in sorted(claim.ids, key=lambda one: (rules.rank(one[0]), one[1])):
        text = None
        if rules.limit(kind).most and (rules.blocks is None or not rules.blocks.fullmatch(value)):
            text = written(kind, value, rules.country, rules.gmail_alike)
        if text is None or (kind == PREVIOUS and not rules.alias_joins):
            continue
        key = key_of(kind, text)
        if key not in shared:
            found.setdefault(key, Id(kind, key))
    return list(found.values())[:MOST]
