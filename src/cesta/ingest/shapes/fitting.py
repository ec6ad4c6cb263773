"""Whether a table is of a shape: its columns found among the names that the shape knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cesta.ingest.guess.words import slug
from cesta.ingest.shapes.document import Shape, shapes
from cesta.model.errors import CestaError

UNIT = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
KNOWN_SHARE = 0.6
"""Of the columns of a table so many must be known before it is taken for a shape unasked."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A shape and the columns that are its fields; beside: columns that it does not know."""

    shape: Shape
    columns: Mapping[str, str]
    beside: tuple[str, ...]


def fit(shape: Shape, columns: Sequence[str], said: Mapping[str, str] | None = None) -> Fit:
    """The table as this shape. said: columns that a person pointed at, by field. Raises unknown_column."""
    found = {**_found(shape, columns), **(said or {})}
    for name in shape.needed():
        if name not in found:
            names = ", ".join(shape.fields[name].names()[:8])
            raise CestaError(
                "unknown_column",
                f'No column is the "{name}" of {shape.shape}.',
                f"It may be called {names} …; there are: {', '.join(columns)}.",
            )
    return Fit(shape, found, tuple(column for column in columns if column not in found.values()))


def recognised(columns: Sequence[str]) -> Fit | None:
    """The one shape that these columns are of: all that it needs and is known by, and most of what is there."""
    fits: list[Fit] = []
    for shape in shapes().values():
        found = _found(shape, columns)
        if shape.marks and found.keys() >= {*shape.needed(), *shape.marks} and len(found) >= KNOWN_SHARE * len(columns):
            fits.append(fit(shape, columns))
    fits.sort(key=lambda one: len(one.columns), reverse=True)
    if not fits or (len(fits) > 1 and len(fits[0].columns) == len(fits[1].columns)):
        return None
    return fits[0]


def _found(shape: Shape, columns: Sequence[str]) -> dict[str, str]:
    """Each field's column. A name that stands earlier in a field's list is preferred."""
    called = {slug(UNIT.sub("", column)): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for name, field in shape.fields.items():
        for known in map(slug, (name, *field.names())):
            if known in called and called[known] not in found.values():
                found[name] = called[known]
                break
    return found
