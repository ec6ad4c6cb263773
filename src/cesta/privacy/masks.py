"""Who sees what masked: for some roles fields of customers are hidden, and ids stand as pseudonyms; in privacy.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cesta.consent.purposes import FILE, Names
from cesta.model.errors import CestaError
from cesta.model.shape import choice, list_of, record, truth, word
from cesta.store.documents import read_document
from cesta.store.identity import stamp_of

ROLES = ("editor", "analyst", "agent", "viewer")
"""Roles that something may be masked for: the owner sees everything."""
MASK = record({"roles": list_of(choice(*ROLES))}, {"fields": list_of(word), "pseudonyms": truth})
USUAL = (
    "*email*", "e-mail", "*_mail", "mail", "*phone*", "mobile", "*first*name", "*last*name", "full*name", "given*name",
    "family*name", "surname", "username", "*address*", "street*", "*birth*", "*iban*", "card", "card_number",
)  # fmt: skip
NAME = "name"
"""Of a person it is masked, too; a product's stays."""
TEXTS = ("text", "message", "body", "comment", "note", "summary")
"""Properties in which customers say something in words of their own."""


@dataclass(frozen=True, eq=False)
class Mask:
    """traits, properties: which are hidden; capitals do not matter. pseudonyms: customers stand under pseudonyms."""

    traits: Names
    properties: Names
    pseudonyms: bool

    def hides_trait(self, name: str) -> bool:
        return _fits(self.traits, name)

    def hides_property(self, name: str) -> bool:
        return _fits(self.properties, name)


def masks_of(root: Path) -> Mapping[str, Mask]:
    """What each role sees masked; who is not in it sees everything. Raises bad_yaml, bad_privacy."""
    path = root / FILE
    stamp = stamp_of(path)
    return {} if stamp is None else _masks(path, stamp)


@lru_cache(maxsize=16)
def _masks(path: Path, _: object) -> Mapping[str, Mask]:
    document = read_document(path)
    given = document.data.get("masks") if isinstance(document.data, Mapping) else None
    for complaint in list_of(MASK)(given or [], "/masks"):
        where = f"{path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_privacy", f"{where}: {complaint.message}", complaint.hint)
    rules: dict[str, list[Mapping[str, Any]]] = {}
    for rule in given or ():
        for role in rule["roles"]:
            rules.setdefault(role, []).append(rule)
    return {role: _mask(mine) for role, mine in rules.items()}


def _mask(rules: Sequence[Mapping[str, Any]]) -> Mask:
    traits: list[str] = []
    properties: list[str] = []
    for rule in rules:
        named = [str(name).casefold() for name in rule.get("fields") or ()]
        traits += named or [*USUAL, NAME, *TEXTS]
        properties += named or [*USUAL, *TEXTS]
    return Mask(Names(traits), Names(properties), any(rule.get("pseudonyms") is True for rule in rules))


def _fits(names: Names, name: str) -> bool:
    """Also where a client wrapped it: context.traits.email."""
    plain = name.casefold().lstrip("$")
    return names.fit(plain) or names.fit(plain.rpartition(".")[2])
