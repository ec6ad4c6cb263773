"""Every event as sorted columns: customers in order of id, each one's events in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Event, Value

Codes = NDArray[np.integer[Any]]
"""Places in a list of names, as narrow as their number allows."""
Signed = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Column:
    """One property, dictionary-coded: `values[codes[i]]` is event i's value, code -1 means not set.

    `values` are distinct (1, 1.0 and True are three values) in no promised order. Codes are as narrow as they may be.
    """

    codes: Signed
    values: tuple[Value, ...]


class Snapshot(Protocol):
    """Journeys as a question sees them. Customer c owns the events begins[c] … ends[c] - 1.

    The rest as in `Columns`; but journeys may lie in any order, and between them there may be events of nobody.
    """

    @property
    def customers(self) -> Sequence[str]: ...
    @property
    def begins(self) -> NDArray[np.int64]: ...
    @property
    def ends(self) -> NDArray[np.int64]: ...
    @property
    def codes(self) -> Codes: ...
    @property
    def times(self) -> NDArray[np.int64]: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def props(self) -> Mapping[str, Column]: ...
    @property
    def assumed(self) -> NDArray[np.bool_] | None: ...
    @property
    def as_of(self) -> int | None: ...
    @property
    def since(self) -> int | None: ...
    @property
    def is_plain(self) -> bool:
        """Whether journeys lie one after the other, in order, and nothing else is there."""

    @property
    def whole(self) -> Columns:
        """The same journeys one after the other."""


@dataclass(frozen=True)
class Columns:
    """A snapshot of journeys. Customer c owns the events offsets[c] … offsets[c + 1] - 1.

    customers: C ids, ascending in code point order, each with at least one event.
    offsets: int64, C + 1. codes: N places in `names`, narrow. times: int64, N, UTC microseconds, ascending inside a
    customer, stored order at equal times. names: event names, ascending. props: property name to Column of N codes.
    assumed: bool, N, true where the source knew only the day; None where nobody asked.
    """

    customers: Sequence[str]
    offsets: NDArray[np.int64]
    codes: Codes
    times: NDArray[np.int64]
    names: tuple[str, ...]
    props: Mapping[str, Column] = field(default_factory=dict)
    assumed: NDArray[np.bool_] | None = None

    @property
    def begins(self) -> NDArray[np.int64]:
        return self.offsets[:-1]

    @property
    def ends(self) -> NDArray[np.int64]:
        return self.offsets[1:]

    @property
    def is_plain(self) -> bool:
        return True

    @property
    def whole(self) -> Columns:
        return self

    @cached_property
    def as_of(self) -> int | None:
        """The newest event's time, or None when there is no event."""
        return int(self.times[self.offsets[1:] - 1].max()) if len(self.times) else None

    @cached_property
    def since(self) -> int | None:
        """The oldest event's time, or None when there is no event."""
        return int(self.times[self.offsets[:-1]].min()) if len(self.times) else None

    def owners(self) -> NDArray[np.int64]:
        """For each event, the place of its customer."""
        return np.repeat(np.arange(len(self.customers)), np.diff(self.offsets))


@dataclass(frozen=True)
class Picked:
    """Some events out of columns, so far as conditions look at them; a property is taken when it is asked for."""

    columns: Snapshot
    rows: NDArray[np.int64]
    props: Mapping[str, Column] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "props", PickedProps(self.columns.props, self.rows))

    @property
    def names(self) -> tuple[str, ...]:
        return self.columns.names

    @cached_property
    def codes(self) -> Codes:
        return self.columns.codes[self.rows]

    @cached_property
    def times(self) -> NDArray[np.int64]:
        return self.columns.times[self.rows]


class PickedProps(Mapping[str, Column]):
    """Properties of some of the events; each is picked when it is asked for."""

    def __init__(self, whole: Mapping[str, Column], rows: NDArray[np.int64]) -> None:
        self._whole, self._rows = whole, rows
        self._picked: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._picked:
            column = self._whole[name]
            self._picked[name] = Column(column.codes[self._rows], column.values)
        return self._picked[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


def from_events(events: Iterable[Event]) -> Columns:
    """The columns of these events; events of one customer at one time keep the order they came in.

    >>> columns = from_events([Event("web", "1", "bob", "buy", 20), Event("web", "2", "ann", "see", 30)])
    >>> columns.customers, columns.names, columns.times.tolist()
    (('ann', 'bob'), ('buy', 'see'), [30, 20])
    """
    ordered = sorted(events, key=lambda event: (event.customer, event.time))
    customers = tuple(sorted({event.customer for event in ordered}))
    names = tuple(sorted({event.name for event in ordered}))
    place = {name: code for code, name in enumerate(names)}
    owner = {customer: code for code, customer in enumerate(customers)}
    count = len(ordered)
    owners = np.fromiter((owner[event.customer] for event in ordered), np.int64, count)
    return Columns(
        customers=customers,
        offsets=offsets_of(np.bincount(owners, minlength=len(customers))),
        codes=narrowed(np.fromiter((place[event.name] for event in ordered), np.int64, count), len(names)),
        times=np.fromiter((event.time for event in ordered), np.int64, count),
        names=names,
        props=_properties(ordered),
        assumed=np.fromiter((event.assumed_time for event in ordered), np.bool_, count),
    )


def column_of(values: Sequence[Value], codes: NDArray[np.int32]) -> Column:
    """A column whose `values` may repeat: equal values of one type become one."""
    distinct: dict[tuple[type, Value], int] = {}
    places = np.empty(len(values) + 1, np.int32)
    places[-1] = -1
    for place, value in enumerate(values):
        places[place] = distinct.setdefault((type(value), value), len(distinct))
    if len(distinct) == len(values):
        return Column(codes, tuple(values))
    return Column(places[codes], tuple(value for _, value in distinct))


def offsets_of(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each run of events begins, and where the last ends.

    >>> offsets_of(np.array([2, 3]))
    array([0, 2, 5])
    """
    offsets = np.empty(len(lengths) + 1, np.int64)
    offsets[0] = 0
    np.cumsum(lengths, out=offsets[1:])
    return offsets


def runs(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of several runs, one after the other.

    >>> runs(np.array([5, 0]), np.array([2, 3]))
    array([5, 6, 0, 1, 2])
    """
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    places: NDArray[np.int64] = np.arange(total) + np.repeat(begins - (ends - lengths), lengths)
    return places


def per_customer(columns: Snapshot, met: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each customer, how many of her events are in the mask."""
    total = np.concatenate((np.zeros(1, np.int64), np.cumsum(met, dtype=np.int64)))
    found: NDArray[np.int64] = total[columns.ends] - total[columns.begins]
    return found


def signed_for(values: int) -> type[np.signedinteger[Any]]:
    """The narrowest type for codes of so many values and -1.

    >>> signed_for(127).__name__, signed_for(128).__name__
    ('int8', 'int16')
    """
    return np.int8 if values < 1 << 7 else np.int16 if values < 1 << 15 else np.int32


def narrowed(codes: Codes, names: int) -> Codes:
    """The codes in the narrowest type that also holds one more than there are names: memory is what questions wait for.

    >>> narrowed(np.array([3, 255]), 256).dtype, narrowed(np.array([3, 254]), 255).dtype
    (dtype('uint16'), dtype('uint8'))
    """
    kind = np.uint8 if names < 1 << 8 else np.uint16 if names < 1 << 16 else np.uint32
    return codes.astype(kind, copy=False)


def _properties(ordered: Sequence[Event]) -> dict[str, Column]:
    codes: dict[str, NDArray[np.int32]] = {}
    values: dict[str, dict[tuple[type, Value], int]] = {}
    for place, event in enumerate(ordered):
        for name, value in event.properties.items():
            if name not in codes:
                codes[name] = np.full(len(ordered), -1, np.int32)
                values[name] = {}
            codes[name][place] = values[name].setdefault((type(value), value), len(values[name]))
    return {name: Column(codes[name], tuple(value for _, value in values[name])) for name in sorted(codes)}
