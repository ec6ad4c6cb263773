"""What a journey is like, as a set: which things it has once, twice, four times…, and which follow which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Journeys, Places, offsets_of

MOST_TRAITS = 2000


@dataclass(frozen=True)
class Traits:
    """Unit u has the traits `columns[offsets[u]:offsets[u + 1]]`, of `many`."""

    columns: Places
    offsets: Places
    many: int

    def table(self, units: Places) -> NDArray[np.float32]:
        """A row for each of the units: 1 where it has the trait."""
        rows = np.zeros((len(units), self.many), np.float32)
        for row, unit in enumerate(units.tolist()):
            rows[row, self.columns[self.offsets[unit] : self.offsets[unit + 1]]] = 1
        return rows


def doublings(counts: Places) -> Places:
    """0 for none, 1 for once, 2 from twice, 3 from four times, and so on."""
    return np.frexp(counts.astype(np.float64))[1].astype(np.int64)


def traits_of(journeys: Journeys, most: int = MOST_TRAITS) -> Traits:
    """The traits that most units share; those of fewer are left out, so that at most so many remain."""
    size, owner, codes = len(journeys.names), journeys.unit_of_event(), journeys.codes
    inner = np.flatnonzero(owner[:-1] == owner[1:])
    keys = np.concatenate((codes, size + codes[inner] * size + codes[inner + 1]))
    wide = size + size * size
    pairs, counts = np.unique(np.concatenate((owner, owner[inner])) * wide + keys, return_counts=True)
    levels = doublings(counts)
    # one trait for each doubling that the count reaches
    nth = np.arange(int(levels.sum())) - np.repeat(np.cumsum(levels) - levels, levels)
    units = np.repeat(pairs // max(wide, 1), levels)
    found, columns, shared = np.unique(
        np.repeat(pairs % max(wide, 1), levels) * 64 + nth, return_inverse=True, return_counts=True
    )
    least = 1 if len(found) <= most else int(np.sort(shared)[-most - 1]) + 1
    kept = shared >= least
    renumbered = np.cumsum(kept) - 1
    stays = kept[columns]
    offsets = offsets_of(np.bincount(units[stays], minlength=journeys.size))
    return Traits(renumbered[columns[stays]].astype(np.int64), offsets, int(kept.sum()))
