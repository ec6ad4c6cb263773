"""Journeys that grow while they are asked about: touched ones are laid anew behind the others, which stay."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Event, Value
from cesta.store.columns import (
    Codes,
    Column,
    Columns,
    PickedProps,
    Signed,
    Snapshot,
    from_events,
    narrowed,
    runs,
    signed_for,
)
from cesta.store.customers import Customers
from cesta.store.joined import Joined

Places = NDArray[np.int64]


class Base(Protocol):
    """Journeys one after the other, in arrays that have room behind them. `size`: how many events there are.

    The first C edges of `offsets` are where customers begin. `property`: a property's codes, with room, and values.
    """

    size: int
    customers: Customers
    offsets: Places
    names: tuple[str, ...]
    codes: Codes
    times: Places
    assumed: NDArray[np.bool_]
    properties: tuple[str, ...]

    def property(self, name: str) -> tuple[Signed, tuple[Value, ...]]: ...


class NoRoomError(Exception):
    """The journeys that changed no longer fit behind the others: all have to be laid anew."""


@dataclass(frozen=True)
class Overlaid:
    """A snapshot in which touched journeys lie behind the others."""

    customers: Sequence[str]
    begins: Places
    ends: Places
    codes: Codes
    times: Places
    names: tuple[str, ...]
    props: Mapping[str, Column]
    assumed: NDArray[np.bool_] | None

    is_plain = False

    @cached_property
    def as_of(self) -> int | None:
        """The newest event's time, or None when there is no event."""
        return int(self.times[self.ends - 1].max()) if len(self.ends) else None

    @cached_property
    def since(self) -> int | None:
        """The oldest event's time, or None when there is no event."""
        return int(self.times[self.begins].min()) if len(self.begins) else None

    @cached_property
    def whole(self) -> Columns:
        """The same journeys one after the other."""
        lengths = self.ends - self.begins
        rows = runs(self.begins, lengths)
        return Columns(
            customers=self.customers,
            offsets=np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))),
            codes=self.codes[rows],
            times=self.times[rows],
            names=self.names,
            props=PickedProps(self.props, rows),
            assumed=None if self.assumed is None else self.assumed[rows],
        )


@dataclass
class _Property:
    """One property's codes behind the base, filled as far as somebody asked."""

    codes: Signed
    values: tuple[Value, ...]
    filled: int
    parts: int = 0
    arrived: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))


class Live:
    """Journeys to which events are added; each `snapshot` stays as it was. For one thread; snapshots are for all."""

    def __init__(self, base: Base) -> None:
        self._base, self._used = base, base.size
        self._customers, self._names, self._codes = base.customers, base.names, base.codes
        self._begins, self._ends = base.offsets[:-1], base.offsets[1:]
        self._origin = np.empty(len(base.codes) - base.size, np.int64)
        self._parts: list[tuple[int, Columns]] = []
        self._arrived = 0
        self._properties: dict[str, _Property] = {}
        self._joined: Joined | None = None
        self._lock = threading.Lock()

    def join(self, changes: Mapping[str, str | None]) -> None:
        """Whose each of these ids is from now on; None: an own customer again. A customer is never somebody else's."""
        if self._joined is None:
            self._joined = Joined(len(self._begins))
        self._joined.join(changes, self._customers)

    def add(self, events: Sequence[Event]) -> None:
        """Lays the journeys that these events belong to anew. Raises NoRoomError, and nothing has changed then."""
        part = from_events(events)
        places = self._customers.places(part.customers)
        known = places >= 0
        more = np.diff(part.offsets)
        had = np.zeros(len(places), np.int64)
        had[known] = self._ends[places[known]] - self._begins[places[known]]
        stop = self._used + int((had + more).sum())
        if stop > len(self._codes):
            raise NoRoomError
        codes = self._named(part)
        begins = np.concatenate((np.zeros(1, np.int64), np.cumsum(had + more)))[:-1]
        old_to, new_to = runs(begins, had), runs(begins + had, more)
        old = runs(np.where(known, self._begins[places] if len(self._begins) else 0, 0), had)
        block = slice(self._used, stop)
        times, origin = np.empty(stop - self._used, np.int64), np.empty(stop - self._used, np.int64)
        times[old_to], times[new_to] = self._base.times[old], part.times
        origin[old_to], origin[new_to] = self._origin_of(old), -1 - self._arrived - np.arange(len(part.times))
        order = np.lexsort((times, np.repeat(np.arange(len(places)), had + more)))
        self._base.times[block], self._origin[block.start - self._base.size : stop - self._base.size] = (
            times[order],
            origin[order],
        )
        assert part.assumed is not None
        laid, moved = np.empty(len(order), self._codes.dtype), np.empty(len(order), np.bool_)
        laid[old_to], laid[new_to] = self._codes[old], codes
        moved[old_to], moved[new_to] = self._base.assumed[old], part.assumed
        self._codes[block], self._base.assumed[block] = laid[order], moved[order]
        self._stand(part.customers, places, self._used + begins, self._used + begins + had + more)
        if self._joined is not None:
            self._joined.touch(part.customers)
        self._parts.append((self._arrived, part))
        self._arrived, self._used = self._arrived + len(part.times), stop

    def snapshot(self) -> Snapshot:
        """The journeys as they are now. Raises NoRoomError."""
        if self._joined is None:
            return self.by_id()
        self._lay(*self._joined.to_lay(self._customers))
        return self._seen(*self._joined.over(self._customers, self._begins, self._ends))

    def by_id(self) -> Snapshot:
        """The journeys as they are now, each id a customer of its own."""
        return self._seen(self._customers, self._begins, self._ends)

    def _seen(self, customers: Customers, begins: Places, ends: Places) -> Snapshot:
        base, used = self._base, self._used
        names = sorted(set(base.properties).union(*(part.props for _, part in self._parts)))
        props = _LiveProps(self, tuple(names), used)
        codes, times, assumed = self._codes[:used], base.times[:used], base.assumed[:used]
        if used == base.size:
            return Columns(customers, base.offsets, codes, times, self._names, props, assumed)
        return Overlaid(customers, begins, ends, codes, times, self._names, props, assumed)

    def _lay(self, customers: Sequence[str], members: Sequence[Places]) -> None:
        """Lays the journey of each of these customers out of those of her ids; at equal moments by order of ids."""
        if not customers:
            return
        assert self._joined is not None
        ids = np.concatenate([np.zeros(0, np.int64), *members])
        rows = runs(self._begins[ids], self._ends[ids] - self._begins[ids])
        stop = self._used + len(rows)
        if stop > len(self._codes):
            raise NoRoomError
        counts = np.array([int((self._ends[mine] - self._begins[mine]).sum()) for mine in members], np.int64)
        rows = rows[np.lexsort((self._base.times[rows], np.repeat(np.arange(len(customers)), counts)))]
        block = slice(self._used, stop)
        self._codes[block], self._base.assumed[block] = self._codes[rows], self._base.assumed[rows]
        self._base.times[block] = self._base.times[rows]
        self._origin[block.start - self._base.size : stop - self._base.size] = self._origin_of(rows)
        self._joined.laid(customers, self._used + np.cumsum(counts) - counts, counts)
        self._used = stop

    def column(self, name: str, used: int) -> Column:
        """A property of the first `used` events."""
        with self._lock:
            if name not in self._properties:
                self._properties[name] = self._read(name)
            found = self._properties[name]
            if found.filled < used:
                self._fill(name, found, used)
            return Column(found.codes[:used], found.values)

    def _origin_of(self, rows: Places) -> Places:
        """Where these events come from: a place in the base, or -1 - the number of one that arrived."""
        behind = rows >= self._base.size
        origin = rows.copy()
        origin[behind] = self._origin[rows[behind] - self._base.size]
        return origin

    def _named(self, part: Columns) -> Codes:
        """The part's codes in our names; a name that is new gives all events codes of their own once more."""
        if not set(part.names) <= set(self._names):
            names = tuple(sorted({*self._names, *part.names}))
            place = {name: code for code, name in enumerate(names)}
            table = narrowed(np.array([place[name] for name in self._names], np.int64), len(names))
            # Snapshots hold the codes as they were, so these are others.
            codes = np.empty(len(self._codes), table.dtype)
            if len(table):
                np.take(table, self._codes[: self._used], out=codes[: self._used])
            self._names, self._codes = names, codes
        return np.searchsorted(np.array(self._names, dtype=object), np.array(part.names, dtype=object))[part.codes]

    def _stand(self, customers: Sequence[str], places: Places, begins: Places, ends: Places) -> None:
        """Notes where journeys lie from now on."""
        known = places >= 0
        lows, highs = self._begins.copy(), self._ends.copy()
        lows[places[known]], highs[places[known]] = begins[known], ends[known]
        if not known.all():
            added = [customer for customer, there in zip(customers, known.tolist(), strict=True) if not there]
            self._customers, where = self._customers.with_more(added)
            lows, highs = np.insert(lows, where, begins[~known]), np.insert(highs, where, ends[~known])
            if self._joined is not None:
                self._joined.insert(added, where)
        self._begins, self._ends = lows, highs

    def _read(self, name: str) -> _Property:
        if name in self._base.properties:
            codes, values = self._base.property(name)
            return _Property(codes, values, self._base.size)
        codes = np.full(len(self._codes), -1, np.int32)
        return _Property(codes, (), self._base.size)

    def _fill(self, name: str, found: _Property, used: int) -> None:
        for _, part in self._parts[found.parts :]:
            column = part.props.get(name)
            codes = np.full(len(part.times), -1, np.int32) if column is None else _recoded(found, column)
            found.arrived = np.concatenate((found.arrived, codes))
        found.parts = len(self._parts)
        if np.can_cast(found.codes.dtype, wide := np.dtype(signed_for(len(found.values)))):
            # Snapshots hold the codes as they were, so wider ones are others.
            found.codes = found.codes.astype(wide, copy=False)
        origin = self._origin[found.filled - self._base.size : used - self._base.size]
        there = origin >= 0
        found.codes[found.filled : used][there] = found.codes[origin[there]]
        found.codes[found.filled : used][~there] = found.arrived[-1 - origin[~there]]
        found.filled = used


def _recoded(found: _Property, column: Column) -> Signed:
    """The column's codes among the property's values, which take in those that are new."""
    known = {(type(value), value): code for code, value in enumerate(found.values)}
    places = [known.setdefault((type(value), value), len(known)) for value in column.values]
    if len(known) > len(found.values):
        found.values = tuple(value for _, value in known)
    codes: Signed = np.array([*places, -1], np.int32)[column.codes]
    return codes


class _LiveProps(Mapping[str, Column]):
    """The properties of a snapshot; each is read when it is asked for."""

    def __init__(self, live: Live, names: tuple[str, ...], used: int) -> None:
        self._live, self._names, self._used = live, names, used
        self._read: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            self._read[name] = self._live.column(name, self._used)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
