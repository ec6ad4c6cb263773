"""Rows that a load says more than once: those without an id get a number each, of those with one the first counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.store.content import Hashes, hash_texts
from cesta.store.spill import NO_LOT, NUMBER, TWIN, Spill
from cesta.store.standing import is_among, portions

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Twins:
    """Rows without an id that are the second of their kind or a later one: their numbers in the load, ascending.

    nth: the how-manieth each is. before, after: hashes of their message ids without and with that number.
    """

    numbers: Numbers
    nth: Numbers
    before: Hashes
    after: Hashes

    def named(self, table: pa.Table) -> pa.Table:
        """The rows with their message ids told apart: the second of a kind ends in #2."""
        numbers = table[NUMBER].to_numpy()
        again = np.isin(numbers, self.numbers, kind="sort") if len(self.numbers) else np.zeros(len(numbers), np.bool_)
        if not again.any():
            return table
        nth = self.nth[np.searchsorted(self.numbers, numbers[again])]
        place = table.column_names.index("message_id")
        ids = table["message_id"].combine_chunks()
        told = pc.replace_with_mask(ids, pa.array(again), _with_number(ids.filter(pa.array(again)), nth))
        return table.set_column(place, "message_id", told)


NONE = Twins(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.uint64))


def find_twins(spill: Spill) -> Twins:
    """The rows to be told apart."""
    found = [NONE]
    if spill.has_lots():
        for tally in (spill.ids, spill.twins):
            found += [_counted(spill, wanted) for wanted in portions(tally.repeated())]
    numbers, first = np.unique(np.concatenate([one.numbers for one in found]), return_index=True)
    nth, before, after = (
        np.concatenate([getattr(one, name) for one in found])[first] for name in ("nth", "before", "after")
    )
    return Twins(numbers, nth, before, after)


def said_before(spill: Spill, twins: Twins) -> Numbers:
    """The numbers of rows whose id, told apart as far as it is, an earlier row of the load has; ascending."""
    hashes, sizes = _several(spill, twins)
    parts = [_later(spill, twins, wanted) for wanted in portions((hashes, sizes))]
    return np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.int64)


def _counted(spill: Spill, wanted: Hashes) -> Twins:
    """Counts rows without an id whose kind is one of these, lot by lot."""
    found: list[tuple[Hashes, Numbers, pa.Array]] = []
    for table in spill.tables(["message_id", NUMBER, TWIN]):
        kinds = _kinds(table)
        mine = np.flatnonzero(is_among(kinds, wanted))
        if len(mine):
            ids = table["message_id"].combine_chunks().take(pa.array(mine))
            found.append((kinds[mine], table[NUMBER].to_numpy()[mine], ids))
    if not found:
        return NONE
    keys: Hashes = np.concatenate([one[0] for one in found])
    numbers: Numbers = np.concatenate([one[1] for one in found])
    ids = pa.concat_arrays([one[2] for one in found])
    lots = spill.lots_of(numbers)
    order = np.lexsort((numbers, lots, keys))
    order = order[lots[order] != NO_LOT]
    begins = np.ones(len(order), np.bool_)
    begins[1:] = (np.diff(keys[order]) != 0) | (np.diff(lots[order]) != 0)
    places = np.arange(len(order))
    nth = places - np.maximum.accumulate(np.where(begins, places, 0)) + 1
    again = order[nth > 1]
    texts = ids.take(pa.array(again))
    return Twins(numbers[again], nth[nth > 1], hash_texts(texts), hash_texts(_with_number(texts, nth[nth > 1])))


def _kinds(table: pa.Table) -> Hashes:
    """Of what kind each row is: by its message id, unless it says it."""
    own = hash_texts(table["message_id"])
    if TWIN not in table.column_names:
        return own
    said = table[TWIN].combine_chunks()
    return np.where(pc.is_valid(said).to_numpy(zero_copy_only=False), pc.fill_null(said, 0).to_numpy(), own)


def _several(spill: Spill, twins: Twins) -> tuple[Hashes, Numbers]:
    """Hashes of ids that several rows may have once all are told apart, ascending, and how many at most."""
    hashes, sizes = spill.ids.repeated()
    if not len(twins.numbers):
        return hashes, sizes
    gone, times = np.unique(twins.before, return_counts=True)
    there = is_among(gone, hashes)
    sizes = sizes.copy()
    sizes[np.searchsorted(hashes, gone[there])] -= times[there]
    come, counts = np.unique(twins.after, return_counts=True)
    known = counts > 1
    for portion in spill.ids.portions():
        known |= is_among(come, portion)
    every = np.concatenate((hashes[sizes > 1], come[known]))
    most = np.concatenate((sizes[sizes > 1], counts[known] + 1))
    found, first = np.unique(every, return_index=True)
    return found, most[first]


def _later(spill: Spill, twins: Twins, wanted: Hashes) -> Numbers:
    chosen = []
    for table in spill.tables(["message_id", NUMBER]):
        named = twins.named(table)
        chosen.append(named.filter(pa.array(is_among(hash_texts(named["message_id"]), wanted))))
    rows = pa.concat_tables(chosen).sort_by(NUMBER)
    codes = rows["message_id"].combine_chunks().dictionary_encode().indices.to_numpy()
    later = np.ones(len(codes), np.bool_)
    later[np.unique(codes, return_index=True)[1]] = False
    numbers: Numbers = rows[NUMBER].to_numpy()[later]
    return numbers


def _with_number(ids: pa.Array, nth: Numbers) -> pa.Array:
    return pc.binary_join_element_wise(ids, pa.array(nth).cast(pa.string()), "#")
