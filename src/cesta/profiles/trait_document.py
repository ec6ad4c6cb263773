"""A computed trait as people write it: its name, what is worked out, of which property, in which events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from cesta.journeys.where import Condition, read_condition
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, choice, list_of, number, read_by, record, slug, text, version, word
from cesta.store.documents import Document

Compute = Literal[
    "count", "sum", "mean", "smallest", "largest", "first", "last", "first_time", "last_time", "days_since",
    "most_frequent",
]  # fmt: skip
Of = tuple[str, ...]
MOMENTS = ("hour of the day", "day of the week")
"""What may be asked for in place of a property: parts of the event's own time, in the workspace's zone."""
WITHOUT_OF = ("count", "first_time", "last_time", "days_since")
NUMBERS = ("sum", "mean", "smallest", "largest")
KINDS = ("activity", "contact", "preference", "value")
_NUMBER = number(-1e12, 1e12)


def _ascending(value: object, pointer: str) -> Iterator[Complaint]:
    yield from list_of(_NUMBER)(value, pointer)
    if isinstance(value, list) and (
        not value
        or any(isinstance(a, int | float) and isinstance(b, int | float) and a >= b for a, b in pairwise(value))
    ):
        yield Complaint("bad_value", '"bands" are edges that ascend.', "As [20, 50, 100].", pointer)


def _names(value: object, pointer: str) -> Iterator[Complaint]:
    yield from word(value, pointer) if isinstance(value, str) else list_of(word)(value, pointer)
    if value == []:
        yield Complaint("bad_value", '"of" names at least one property.', None, pointer)


TRAIT = record(
    {"cesta": version("trait"), "id": slug, "name": text, "compute": choice(*get_args(Compute))},
    {
        "of": _names,
        "in": read_by(read_condition),
        "bands": _ascending,
        "kind": choice(*KINDS),
        "unit": choice("money", "days", "times"),
        "description": text,
    },
)


@dataclass(frozen=True, slots=True)
class TraitDocument:
    """of: the properties whose value counts, the first that an event has; or one of MOMENTS."""

    id: str
    name: Text
    compute: Compute
    of: Of
    condition: Condition
    bands: tuple[float, ...]
    kind: str
    unit: Literal["money", "days", "times"] | None
    description: Text | None

    def is_there(self, names: Collection[str], properties: Collection[str]) -> bool:
        """Whether data with these events and properties have what it takes."""
        events = set(_events(self.condition))
        seen = not events or any(name in names for name in events)
        return seen and (not self.of or self.of[0] in MOMENTS or any(name in properties for name in self.of))


def as_trait(source: Document) -> TraitDocument:
    """The trait in a document. Raises bad_trait with the line."""
    data = source.data
    complaints = [*TRAIT(data, ""), *(_together(data) if isinstance(data, Mapping) else ())]
    for complaint in complaints:
        line = source.line_of(complaint.pointer)
        raise CestaError("bad_trait", f"{source.path.name}:{line}: {complaint.message}", complaint.hint)
    given = data.get("of") or ()
    return TraitDocument(
        id=data["id"],
        name=data["name"],
        compute=data["compute"],
        of=(given,) if isinstance(given, str) else tuple(given),
        condition=read_condition(data.get("in") or {}),
        bands=tuple(float(edge) for edge in data.get("bands") or ()),
        kind=data.get("kind") or "activity",
        unit=data.get("unit"),
        description=data.get("description"),
    )


def _together(data: Mapping[str, object]) -> Iterator[Complaint]:
    """What does not go together, though each field alone would do."""
    compute, of = data.get("compute"), data.get("of")
    if compute in WITHOUT_OF and of is not None:
        yield Complaint("bad_value", f'"{compute}" is of events, not of a property.', 'Leave "of" out.', "/of")
    if compute not in WITHOUT_OF and of is None:
        yield Complaint("missing_field", f'"{compute}" needs a property.', "As of: price.", "/compute")
    if data.get("bands") is not None and compute != "most_frequent":
        yield Complaint("bad_value", 'Only "most_frequent" has bands.', None, "/bands")


def _events(condition: Condition) -> Iterator[str]:
    if condition.event is not None:
        yield condition.event
    for one in condition.choices or ():
        yield from _events(one)
