"""A shape: which columns a kind of export has in four languages, and which events its rows are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from cesta.ingest.guess.words import slug
from cesta.model.errors import unknown
from cesta.store.documents import read_document

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER / "examples"
Kind = Literal["text", "person", "phone", "moment", "number", "length", "flag", "choice"]


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column that the shape knows. named: what it may be called. values: for a choice, each value and its words.

    apart: it is no detail of the events, such as a name or what is only calculated with.
    """

    named: str
    kind: Kind = "text"
    needed: bool = False
    values: dict[str, str] = {}
    apart: bool = False

    def names(self) -> tuple[str, ...]:
        return _parts(self.named)

    def known(self) -> frozenset[str]:
        """What its names come to, whatever their accents, signs and capitals are."""
        return frozenset(slug(name) for name in self.names())


class Happens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of event that rows are. where: which rows, SQL over the fields; time: the field that says when."""

    time: str
    event: str | None = None
    event_is: str | None = None
    where: str | None = None
    customer: str = "customer"
    channel: str | None = None
    id: str | None = "id"
    adds: list[str] = []


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows that are lines of one thing. of: the field that names it; sums: a field, and what is added up for it."""

    of: str
    sums: dict[str, str]


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of export. marks: fields that only such exports have, beside those that are needed.

    channel: through which customers meet us there. adds: what is worked out from the fields, SQL by name; `{at:field}`
    in it is the moment that a field says.
    """

    shape: str
    says: str
    channel: str
    fields: dict[str, Field]
    events: list[Happens]
    marks: list[str] = []
    adds: dict[str, str] = {}
    lines: Lines | None = None

    def needed(self) -> tuple[str, ...]:
        return tuple(name for name, field in self.fields.items() if field.needed)

    def example(self) -> Path:
        """A file of this shape as real systems write it."""
        return next(EXAMPLES.glob(f"{self.shape}.*"))


@cache
def shapes() -> dict[str, Shape]:
    """Every shape by its name, in the order of names."""
    found = (msgspec.convert(read_document(path).data, Shape) for path in sorted(FOLDER.glob("*.yaml")))
    return {shape.shape: shape for shape in found}


def the_shape(name: str) -> Shape:
    """Raises bad_value."""
    if name not in shapes():
        raise unknown("bad_value", "shape", name, list(shapes()))
    return shapes()[name]


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def words(text: str) -> tuple[str, ...]:
    """The words of a value, in small letters.

    >>> words("Missed | No answer")
    ('missed', 'no answer')
    """
    return tuple(part.casefold() for part in _parts(text))
