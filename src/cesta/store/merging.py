"""Several snapshots of journeys made one: each journey laid where it belongs, in linear time, a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.columns import Codes, Column, Columns, narrowed, offsets_of, runs
from cesta.store.customers import Customers, customers_of
from cesta.store.order import ranks

Places = NDArray[np.int64]
Make = Callable[[str, npt.DTypeLike, int], NDArray[Any]]
"""Makes an array of a name, a type and a length: in memory, or a mapped file."""
SORTED_AT_ONCE = 5_000_000


@dataclass(frozen=True, slots=True)
class Outline:
    """What must be known of a part before it is read: whose journeys it has, how long each is, which names."""

    customers: Sequence[str]
    lengths: Places
    names: Sequence[str]


@dataclass(frozen=True)
class Merged:
    """The whole of several parts, in the arrays that were made for it. files: by property, the name of its array."""

    customers: Customers
    offsets: Places
    codes: Codes
    times: Places
    assumed: NDArray[np.bool_]
    names: tuple[str, ...]
    props: Mapping[str, Column]
    files: Mapping[str, str]


def merge(parts: Sequence[Columns]) -> Columns:
    """All events of several snapshots in one; at equal times the earlier part's events come first.

    Linear: each part's journeys are laid where they belong; only those of customers in several parts are sorted.
    """
    if len(parts) == 1:
        return parts[0]
    outlines = [Outline(part.customers, np.diff(part.offsets), part.names) for part in parts]
    found = merge_into(outlines, parts.__getitem__, lambda _, kind, size: np.empty(size, kind))
    return Columns(found.customers, found.offsets, found.codes, found.times, found.names, found.props, found.assumed)


def merge_into(outlines: Sequence[Outline], part: Callable[[int], Columns], make: Make) -> Merged:
    """The same with parts that are read one at a time, into arrays that `make` gives: memory stays that of a part."""
    owners, customers = _owners([outline.customers for outline in outlines])
    names = tuple(sorted(set().union(*(outline.names for outline in outlines))))
    place = {name: code for code, name in enumerate(names)}
    counts, seen = np.zeros(len(customers), np.int64), np.zeros(len(customers), np.int64)
    for outline, mine in zip(outlines, owners, strict=True):
        counts[mine] += outline.lengths
        seen[mine] += 1
    offsets = offsets_of(counts)
    total = int(offsets[-1])
    codes = make("codes", narrowed(np.zeros(0, np.int64), len(names)).dtype, total)
    times, assumed = make("times", np.int64, total), make("assumed", np.bool_, total)
    properties, free = _Properties(make, total), offsets[:-1].copy()
    for number, mine in enumerate(owners):
        read, lengths = part(number), outlines[number].lengths
        rows = runs(free[mine], lengths)
        codes[rows] = np.array([place[name] for name in read.names], codes.dtype)[read.codes]
        times[rows] = read.times
        assumed[rows] = False if read.assumed is None else read.assumed
        properties.add(rows, read.props)
        free[mine] += lengths
    several = np.flatnonzero(seen > 1)
    if len(several):
        _sort(several, offsets, times, (codes, times, assumed, *properties.codes.values()))
    return Merged(customers, offsets, codes, times, assumed, names, properties.columns(), properties.files)


def _sort(customers: Places, offsets: Places, times: Places, arrays: Sequence[NDArray[Any]]) -> None:
    """Brings the events of these customers into order of time, some millions at once."""
    lengths = offsets[customers + 1] - offsets[customers]
    blocks = np.searchsorted(np.cumsum(lengths), np.arange(SORTED_AT_ONCE, int(lengths.sum()), SORTED_AT_ONCE))
    for mine in np.split(customers, np.unique(blocks)):
        many = offsets[mine + 1] - offsets[mine]
        rows = runs(offsets[mine], many)
        order = rows[np.lexsort((times[rows], np.repeat(mine, many)))]
        for array in arrays:
            array[rows] = array[order]


@dataclass
class _Properties:
    """The properties of all parts read so far; equal values of one type are one."""

    make: Make
    total: int
    codes: dict[str, NDArray[np.int32]] = field(default_factory=dict)
    values: dict[str, dict[tuple[type, Value], int]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def add(self, rows: Places, props: Mapping[str, Column]) -> None:
        for name, column in props.items():
            if name not in self.codes:
                self.files[name] = f"property.{len(self.codes)}"
                self.codes[name] = self.make(self.files[name], np.int32, self.total)
                self.codes[name][:] = -1
                self.values[name] = {}
            known = self.values[name]
            places = [known.setdefault((type(value), value), len(known)) for value in column.values]
            self.codes[name][rows] = np.array([*places, -1], np.int32)[column.codes]

    def columns(self) -> dict[str, Column]:
        return {
            name: Column(self.codes[name], tuple(value for _, value in self.values[name]))
            for name in sorted(self.codes)
        }


def _owners(lists: Sequence[Sequence[str]]) -> tuple[list[Places], Customers]:
    """For each list where its texts stand among all of them, and all of them once, ascending."""
    chunks = [customers_of(ids).texts for ids in lists if len(ids)]
    if not chunks:
        return [np.zeros(0, np.int64) for _ in lists], customers_of(())
    every = pa.concat_arrays([chunk.cast(pa.large_string()) for chunk in chunks])
    ends = np.cumsum([len(ids) for ids in lists])
    if _ascend(chunks):
        return np.split(np.arange(len(every)), ends[:-1]), Customers(every)
    places = ranks(pa.chunked_array([every]))
    first = np.full(int(places.max()) + 1, -1, np.int64)
    first[places[::-1]] = np.arange(len(places))[::-1]
    return np.split(places, ends[:-1]), Customers(every.take(pa.array(first)))


def _ascend(chunks: Sequence[pa.Array]) -> bool:
    """Whether each list ends before the next begins: as the shards of one load do."""
    edges = [(chunk[0].as_py(), chunk[-1].as_py()) for chunk in chunks]
    return all(before[1] < after[0] for before, after in pairwise(edges))
