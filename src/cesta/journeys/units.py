"""What a question looks at: units (customers, sessions, values) and each one's events in order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, Mask, Notes, mask, text_values
from cesta.kernels.picking import gather
from cesta.store.columns import Columns

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """What is the same for all parts of one question; conditions are weighed once, on all events."""

    columns: Columns
    history: Mask
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


@dataclass(frozen=True)
class Journeys:
    """Unit u owns the events offsets[u] … offsets[u + 1] - 1; `rows` says where each event lies in the columns."""

    asked: Asked
    rows: Places
    offsets: Places
    owners: Callable[[], tuple[str, ...]]
    members: Places
    """For each unit, its place among all units of the question: `owners()[members[u]]` is its id."""

    @property
    def size(self) -> int:
        return len(self.offsets) - 1

    @property
    def times(self) -> Places:
        return self.asked.columns.times[self.rows]

    @property
    def codes(self) -> Places:
        return self.asked.columns.codes[self.rows].astype(np.int64)

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
        return np.asarray(self.asked.mask(condition)[self.rows])

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
        return replace(self, rows=self.rows[events], offsets=offsets, members=self.members[units])

    def keep(self, events: Mask) -> Journeys:
        """Only these events, and the units that still have one."""
        counts = np.bincount(self.unit_of_event()[events], minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(self, rows=self.rows[events], offsets=offsets_of(counts[left]), members=self.members[left])

    def of_rows(self, units: Places, rows: Places) -> Journeys:
        """These rows, each belonging to the unit at the same place; both sorted by unit."""
        counts = np.bincount(units, minlength=self.size)
        left = np.flatnonzero(counts)
        return replace(self, rows=rows, offsets=offsets_of(counts[left]), members=self.members[left])


def offsets_of(counts: Places) -> Places:
    """Where each run of events begins, and where the last ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def by_customer(asked: Asked, rows: Places) -> Journeys:
    """One unit a customer, of those with an event among the rows (which are ascending)."""
    columns = asked.columns
    counts = np.diff(np.searchsorted(rows, columns.offsets))
    left = np.flatnonzero(counts)
    return Journeys(asked, rows, offsets_of(counts[left]), lambda: columns.customers, left)


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
