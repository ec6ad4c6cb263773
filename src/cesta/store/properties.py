"""Properties of journeys that grow: each is filled behind the base when somebody asks for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.base import Base
from cesta.store.columns import Column, Columns, Signed, signed_for

Places = NDArray[np.int64]


@dataclass
class _Property:
    """One property's codes, behind the base filled so far. parts: how many of those that arrived are in `arrived`."""

    codes: Signed
    values: tuple[Value, ...]
    filled: int
    parts: int = 0
    arrived: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))


class Properties:
    """`origin`: for each event behind the base where it comes from, a place in the base or -1 - its number of arrival.

    One thread brings events; any may ask.
    """

    def __init__(self, base: Base, origin: Places) -> None:
        self._base, self._origin = base, origin
        self._parts: list[Columns] = []
        self._starts: list[int] = []
        self._arrived = 0
        self._names = set(base.properties)
        self._read: dict[str, _Property] = {}
        self._lock = threading.Lock()

    def next_origins(self, events: int) -> Places:
        """The origins of the events that arrive next."""
        return -1 - self._arrived - np.arange(events)

    def arrive(self, part: Columns) -> None:
        """Events that arrived."""
        self._names.update(part.props)
        self._parts.append(part)
        self._starts.append(self._arrived)
        self._arrived += len(part.times)

    def of(self, used: int) -> Mapping[str, Column]:
        """The properties of the first `used` events; each is read when it is asked for."""
        return Seen(self, tuple(sorted(self._names)), used)

    def column(self, name: str, used: int) -> Column:
        """A property of the first `used` events."""
        with self._lock:
            if name not in self._read:
                self._read[name] = self._from_base(name)
            found = self._read[name]
            if found.filled < used:
                self._fill(name, found, used)
            return Column(found.codes[:used], found.values)

    def few(self, name: str, rows: Places) -> Column:
        """A property of some events, with their values alone: what came since need not be filled in for everybody."""
        with self._lock:
            if name not in self._read:
                self._read[name] = self._from_base(name)
            found = self._read[name]
            origin, behind = rows.copy(), rows >= self._base.size
            origin[behind] = self._origin[rows[behind] - self._base.size]
            codes: Places = np.full(len(rows), -1, np.int64)
            known: dict[tuple[type, Value], int] = {}
            there = origin >= 0
            codes[there] = _among(found.codes[origin[there]], found.values, known)
            number = -1 - origin
            part_of = np.searchsorted(self._starts, number, side="right") - 1
            for place in np.unique(part_of[~there]).tolist():
                column = self._parts[place].props.get(name)
                if column is not None:
                    mine = ~there & (part_of == place)
                    codes[mine] = _among(column.codes[number[mine] - self._starts[place]], column.values, known)
        return Column(codes.astype(signed_for(len(known))), tuple(value for _, value in known))

    def _from_base(self, name: str) -> _Property:
        size = self._base.size
        if name in self._base.properties:
            return _Property(*self._base.property(name), size)
        return _Property(np.full(len(self._base.times), -1, np.int8), (), size)

    def _fill(self, name: str, found: _Property, used: int) -> None:
        new = self._parts[found.parts :]
        if new:
            known = {(type(value), value): code for code, value in enumerate(found.values)}
            found.arrived = np.concatenate((found.arrived, *(_recoded(part, name, known) for part in new)))
            found.parts += len(new)
            found.values = tuple(value for _, value in known)
        if np.can_cast(found.codes.dtype, wide := np.dtype(signed_for(len(found.values)))):
            # Snapshots hold the codes as they were, so wider ones are others.
            found.codes = found.codes.astype(wide, copy=False)
        origin = self._origin[found.filled - self._base.size : used - self._base.size]
        there = origin >= 0
        block = found.codes[found.filled : used]
        block[there] = found.codes[origin[there]]
        block[~there] = found.arrived[-1 - origin[~there]]
        found.filled = used


def _among(codes: Signed, values: tuple[Value, ...], known: dict[tuple[type, Value], int]) -> Places:
    """The codes among the known values, which take in those that are new; only values that are met are looked at."""
    used, places = np.unique(codes, return_inverse=True)
    table = [known.setdefault((type(values[c]), values[c]), len(known)) if c >= 0 else -1 for c in used.tolist()]
    return np.array(table, np.int64)[places]


def _recoded(part: Columns, name: str, known: dict[tuple[type, Value], int]) -> NDArray[np.int32]:
    """The codes of a part's property among the known values, which take in those that are new."""
    column = part.props.get(name)
    if column is None:
        return np.full(len(part.times), -1, np.int32)
    places = [known.setdefault((type(value), value), len(known)) for value in column.values]
    codes: NDArray[np.int32] = np.array([*places, -1], np.int32)[column.codes]
    return codes


class Seen(Mapping[str, Column]):
    """The properties as one snapshot sees them."""

    def __init__(self, properties: Properties, names: tuple[str, ...], used: int) -> None:
        self._properties, self._names, self._used = properties, names, used
        self._read: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            self._read[name] = self._properties.column(name, self._used)
        return self._read[name]

    def few(self, name: str, rows: Places) -> Column:
        """A property of some of the events, with their values alone."""
        return self._properties.few(name, rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
