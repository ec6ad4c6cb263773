"""A measure as people declare it: its name, what it is made of, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cesta.journeys.where import read_condition
from cesta.measures.computed import Direction
from cesta.model.shape import (
    Complaint,
    Text,
    choice,
    length,
    list_of,
    number,
    read_by,
    record,
    slug,
    text,
    version,
    without,
    word,
)
from cesta.store.documents import Document

TYPES = (
    "conversion", "duration", "nps", "csat", "ces", "churn", "retention", "repeat_rate", "clv", "revenue", "count",
    "sql",
)  # fmt: skip
_CONDITION = read_by(read_condition)
_NUMBER = number(-1e12, 1e12)

MEASURE = record(
    {"cesta": version("measure"), "id": slug, "name": text, "type": choice(*TYPES)},
    {
        "numerator": _CONDITION,
        "denominator": _CONDITION,
        "sql": word,
        "unit": word,
        "direction": choice("up", "down"),
        "target": _NUMBER,
        "warn_at": _NUMBER,
        "owner": word,
        "window": length,
        "min_n": number(0, 1e12),
        "description": text,
        "tags": list_of(word),
        "notes": text,
    },
)
"""Every field of measures/<id>.yaml. What it declares is not worked out yet: maps name it, the linter says so."""


@dataclass(frozen=True, slots=True)
class MeasureDocument:
    """`complaints` are what the document gets wrong."""

    source: Document
    complaints: tuple[Complaint, ...]
    name: Text
    direction: Direction | None


def as_measure(source: Document) -> MeasureDocument:
    """The measure in a document; what cannot be read is left out and complained about."""
    complaints = tuple(MEASURE(source.data, ""))
    data = without(source.data, complaints)
    fields = data if isinstance(data, Mapping) else {}
    return MeasureDocument(source, complaints, fields.get("name") or source.path.stem, fields.get("direction"))
