"""What a question looks at: units (customers, sessions, values) and each one's events in order of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, Mask, Notes, mask, text_values
from cesta.kernels.picking import gather, lengths_of, places_of, stretch_of
from cesta.kernels.room import taken
from cesta.kernels.shown import shown_codes
from cesta.kernels.visits import visits
from cesta.store.columns import Codes, Snapshot, offsets_of, runs

Places = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Asked:
    """What is the same for all parts of one question; conditions are weighed once, on all events."""

    columns: Snapshot
    history: Mask | None = None
    """Which events there are for this question; None: all of them."""
    zone: tzinfo = UTC
    notes: Notes = field(default_factory=Notes)
    listing: bool = False
    session_gap: int = 1_800_000_000
    boundary: str = ">"
    masks: dict[Condition, Mask] = field(default_factory=dict)
    texts: dict[str, Texts] = field(default_factory=dict)

    def mask(self, condition: Condition) -> Mask:
        """For every event known, whether it meets the condition."""
        if condition not in self.masks:
            self.masks[condition] = mask(self.columns, condition, zone=self.zone, notes=self.notes)
        return self.masks[condition]

    def text_of(self, name: str) -> Texts:
        """The values of a property, or of "event", as texts."""
        if name not in self.texts:
            self.texts[name] = _texts(self.columns, name)
        return self.texts[name]

    def text_codes(self, name: str) -> tuple[Places, tuple[str, ...]]:
        """For every event known, the place of the property's value among the texts; place 0 is "", no value."""
        found = self.text_of(name)
        return found.place[found.codes], found.texts


@dataclass(frozen=True, slots=True)
class Texts:
    """A property's values as texts: event i has texts[place[codes[i]]]; place 0 is "", no value."""

    codes: Codes
    place: Places
    texts: tuple[str, ...]


def _texts(columns: Snapshot, name: str) -> Texts:
    if name == "event":
        return _placed(columns.codes, columns.names)
    column = columns.props.get(name)
    if column is None:
        return Texts(columns.codes, np.zeros(len(columns.names), np.int64), ("",))
    # code -1, not set, picks the last place
    return _placed(column.codes, (*text_values(column), ""))


def _placed(codes: Codes, values: tuple[str, ...]) -> Texts:
    texts = tuple(sorted({"", *values}))
    place = {text: code for code, text in enumerate(texts)}
    return Texts(codes, np.array([place[value] for value in values], np.int64), texts)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Unit u owns the events begins[u] … ends[u] - 1 of these codes and times.

    An event whose code is the number of names is not there for the question.
    """

    codes: Codes
    times: Places
    begins: Places
    ends: Places


@dataclass(frozen=True)
class Journeys:
    """Unit u owns the events offsets[u] … offsets[u + 1] - 1.

    picked: where each event lies in the columns; None where every unit has a stretch of the columns, `within`.
    """

    asked: Asked
    picked: Places | None
    offsets: Places
    owners: Callable[[], Sequence[str]]
    members: Places
    """For each unit, its place among all units of the question: `owners()[members[u]]` is its id."""
    within: Stretches | None = None
    whole: bool = True
    """Whether a unit with a stretch is a customer, and not a part of one."""

    @property
    def size(self) -> int:
        return len(self.offsets) - 1

    @cached_property
    def rows(self) -> Places:
        """For each event, its place in the columns."""
        if self.picked is not None:
            return self.picked
        assert self.within is not None
        lengths = self.within.ends - self.within.begins
        places = runs(self.within.begins, lengths)
        return places if len(places) == self.offsets[-1] else places[self.within.codes[places] != len(self.names)]

    @property
    def is_all(self) -> bool:
        """Whether these are all events there are, each customer a unit."""
        columns = self.asked.columns
        return self.picked is None and columns.is_plain and int(self.offsets[-1]) == len(columns.times)

    def of(self, per_event: NDArray[T]) -> NDArray[T]:
        """What these events have of something that every event of the columns has."""
        return per_event if self.is_all else per_event[self.rows]

    @cached_property
    def stretches(self) -> Stretches:
        """The events without a copy where that can be: unit u owns the places begins[u] … ends[u] - 1."""
        if self.within is not None:
            return self.within
        return Stretches(self.of(self.asked.columns.codes), self.times, self.offsets[:-1], self.offsets[1:])

    @property
    def times(self) -> Places:
        return self.of(self.asked.columns.times)

    @property
    def codes(self) -> Places:
        return self.of(self.asked.columns.codes).astype(np.int64)

    @property
    def names(self) -> tuple[str, ...]:
        return self.asked.columns.names

    @property
    def listing(self) -> bool:
        return self.asked.listing

    def lengths(self) -> Places:
        return lengths_of(self.offsets[:-1], self.offsets[1:])

    def unit_of_event(self) -> Places:
        return np.repeat(np.arange(self.size), self.lengths())

    def mask(self, condition: Condition) -> Mask:
        """For each event of these journeys, whether it meets the condition."""
        return self.of(self.asked.mask(condition))

    def ids(self, units: Places) -> list[str]:
        """The ids of these units, ascending."""
        owners = self.owners()
        return sorted(owners[place] for place in self.members[units].tolist())

    def ids_in_order(self) -> list[str]:
        """The id of every unit, unit by unit."""
        owners = self.owners()
        return [owners[place] for place in self.members.tolist()]

    def take(self, units: Places) -> Journeys:
        """Only these units, in this order."""
        if self.within is not None:
            begins, ends = taken(self.within.begins, units), taken(self.within.ends, units)
            within, offsets = replace(self.within, begins=begins, ends=ends), offsets_of(taken(self.lengths(), units))
            return replace(self, offsets=offsets, members=taken(self.members, units), within=within)
        events, offsets = gather(self.offsets, units)
        return replace(self, picked=self.rows[events], offsets=offsets, members=self.members[units])

    def keep(self, events: Mask) -> Journeys:
        """Only these events, and the units that still have one."""
        counts = np.bincount(self.unit_of_event()[events], minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(
            self, picked=self.rows[events], within=None, offsets=offsets_of(counts[left]), members=self.members[left]
        )

    def of_rows(self, units: Places, rows: Places) -> Journeys:
        """These rows, each belonging to the unit at the same place; both sorted by unit."""
        counts = np.bincount(units, minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(self, picked=rows, within=None, offsets=offsets_of(counts[left]), members=self.members[left])


def by_stretch(asked: Asked, span: tuple[int | None, int | None], chosen: Mask | None) -> Journeys:
    """One unit a customer: her events from the first moment on and before the second; `chosen`: these customers."""
    columns = asked.columns
    whole = columns.begins, columns.ends
    begins, ends = stretch_of(columns.times, whole, *span)
    codes, counts = columns.codes, lengths_of(begins, ends)
    if asked.history is not None:
        codes, counts = shown_codes(codes, asked.history, whole, (begins, ends), len(columns.names))
    left = places_of((counts > 0) if chosen is None else chosen & (counts > 0))
    if len(left) < len(begins):
        begins, ends, counts = (taken(each, left) for each in (begins, ends, counts))
    within = Stretches(codes, columns.times, begins, ends)
    return Journeys(asked, None, offsets_of(counts), lambda: columns.customers, left, within)


def by_key(journeys: Journeys, keys: Places, ids: Callable[[], Sequence[str]]) -> Journeys:
    """One unit a key; events whose key is -1 are dropped. Events of several customers come in order of time."""
    kept = np.flatnonzero(keys >= 0)
    times = journeys.times[kept]
    order = kept[np.lexsort((times, keys[kept]))]
    sorted_keys = keys[order]
    found, counts = np.unique(sorted_keys, return_counts=True)
    return Journeys(journeys.asked, journeys.rows[order], offsets_of(counts), ids, found.astype(np.int64))


def by_session(journeys: Journeys) -> Journeys:
    """One unit a session: a stretch of its unit's events."""
    assert journeys.within is not None
    asked, at = journeys.asked, journeys.within
    silence = asked.session_gap - (asked.boundary == ">=")
    found = visits(at.codes, at.times, at.begins, at.ends, len(journeys.names), silence)

    def ids() -> tuple[str, ...]:
        told = zip(journeys.ids_in_order(), np.diff(found.first).tolist(), strict=True)
        return tuple(f"{name}#{place}" for name, many in told for place in range(1, many + 1))

    within = replace(at, begins=found.begins, ends=found.ends)
    return Journeys(asked, None, offsets_of(found.events), ids, np.arange(len(found.events)), within, whole=False)


def by_property(journeys: Journeys, name: str) -> Journeys:
    """One unit a value of the property; events without it are dropped."""
    codes, texts = journeys.asked.text_codes(name)
    keys = codes[journeys.rows]
    return by_key(journeys, np.where(keys == 0, -1, keys), lambda: texts)


def by_customer_and_property(journeys: Journeys, name: str) -> Journeys:
    """One unit for each unit and each value it has; events without the value are dropped."""
    codes, texts = journeys.asked.text_codes(name)
    keys = codes[journeys.rows]
    pairs = journeys.unit_of_event() * len(texts) + keys
    found, dense = np.unique(pairs, return_inverse=True)

    def ids() -> tuple[str, ...]:
        names = journeys.ids_in_order()
        return tuple(f"{names[pair // len(texts)]}:{texts[pair % len(texts)]}" for pair in found.tolist())

    return by_key(journeys, np.where(keys == 0, -1, dense), ids)
