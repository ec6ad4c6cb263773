"""Every event as sorted columns: customers in order of id, each one's events in order of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Value


@dataclass(frozen=True, slots=True)
class Column:
    """One property, dictionary-coded: `values[codes[i]]` is event i's value, code -1 means not set.

    `values` are distinct (1, 1.0 and True are three values) in no promised order.
    """

    codes: NDArray[np.int32]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A snapshot of journeys. Customer c owns the events offsets[c] … offsets[c + 1] - 1.

    customers: C ids, ascending in code point order, each with at least one event.
    offsets: int64, C + 1. codes: int32, N, places in `names`. times: int64, N, UTC microseconds, ascending inside a
    customer, stored order at equal times. names: event names, ascending. props: property name to Column of N codes.
    """

    customers: tuple[str, ...]
    offsets: NDArray[np.int64]
    codes: NDArray[np.int32]
    times: NDArray[np.int64]
    names: tuple[str, ...]
    props: Mapping[str, Column] = field(default_factory=dict)

    @property
    def as_of(self) -> int | None:
        """The newest event's time, or None when there is no event."""
        return int(self.times.max()) if len(self.times) else None

    def owners(self) -> NDArray[np.int64]:
        """For each event, the place of its customer."""
        return np.repeat(np.arange(len(self.customers)), np.diff(self.offsets))
