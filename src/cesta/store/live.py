"""Journeys that grow while they are asked about: touched ones are laid anew behind the others, which stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Event
from cesta.store.base import Base
from cesta.store.columns import (
    Codes,
    Column,
    Columns,
    PickedProps,
    Snapshot,
    from_events,
    narrowed,
    offsets_of,
    runs,
)
from cesta.store.customers import Customers
from cesta.store.joined import Joined
from cesta.store.properties import Properties

Places = NDArray[np.int64]


class NoRoomError(Exception):
    """The journeys that changed no longer fit behind the others: all have to be laid anew."""


class SameMomentError(Exception):
    """An event stands at the moment of one that is there, and which comes first is not known here."""


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
            offsets=offsets_of(lengths),
            codes=self.codes[rows],
            times=self.times[rows],
            names=self.names,
            props=PickedProps(self.props, rows),
            assumed=None if self.assumed is None else self.assumed[rows],
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """Where the journeys lie that are shown, beside those of single ids; and which ids are another customer's."""

    begins: Places
    ends: Places
    is_part: NDArray[np.bool_]


class Live:
    """Journeys to which events are added; each `snapshot` stays as it was. For one thread; snapshots are for all."""

    def __init__(self, base: Base) -> None:
        self._base, self._used = base, base.size
        self._customers, self._names, self._codes = base.customers, base.names, base.codes
        self._begins, self._ends = base.offsets[:-1], base.offsets[1:]
        self._origin = np.empty(len(base.codes) - base.size, np.int64)
        self._properties = Properties(base, self._origin)
        self._joined = Joined()
        self._shown: _Shown | None = None

    def join(self, changes: Mapping[str, str | None]) -> None:
        """Whose each of these ids is from now on; None: an own customer again. A customer is never somebody else's."""
        if self._shown is None:
            is_part = np.zeros(len(self._begins), np.bool_)
            self._shown = _Shown(self._begins.copy(), self._ends.copy(), is_part)
        affected = self._joined.join(changes)
        places = self._customers.places(affected)
        new = [one for one, place in zip(affected, places, strict=True) if place < 0 and self._joined.is_several(one)]
        if new:
            nothing = np.zeros(len(new), np.int64)
            self._insert(new, nothing, nothing)
            places = self._customers.places(affected)
        there = places >= 0
        self._shown.is_part[places[there]] = [self._joined.is_part(one) for one in np.array(affected, object)[there]]
        self._show(places[there])

    def add(self, events: Sequence[Event]) -> None:
        """Lays the journeys that these events belong to anew. Raises NoRoomError, and nothing has changed then."""
        self.add_columns(from_events(events))

    def add_columns(self, part: Columns, *, alone: bool = False) -> None:
        """Lays the journeys that this part belongs to anew; at equal moments what is there comes first.

        alone: no event may stand at the moment of one of the same customer that is there. Raises NoRoomError and
        SameMomentError, and nothing has changed then.
        """
        places = self._customers.places(part.customers)
        known = places >= 0
        more = np.diff(part.offsets)
        had = np.zeros(len(places), np.int64)
        had[known] = self._ends[places[known]] - self._begins[places[known]]
        block = self._room(int((had + more).sum()))
        edges = offsets_of(had + more)
        old_to, new_to = runs(edges[:-1], had), runs(edges[:-1] + had, more)
        old = runs(self._begins[places[known]], had[known])
        times, origin = np.empty(edges[-1], np.int64), np.empty(edges[-1], np.int64)
        times[old_to], times[new_to] = self._base.times[old], part.times
        owners = np.repeat(np.arange(len(places)), had + more)
        order = np.lexsort((times, owners))
        if alone:
            is_new = np.zeros(len(order), np.bool_)
            is_new[new_to] = True
            if _meet(owners[order], times[order], is_new[order]):
                raise SameMomentError
        codes = self._named(part)
        origin[old_to], origin[new_to] = self._origin_of(old), self._properties.next_origins(len(part.times))
        laid, assumed = np.empty(edges[-1], self._codes.dtype), np.empty(edges[-1], np.bool_)
        laid[old_to], laid[new_to] = self._codes[old], codes
        assumed[old_to], assumed[new_to] = self._base.assumed[old], False if part.assumed is None else part.assumed
        self._put(block, laid[order], times[order], assumed[order], origin[order])
        self._stand(part.customers, places, block.start + edges)
        self._joined.touch(part.customers)
        self._properties.arrive(part)

    def snapshot(self) -> Snapshot:
        """The journeys as they are now. Raises NoRoomError."""
        if self._shown is None:
            return self._seen(self._customers, self._begins, self._ends)
        self._lay(self._joined.touched())
        return self._some(self._shown.begins, self._shown.ends, ~self._shown.is_part)

    def by_id(self) -> Snapshot:
        """The journeys as they are now, each id a customer of its own."""
        return self._some(self._begins, self._ends, np.ones(len(self._begins), np.bool_))

    def _some(self, begins: Places, ends: Places, kept: NDArray[np.bool_]) -> Snapshot:
        """Of these journeys those that are kept and have an event."""
        kept = kept & (ends > begins)
        return self._seen(self._customers.only(kept), begins[kept], ends[kept])

    def _seen(self, customers: Customers, begins: Places, ends: Places) -> Snapshot:
        base, used = self._base, self._used
        props = self._properties.of(used)
        codes, times, assumed = self._codes[:used], base.times[:used], base.assumed[:used]
        if used == base.size:
            return Columns(customers, base.offsets, codes, times, self._names, props, assumed)
        return Overlaid(customers, begins, ends, codes, times, self._names, props, assumed)

    def _lay(self, touched: Mapping[str, Sequence[str]]) -> None:
        """Lays the journey of each of these customers out of those of her ids; at equal moments by order of ids."""
        if not touched:
            return
        ids = sorted({one for hers in touched.values() for one in hers})
        place_of = dict(zip(ids, self._customers.places(ids).tolist(), strict=True))
        parts = [
            (row, place_of[one]) for row, hers in enumerate(touched.values()) for one in hers if place_of[one] >= 0
        ]
        owner, places = np.array(parts, np.int64).reshape(-1, 2).T
        lengths = self._ends[places] - self._begins[places]
        block = self._room(int(lengths.sum()))
        rows = runs(self._begins[places], lengths)
        owners = np.repeat(owner, lengths)
        rows = rows[np.lexsort((self._base.times[rows], owners))]
        self._put(block, self._codes[rows], self._base.times[rows], self._base.assumed[rows], self._origin_of(rows))
        edges = block.start + offsets_of(np.bincount(owners, minlength=len(touched)))
        mine = [place_of[customer] for customer in touched]
        assert self._shown is not None
        self._shown.begins[mine], self._shown.ends[mine] = edges[:-1], edges[1:]
        self._joined.laid()

    def _room(self, events: int) -> slice:
        """The next places, for so many events. Raises NoRoomError."""
        if self._used + events > len(self._codes):
            raise NoRoomError
        return slice(self._used, self._used + events)

    def _put(self, block: slice, codes: Codes, times: Places, assumed: NDArray[np.bool_], origin: Places) -> None:
        self._codes[block], self._base.times[block], self._base.assumed[block] = codes, times, assumed
        self._origin[block.start - self._base.size : block.stop - self._base.size] = origin
        self._used = block.stop

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

    def _stand(self, customers: Sequence[str], places: Places, edges: Places) -> None:
        """Notes where these customers' journeys lie from now on."""
        known = places >= 0
        # Snapshots hold the edges as they were, so these are others.
        self._begins, self._ends = self._begins.copy(), self._ends.copy()
        self._begins[places[known]], self._ends[places[known]] = edges[:-1][known], edges[1:][known]
        self._show(places[known])
        if not known.all():
            new = [customer for customer, there in zip(customers, known.tolist(), strict=True) if not there]
            self._insert(new, edges[:-1][~known], edges[1:][~known])

    def _show(self, places: Places) -> None:
        """Shows the journeys of these ids as they are; those of customers with several are laid later."""
        if self._shown is not None:
            self._shown.begins[places], self._shown.ends[places] = self._begins[places], self._ends[places]

    def _insert(self, new: Sequence[str], begins: Places, ends: Places) -> None:
        """Ids that were not known take their places among the others."""
        self._customers, where = self._customers.with_more(new)
        self._begins, self._ends = np.insert(self._begins, where, begins), np.insert(self._ends, where, ends)
        if self._shown is not None:
            self._shown = _Shown(
                np.insert(self._shown.begins, where, begins),
                np.insert(self._shown.ends, where, ends),
                np.insert(self._shown.is_part, where, [self._joined.is_part(one) for one in new]),
            )


def _meet(owners: Places, times: Places, new: NDArray[np.bool_]) -> bool:
    """Whether an event that is new stands at the moment of one that is not."""
    same = (owners[1:] == owners[:-1]) & (times[1:] == times[:-1])
    return bool((same & (new[1:] != new[:-1])).any())
