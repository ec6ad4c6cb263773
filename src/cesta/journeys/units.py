"""What a question looks at: units (customers, sessions, values) and each one's events in order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, Mask, Notes, mask, text_values
from cesta.kernels.picking import gather, stretch_of
from cesta.store.columns import Columns

Places = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Asked:
    """What is the same for all parts of one question; conditions are weighed once, on all events."""

    columns: Columns
    history: Mask | None = None
    """Which events there are for this question; None: all of them."""
    zone: tzinfo = UTC
    notes: Notes = field(default_factory=Notes)
    listing: bool = False
    session_gap: int = 1_800_000_000
    boundary: str = ">"
    masks: dict[Condition, Mask] = field(default_factory=dict)
    texts: dict[str, tuple[NDArray[np.int64], tuple[str, ...]]] = field(default_factory=dict)

    def mask(self, condition: Condition) -> Mask:
        """For every event known, whether it meets the condition."""
        if condition not in self.masks:
            self.masks[condition] = mask(self.columns, condition, zone=self.zone, notes=self.notes)
        return self.masks[condition]

    def text_codes(self, name: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
        """For every event known, the place of the property's value among the texts; place 0 is "", no value."""
        if name not in self.texts:
            self.texts[name] = _text_codes(self.columns, name)
        return self.texts[name]


def _text_codes(columns: Columns, name: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    if name == "event":
        texts = tuple(sorted({"", *columns.names}))
        place = {text: code for code, text in enumerate(texts)}
        return np.array([place[one] for one in columns.names], np.int64)[columns.codes], texts
    column = columns.props.get(name)
    if column is None:
        return np.zeros(len(columns.codes), np.int64), ("",)
    values = text_values(column)
    texts = tuple(sorted({"", *values}))
    place = {text: code for code, text in enumerate(texts)}
    # code -1, not set, picks the last place
    return np.array([*(place[value] for value in values), 0], np.int64)[column.codes], texts


@dataclass(frozen=True, slots=True)
class Stretches:
    """Unit u owns the events begins[u] … ends[u] - 1 of these codes and times."""

    codes: NDArray[np.int32]
    times: Places
    begins: Places
    ends: Places


@dataclass(frozen=True)
class Journeys:
    """Unit u owns the events offsets[u] … offsets[u + 1] - 1.

    picked: where each event lies in the columns. begins: where that is a stretch of the columns for every unit, the
    place of its first event instead, and `picked` is None.
    """

    asked: Asked
    picked: Places | None
    offsets: Places
    owners: Callable[[], tuple[str, ...]]
    members: Places
    """For each unit, its place among all units of the question: `owners()[members[u]]` is its id."""
    begins: Places | None = None

    @property
    def size(self) -> int:
        return len(self.offsets) - 1

    @cached_property
    def rows(self) -> Places:
        """For each event, its place in the columns."""
        if self.picked is not None:
            return self.picked
        assert self.begins is not None
        return np.arange(self.offsets[-1]) + np.repeat(self.begins - self.offsets[:-1], self.lengths())

    @property
    def is_all(self) -> bool:
        """Whether these are all events there are, each customer a unit."""
        return self.picked is None and int(self.offsets[-1]) == len(self.asked.columns.times)

    def of(self, per_event: NDArray[T]) -> NDArray[T]:
        """What these events have of something that every event of the columns has."""
        return per_event if self.is_all else per_event[self.rows]

    @cached_property
    def stretches(self) -> Stretches:
        """The events without a copy where that can be: unit u owns the places begins[u] … ends[u] - 1."""
        columns = self.asked.columns
        if self.begins is not None:
            return Stretches(columns.codes, columns.times, self.begins, self.begins + self.lengths())
        return Stretches(self.of(columns.codes), self.times, self.offsets[:-1], self.offsets[1:])

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
        return np.diff(self.offsets)

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
        events, offsets = gather(self.offsets, units)
        return replace(self, picked=self.rows[events], begins=None, offsets=offsets, members=self.members[units])

    def keep(self, events: Mask) -> Journeys:
        """Only these events, and the units that still have one."""
        counts = np.bincount(self.unit_of_event()[events], minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(
            self, picked=self.rows[events], begins=None, offsets=offsets_of(counts[left]), members=self.members[left]
        )

    def of_rows(self, units: Places, rows: Places) -> Journeys:
        """These rows, each belonging to the unit at the same place; both sorted by unit."""
        counts = np.bincount(units, minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(self, picked=rows, begins=None, offsets=offsets_of(counts[left]), members=self.members[left])


def offsets_of(counts: Places) -> Places:
    """Where each run of events begins, and where the last ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def by_customer(asked: Asked, rows: Places) -> Journeys:
    """One unit a customer, of those with an event among the rows (which are ascending)."""
    columns = asked.columns
    counts = np.diff(np.searchsorted(rows, columns.offsets))
    left = np.flatnonzero(counts)
    return Journeys(asked, rows, offsets_of(counts[left]), lambda: columns.customers, left)


def by_stretch(asked: Asked, span: tuple[int | None, int | None], chosen: Mask | None) -> Journeys:
    """One unit a customer: her events from the first moment on and before the second; `chosen`: these customers."""
    columns = asked.columns
    begins, ends = stretch_of(columns.times, columns.offsets, *span)
    filled = begins < ends if chosen is None else chosen & (begins < ends)
    left = np.flatnonzero(filled)
    if len(left) < len(begins):
        begins, ends = begins[left], ends[left]
    return Journeys(asked, None, offsets_of(ends - begins), lambda: columns.customers, left, begins)


def by_key(journeys: Journeys, keys: Places, ids: Callable[[], tuple[str, ...]]) -> Journeys:
    """One unit a key; events whose key is -1 are dropped. Events of several customers come in order of time."""
    kept = np.flatnonzero(keys >= 0)
    times = journeys.times[kept]
    order = kept[np.lexsort((times, keys[kept]))]
    sorted_keys = keys[order]
    found, counts = np.unique(sorted_keys, return_counts=True)
    return Journeys(journeys.asked, journeys.rows[order], offsets_of(counts), ids, found.astype(np.int64))


def by_session(journeys: Journeys, session: Places) -> Journeys:
    """One unit a session; `session` numbers them over all customers, from 0, ascending with the events."""
    owner = journeys.unit_of_event()
    starts = np.flatnonzero(np.diff(session, prepend=-1)) if len(session) else np.zeros(0, np.int64)

    def ids() -> tuple[str, ...]:
        names = journeys.ids_in_order()
        owners = owner[starts]
        first = np.searchsorted(owners, owners)
        return tuple(
            f"{names[unit]}#{place + 1}" for unit, place in zip(owners, np.arange(len(owners)) - first, strict=True)
        )

    return by_key(journeys, session, ids)


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
