"""What some customers did, cut out of a snapshot: the one form in which rules look at events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.store.columns import Column, Columns, Snapshot, offsets_of, runs
from cesta.store.customers import customers_of

Places = NDArray[np.int64]
AT_ONCE = 1_000_000
"""Events looked at in one go: as many as the processor's own memory helps with."""
WORTH_LESS = 2
"""So many times more values than events are not looked through one by one."""


@dataclass(frozen=True)
class Histories:
    """The events of the customers at these ascending places of a snapshot, one customer after the other."""

    snapshot: Snapshot
    places: Places
    columns: Columns

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def owners(self) -> Places:
        """For each event, which of the customers here did it."""
        return np.repeat(np.arange(len(self.places)), np.diff(self.columns.offsets))

    @cached_property
    def first(self) -> Places:
        """When each of them was first seen."""
        return self.columns.times[self.columns.offsets[:-1]]

    def listed(self, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Which of the customers have these ids."""
        wanted = sorted(set(ids))
        if len(self.places) < len(wanted):
            return np.array([self.snapshot.customers[int(place)] in set(ids) for place in self.places], np.bool_)
        return np.isin(self.places, customers_of(self.snapshot.customers).places(wanted))


def histories(snapshot: Snapshot, places: Places) -> Histories:
    """The events of the customers at these ascending places."""
    begins, ends = snapshot.begins[places], snapshot.ends[places]
    lengths = ends - begins
    offsets = offsets_of(lengths)
    rows: Places | slice = runs(begins, lengths)
    if len(places) and np.array_equal(begins[1:], ends[:-1]):
        # They lie side by side: nothing has to be copied.
        rows = slice(int(begins[0]), int(ends[-1]))
    props = _Props(snapshot.props, rows, int(offsets[-1]))
    columns = Columns((), offsets, snapshot.codes[rows], snapshot.times[rows], snapshot.names, props)
    return Histories(snapshot, places, columns)


def pieces(snapshot: Snapshot, at_once: int = AT_ONCE) -> Iterator[Histories]:
    """All customers, so many events at a time."""
    done = np.cumsum(snapshot.ends - snapshot.begins)
    low = 0
    while low < len(done):
        before = int(done[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(done, before + at_once, side="right")))
        yield histories(snapshot, np.arange(low, high))
        low = high


class _Props(Mapping[str, Column]):
    """The properties of these events; each is cut out when it is asked for."""

    def __init__(self, whole: Mapping[str, Column], rows: Places | slice, count: int) -> None:
        self._whole, self._rows, self._count = whole, rows, count
        self._cut: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._cut:
            column = self._whole[name]
            codes, values = column.codes[self._rows], column.values
            if len(values) > WORTH_LESS * self._count:
                there, codes = np.unique(codes, return_inverse=True)
                missing = int(len(there) > 0 and there[0] < 0)
                codes, values = (codes - missing).astype(np.int32), tuple(values[code] for code in there[missing:])
            self._cut[name] = Column(codes, values)
        return self._cut[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)
