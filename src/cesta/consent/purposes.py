"""For what data is used, and how people say yes or no to it: the part `purposes` of privacy.yaml."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, choice, list_of, record, slug, text, version, word
from cesta.store.documents import read_document

FILE = "privacy.yaml"
_WORDS = list_of(word)
PURPOSE = record(
    {"id": slug, "name": text},
    {
        "categories": _WORDS,
        "given_by": _WORDS,
        "withdrawn_by": _WORDS,
        "without_word": choice("allowed", "refused"),
        "needed_for": _WORDS,
    },
)


class Names:
    """Names of events of which one fits; * stands for any letters.

    >>> Names(["Product *", "visit"]).fit("Product Viewed"), Names([]).fit("visit")
    (True, False)
    """

    def __init__(self, names: Sequence[str] = ()) -> None:
        self._fits = re.compile("|".join(map(translate, names))) if names else None

    def __bool__(self) -> bool:
        return self._fits is not None

    def fit(self, name: str) -> bool:
        return self._fits is not None and self._fits.match(name) is not None


@dataclass(frozen=True, slots=True)
class Purpose:
    """categories: how clients call it in their messages, capitals do not matter; its id always is one.

    given_by, withdrawn_by: events by which people say so. without_word: what holds for who said nothing. needed_for:
    events that are kept only where it is allowed.
    """

    id: str
    name: Text
    categories: frozenset[str]
    given_by: Names
    withdrawn_by: Names
    without_word: bool
    needed_for: Names


@dataclass(frozen=True, eq=False)
class Purposes:
    """All of a workspace."""

    every: tuple[Purpose, ...] = ()
    by_category: Mapping[str, Purpose] = field(default_factory=dict)

    @property
    def guards(self) -> bool:
        """Whether any event is kept only with somebody's consent."""
        return any(purpose.needed_for for purpose in self.every)


NONE = Purposes()


def purposes_now(root: Path) -> Purposes:
    """Read once for each state of the document. Raises bad_privacy with the line, bad_yaml."""
    try:
        state = os.stat(f"{root}/{FILE}")  # noqa: PTH116
    except FileNotFoundError:
        return NONE
    return _as_of(root / FILE, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _as_of(path: Path, *_: int) -> Purposes:
    document = read_document(path)
    data = document.data
    given = data.get("purposes") if isinstance(data, Mapping) else None
    for complaint in _complaints(data, given):
        where = f"{path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_privacy", f"{where}: {complaint.message}", complaint.hint)
    purposes = tuple(map(_purpose, given or ()))
    return Purposes(purposes, {name: purpose for purpose in purposes for name in purpose.categories})


def _complaints(data: Any, given: Any) -> list[Complaint]:
    if not isinstance(data, Mapping):
        return [Complaint("bad_value", "It is a mapping with cesta: privacy/1.", None, "")]
    return [*version("privacy")(data.get("cesta"), "/cesta"), *list_of(PURPOSE)(given or [], "/purposes")]


def _purpose(given: Mapping[str, Any]) -> Purpose:
    return Purpose(
        id=given["id"],
        name=given["name"],
        categories=frozenset(name.casefold() for name in (given["id"], *(given.get("categories") or ()))),
        given_by=Names(given.get("given_by") or ()),
        withdrawn_by=Names(given.get("withdrawn_by") or ()),
        without_word=given.get("without_word") != "refused",
        needed_for=Names(given.get("needed_for") or ()),
    )
