"""Which events say that a customer spoke with somebody, was answered, or said yes or no to letters; contacts.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cesta.consent.purposes import Names
from cesta.model.errors import CestaError
from cesta.model.shape import list_of, record, version, word
from cesta.store.documents import read_document
from cesta.store.identity import stamp_of

FILE = "contacts.yaml"
BUILT_IN = Path(__file__).with_name(FILE)
PARTS = ("contacts", "answers", "spoken", "given_by", "withdrawn_by", "about", "traits")
SHAPE = record({"cesta": version("contacts")}, {name: list_of(word) for name in PARTS})


@dataclass(frozen=True, eq=False)
class ContactRules:
    """contacts, answers: events in which a customer tells something, and in which somebody answers.

    spoken: channels on which she is answered at once. given_by, withdrawn_by: events that say yes or no; about: the
    properties that say to what; traits: parts of names of traits that say so.
    """

    contacts: Names
    answers: Names
    spoken: frozenset[str]
    given_by: Names
    withdrawn_by: Names
    about: tuple[str, ...]
    traits: tuple[str, ...]


def contacts_of(root: Path) -> ContactRules:
    """What this workspace says of contacts; read once for each state of the document. Raises bad_yaml, bad_contacts."""
    path = root / FILE
    return _as_of(path, stamp_of(path))


@lru_cache(maxsize=16)
def _as_of(path: Path, there: object) -> ContactRules:
    given = {**_checked(BUILT_IN), **(_checked(path) if there is not None else {})}
    lists = {name: tuple(given[name] or ()) for name in PARTS}
    return ContactRules(
        Names(lists["contacts"]),
        Names(lists["answers"]),
        frozenset(lists["spoken"]),
        Names(lists["given_by"]),
        Names(lists["withdrawn_by"]),
        lists["about"],
        tuple(part.lower() for part in lists["traits"]),
    )


def _checked(path: Path) -> Mapping[str, Any]:
    document = read_document(path)
    for complaint in SHAPE(document.data, ""):
        where = f"{path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_contacts", f"{where}: {complaint.message}", complaint.hint)
    found: Mapping[str, Any] = document.data
    return found
