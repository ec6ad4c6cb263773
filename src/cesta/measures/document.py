"""A measure as people declare it: its name, what it is made of, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.journeys.where import read_condition
from cesta.measures.computed import Direction
from cesta.measures.formulas.wanted import Wanted, wanted_of
from cesta.measures.kinds import KINDS, Kind
from cesta.model.errors import CestaError
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

TYPES = (*KINDS, "sql")
_CONDITION = read_by(read_condition)
_NUMBER = number(-1e12, 1e12)

MEASURE = record(
    {"cesta": version("measure"), "id": slug, "name": text, "type": choice(*TYPES)},
    {
        "numerator": _CONDITION,
        "denominator": _CONDITION,
        "of": word,
        "per": word,
        "currency": word,
        "silence": length,
        "quantile": number(0.01, 0.99),
        "margin": number(0, 1),
        "trouble": list_of(_CONDITION),
        "repeats": number(2, 1000),
        "map": slug,
        "stage": slug,
        "touchpoint": slug,
        "by": list_of(word),
        "guards": list_of(slug),
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
"""Every field of measures/<id>.yaml. What each type does with them: docs/guide/kpis.md."""
ON_MAPS = ("conversion", "duration")


@dataclass(frozen=True, slots=True)
class OnMap:
    """A measure of a map's journeys: of a stage, a touchpoint, or all of it."""

    map: str
    stage: str | None
    touchpoint: str | None


@dataclass(frozen=True, slots=True)
class MeasureDocument:
    """`complaints` are what the document gets wrong; with an error among them it cannot be worked out.

    kind: its formula's; None for a type that has none.
    """

    source: Document
    complaints: tuple[Complaint, ...]
    id: str
    name: Text
    type: str
    kind: Kind | None
    direction: Direction | None
    fields: Mapping[str, object]

    @property
    def on(self) -> OnMap | None:
        """The map it is of, if it is of one."""
        named = self.word("map")
        return None if named is None else OnMap(named, self.word("stage"), self.word("touchpoint"))

    @property
    def way(self) -> Direction:
        """The way that is good: as it says, else as its type is."""
        return self.direction or (self.kind.direction if self.kind else "up")

    def wanted(self) -> Wanted:
        """What its formula needs. Raises bad_measure with the line when the document cannot be used."""
        for complaint in self.complaints:
            if complaint.level == "error":
                line = self.source.line_of(complaint.pointer)
                raise CestaError("bad_measure", f"{self.source.path.name}:{line}: {complaint.message}", complaint.hint)
        if self.kind is None:
            raise CestaError("bad_measure", f'{self.source.path.name}: "{self.type}" has no formula yet.', None)
        return wanted_of(self.fields)

    def min_n(self, usual: int) -> int:
        """With fewer than these it says nothing."""
        told = self.number("min_n")
        return usual if told is None else int(told)

    def word(self, name: str) -> str | None:
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def words(self, name: str) -> tuple[str, ...]:
        value = self.fields.get(name)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    def number(self, name: str) -> float | None:
        value = self.fields.get(name)
        return float(value) if isinstance(value, int | float) else None

    def text(self, name: str) -> Text | None:
        value = self.fields.get(name)
        return value if isinstance(value, str | Mapping) else None


def as_measure(source: Document) -> MeasureDocument:
    """The measure in a document; what cannot be read is left out and complained about."""
    complaints = tuple(MEASURE(source.data, ""))
    data = without(source.data, complaints)
    fields = data if isinstance(data, Mapping) else {}
    kind = KINDS.get(str(fields.get("type")))
    if not any(complaint.level == "error" for complaint in complaints):
        complaints += tuple(_lacking(kind, fields))
    name = source.path.stem
    return MeasureDocument(
        source,
        complaints,
        str(fields.get("id") or name),
        fields.get("name") or name,
        str(fields.get("type") or ""),
        kind,
        fields.get("direction"),
        fields,
    )


def _lacking(kind: Kind | None, fields: Mapping[str, object]) -> Iterator[Complaint]:
    """What the formula of its type cannot do without."""
    type_ = fields.get("type")
    if fields.get("map") is not None:
        if type_ not in ON_MAPS:
            yield Complaint(
                "bad_value", f"A {type_} is not measured of a map.", f"{' and '.join(ON_MAPS)} are.", "/map"
            )
        return
    for name in kind.needs if kind is not None else ():
        if fields.get(name) is None:
            yield Complaint("missing_field", f'A {type_} needs "{name}".', None, "/type")
