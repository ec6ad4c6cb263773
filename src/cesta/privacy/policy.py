"""What people decided about keeping data, as a document: how long events of each kind are kept; privacy.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cesta.consent.purposes import FILE, PURPOSE
from cesta.journeys.where import Condition, read_condition
from cesta.model.duration import duration
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, list_of, read_by, record, text, version
from cesta.privacy.masks import MASK
from cesta.store.documents import Document, read_document

_RULE = record({"name": text, "keep": read_by(duration)}, {"events": read_by(read_condition)})
SHAPE = record(
    {"cesta": version("privacy")}, {"purposes": list_of(PURPOSE), "retention": list_of(_RULE), "masks": list_of(MASK)}
)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Events that meet `events` are kept this long after they happened; `shown` is that as it was written."""

    name: Text
    events: Condition
    keep: int
    shown: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Without a document everything is kept. Of several rules that fit an event the shortest holds."""

    retention: tuple[Keeping, ...] = ()


def policy_of(root: Path) -> Policy:
    """The workspace's. Raises bad_yaml, bad_privacy with the line."""
    path = root / FILE
    return _policy(read_document(path)) if path.is_file() else Policy()


def _policy(document: Document) -> Policy:
    for complaint in complaints(document):
        where = f"{document.path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_privacy", f"{where}: {complaint.message}", complaint.hint)
    data: Mapping[str, list[Mapping[str, object]]] = document.data
    return Policy(tuple(_keeping(one) for one in data.get("retention") or ()))


def complaints(document: Document) -> Iterable[Complaint]:
    """What is wrong with it."""
    return SHAPE(document.data, "")


def _keeping(given: Mapping[str, object]) -> Keeping:
    name = given["name"]
    assert isinstance(name, str | Mapping)
    return Keeping(name, read_condition(given.get("events") or {}), duration(given["keep"]), str(given["keep"]))
