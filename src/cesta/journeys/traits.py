"""What a journey is like, as a set: which things it has once, twice, four times…, and which follow which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Places
from cesta.kernels.picking import gather
from cesta.kernels.variants import Variants
from cesta.store.columns import offsets_of

MOST_TRAITS = 2000


@dataclass(frozen=True)
class Traits:
    """Sequence v has the traits `columns[offsets[v]:offsets[v + 1]]`, of `many`."""

    columns: Places
    offsets: Places
    many: int

    def table(self, sequences: Places) -> NDArray[np.float32]:
        """A row for each of the sequences: 1 where it has the trait."""
        rows = np.zeros((len(sequences), self.many), np.float32)
        places, edges = gather(self.offsets, sequences)
        rows[np.repeat(np.arange(len(sequences)), np.diff(edges)), self.columns[places]] = 1
        return rows


def doublings(counts: Places) -> Places:
    """0 for none, 1 for once, 2 from twice, 3 from four times, and so on."""
    return np.frexp(counts.astype(np.float64))[1].astype(np.int64)


def traits_of(found: Variants, size: int, most: int = MOST_TRAITS) -> Traits:
    """The traits that most journeys share; those of fewer are left out, so that at most so many remain.

    size: how many names there are.
    """
    owner, codes = np.repeat(np.arange(len(found.counts)), np.diff(found.offsets)), found.codes.astype(np.int64)
    inner = np.flatnonzero(owner[:-1] == owner[1:])
    keys = np.concatenate((codes, size + codes[inner] * size + codes[inner + 1]))
    wide = size + size * size
    pairs, counts = np.unique(np.concatenate((owner, owner[inner])) * wide + keys, return_counts=True)
    levels = doublings(counts)
    # one trait for each doubling that the count reaches
    nth = np.arange(int(levels.sum())) - np.repeat(np.cumsum(levels) - levels, levels)
    sequences = np.repeat(pairs // max(wide, 1), levels)
    traits, columns = np.unique(np.repeat(pairs % max(wide, 1), levels) * 64 + nth, return_inverse=True)
    shared = np.bincount(columns, found.counts[sequences], len(traits)).astype(np.int64)
    least = 1 if len(traits) <= most else int(np.sort(shared)[-most - 1]) + 1
    kept = shared >= least
    renumbered = np.cumsum(kept) - 1
    stays = kept[columns]
    offsets = offsets_of(np.bincount(sequences[stays], minlength=len(found.counts)))
    return Traits(renumbered[columns[stays]].astype(np.int64), offsets, int(kept.sum()))
