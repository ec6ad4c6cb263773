"""What may be asked under a veil: nothing whose answer tells what a masked field says, or whose a pseudonym is."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from cesta.model.errors import CestaError
from cesta.privacy.masks import Mask
from cesta.privacy.veil import PSEUDONYM, Veil

UNVEILED = re.compile(r"/api/sql(/arrow)?|/api/customers/[^/]+/file")
"""Addresses whose answers cannot be veiled: they read whatever the asker says, or hand out a customer's file."""
MADE_OF = {"/api/themes": "text"}
"""Addresses whose answers are made of what one property says: names of themes, and which texts mean what was asked."""
SAYING = frozenset({"text", "search", "id", "customer", "after"})
"""Parts of queries that say who is meant, where they do."""
OF_PEOPLE = re.compile(r"/api/(find|customers|identity/merges|segments/[^/]+/(members|why))")
"""Where they do: a text finds customers, and a page begins after one."""
OF_ONE = re.compile(r"/api/customers/([^/]+)(/.*)?")
OWN = "/api/tables"
"""Where a table goes that the asker already sees: it comes back as it is."""
QUESTIONS = re.compile(r"/api/(ask|questions|segments/preview|groups|match|traits)")
NODE = "node"
"""Part of a question that says which property names the events of each name."""
NAMING = frozenset({"by", "of", "property", "breakdown", "split", "key", "about", "hold_constant", NODE})
"""Parts of a question that name properties."""
CONDITIONS = frozenset({"where", "rule", "filter", "trait"})
"""Parts of a question that are conditions, as text or by property."""
WORD = re.compile(r"[\w$.]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it is meant. ids: those that it named by their pseudonyms."""

    path: str
    query: str
    body: bytes | None
    ids: tuple[str, ...]


def check(veil: Veil, asked: Asked) -> None:
    """Raises masked."""
    if UNVEILED.fullmatch(asked.path):
        raise masked("SQL and files of single customers")
    for begin, name in MADE_OF.items():
        if asked.path.startswith(begin) and veil.mask.hides_property(name):
            raise masked("What customers wrote")
    if veil.mask.pseudonyms:
        _check_named(_named(asked), asked.ids)
    if asked.body and QUESTIONS.fullmatch(asked.path):
        try:
            document = json.loads(asked.body)
        except ValueError:
            return  # the route tells what is wrong with it
        check_question(veil.mask, document)
        if veil.mask.pseudonyms:
            _check_named(_listed(document), asked.ids)


def _check_named(named: Iterable[str], ids: Collection[str]) -> None:
    """Customers are named by their pseudonyms alone: else it could be tried whose each is. Raises masked."""
    if any(one not in ids and not PSEUDONYM.fullmatch(one) for one in named):
        raise masked("Finding customers by what names them")


def _named(asked: Asked) -> Iterator[str]:
    """Whom an address names."""
    if one := OF_ONE.fullmatch(asked.path):
        yield one[1]
    if OF_PEOPLE.fullmatch(asked.path):
        for part, said in parse_qs(asked.query).items():
            if part in SAYING:
                yield from said


def _listed(part: Any) -> Iterator[str]:
    """Whom a question lists."""
    for name, value in part.items() if isinstance(part, Mapping) else ():
        if name == "customers" and isinstance(value, list):
            yield from (one for one in value if isinstance(one, str))
        yield from _listed(value)
    for one in part if isinstance(part, list) else ():
        yield from _listed(one)


def check_question(mask: Mask, document: Any) -> None:
    """Raises masked for a question about a field that is."""
    for name in _properties(document, ""):
        if mask.hides_property(name) or mask.hides_trait(name):
            raise masked(f"Questions about {name}")


def masked(what: str) -> CestaError:
    """It is not for this role."""
    return CestaError("masked", f"{what} is not for your role, which sees customers masked.", "Ask the owner.")


def _properties(part: Any, key: str) -> Iterator[str]:
    """What a question says where it names properties."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            if key in CONDITIONS:
                yield name
            yield from _properties(value, NODE if key == NODE else name)
    elif isinstance(part, list):
        for one in part:
            yield from _properties(one, key)
    elif isinstance(part, str) and key in NAMING:
        yield part
    elif isinstance(part, str) and key in CONDITIONS:
        yield from WORD.findall(part)
