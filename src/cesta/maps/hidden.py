"""What the averages of a map hide: shares that differ strongly and surely between a segment and everybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.many import adjusted, difference_in_units, two_sided
from cesta.maps.bind import bound
from cesta.maps.book import Book
from cesta.maps.compose import Picked
from cesta.maps.view import Number
from cesta.model.shape import say
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]
FALSE = 0.05
"""So large a share of all marks may be chance."""
STRONG = 0.10
"""A difference of fewer points hides nothing worth a mark."""
OF_PARTS = ("/split/", "/insight/", "/trend/", "/previous")
"""Numbers that are not everybody's: of a segment, of a day, of another time."""


@dataclass(frozen=True, slots=True)
class Side:
    """One segment against everybody else. chance: with all comparisons counted, how likely it is a find by chance."""

    segment: str
    name: str
    inside: Number
    outside: Number
    difference: Number
    chance: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, by its `behind`, and the segments that differ from everybody else in it, the surest first."""

    pointer: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The marks of a map. compared: how many comparisons were made for them; false_share, strong: what was asked of
    a mark; min_n: smaller sides were not compared."""

    marks: tuple[Mark, ...]
    compared: int
    false_share: float
    strong: float
    min_n: int


def hidden(
    workspace: Workspace,
    map_id: str,
    *,
    segment: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    lang: str = "en",
) -> Hidden:
    """The marks for a map as it was picked. Raises as the map's view does."""
    picked = Picked(segment, date_from, date_to, lang)
    found = bound(workspace, map_id, picked)
    given = found.ground
    members = {name: mask for name, mask in given.members.items() if name != found.view.segment}
    return marks(found.book, members, {name: say(given.near.segments[name].name, lang) or name for name in members})


@dataclass(frozen=True)
class _Share:
    """A share for each customer of the pool: so many of her journeys, of so many."""

    pointer: str
    parts: NDArray[np.float64]
    wholes: NDArray[np.float64]


def marks(book: Book, members: Mapping[str, Mask], names: Mapping[str, str]) -> Hidden:
    """All shares of the book against all segments, given as masks over customers."""
    found = sides_of(book, members, names)
    kept: dict[str, list[Side]] = {}
    for pointer, side in found:
        if side.chance <= FALSE and abs(side.difference.value or 0.0) >= STRONG:
            kept.setdefault(pointer, []).append(side)
    rows = tuple(
        Mark(pointer, tuple(sorted(sides, key=lambda side: (side.chance, -abs(side.difference.value or 0.0)))))
        for pointer, sides in kept.items()
    )
    return Hidden(rows, len(found), FALSE, STRONG, book.min_n)


def sides_of(book: Book, members: Mapping[str, Mask], names: Mapping[str, str]) -> list[tuple[str, Side]]:
    """Every share with every segment that can be compared, each with its chance, all of them counted."""
    inside = np.stack(list(members.values())) if members else np.zeros((0, 0), np.bool_)
    found: list[tuple[str, Side]] = []
    for share in _shares(book, inside.shape[1]):
        units = difference_in_units(share.parts, share.wholes, inside)
        for row, name in enumerate(members):
            sides = _sides(share, inside[row], book)
            if sides is not None:
                found.append((share.pointer, Side(name, names[name], *sides, two_sided(float(units[row])))))
    chances = adjusted(np.array([side.chance for _, side in found]))
    return [
        (pointer, replace(side, chance=chance)) for (pointer, side), chance in zip(found, chances.tolist(), strict=True)
    ]


def _shares(book: Book, customers: int) -> Iterator[_Share]:
    if not customers:
        return
    for pointer, above, base in book.shares():
        if any(part in f"{pointer}/" for part in OF_PARTS):
            continue
        wholes = np.bincount(book.owner[base], minlength=customers).astype(np.float64)
        parts = np.bincount(book.owner[above], minlength=customers).astype(np.float64)
        yield _Share(pointer, parts, wholes)


def _sides(share: _Share, inside: Mask, book: Book) -> tuple[Number, Number, Number] | None:
    """Both shares and their difference; None when one side is too small to compare."""
    k, n = int(share.parts[inside].sum()), int(share.wholes[inside].sum())
    whole = int(share.wholes.sum())
    if min(n, whole - n) < max(book.min_n, 1):
        return None
    here, there = book.rate(k, n, None), book.rate(int(share.parts.sum()) - k, whole - n, None)
    return here, there, book.difference(here, there)
