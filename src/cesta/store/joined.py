"""Ids that are one customer: which journeys stand for themselves, and which are parts of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from cesta.store.customers import Customers

Places = NDArray[np.int64]


class Joined:
    """The customers made of several ids, over journeys that each belong to one id.

    A customer's ids are those joined to her and her own; a join may name ids of which there is no event yet.
    """

    def __init__(self, ids: int) -> None:
        self._customer_of: dict[str, str] = {}
        self._ids_of: dict[str, set[str]] = {}
        self._is_part = np.zeros(ids, np.bool_)
        self._places: dict[str, tuple[int, int]] = {}
        """Where each customer's journey was laid: its first event, and how many."""
        self._touched: set[str] = set()

    def join(self, changes: Mapping[str, str | None], customers: Customers) -> None:
        """Whose each id is from now on; None: an own customer again."""
        affected = set(changes)
        for one, customer in changes.items():
            before = self._customer_of.pop(one, None)
            if before is not None:
                self._ids_of[before].discard(one)
                affected.add(before)
            if customer is not None:
                self._customer_of[one] = customer
                self._ids_of.setdefault(customer, {customer}).add(one)
                affected.add(customer)
        for one in affected:
            if self._ids_of.get(one) == {one}:
                del self._ids_of[one]
            self._places.pop(one, None)
        self._touched = (self._touched | affected) & self._ids_of.keys()
        ordered = sorted(affected)
        places = customers.places(ordered)
        there = places >= 0
        self._is_part[places[there]] = [self._is_one_of_several(one) for one in np.array(ordered, object)[there]]

    def touch(self, ids: Sequence[str]) -> None:
        """These ids have more events."""
        if self._ids_of:
            whose = (self._customer_of.get(one, one) for one in ids)
            self._touched.update(customer for customer in whose if customer in self._ids_of)

    def insert(self, added: Sequence[str], where: Places) -> None:
        """These ids came to stand before those places."""
        self._is_part = np.insert(self._is_part, where, [self._is_one_of_several(one) for one in added])

    def to_lay(self, customers: Customers) -> tuple[list[str], list[Places]]:
        """The customers whose journeys are to be laid anew, and the places of each one's ids that have events."""
        wanted = sorted(self._touched)
        every = sorted({one for customer in wanted for one in self._ids_of[customer]})
        place_of = dict(zip(every, customers.places(every).tolist(), strict=True))
        found = [(c, [place_of[one] for one in sorted(self._ids_of[c]) if place_of[one] >= 0]) for c in wanted]
        self._touched = set()
        return [c for c, places in found if places], [np.array(places, np.int64) for _, places in found if places]

    def laid(self, customers: Sequence[str], begins: Places, counts: Places) -> None:
        """Where these customers' journeys lie now."""
        self._places.update(zip(customers, zip(begins.tolist(), counts.tolist(), strict=True), strict=True))

    def over(self, customers: Customers, begins: Places, ends: Places) -> tuple[Customers, Places, Places]:
        """All customers with their journeys: those that stand for themselves, and those made of several ids."""
        alone = ~self._is_part
        found = sorted(self._places)
        lows = np.array([self._places[one][0] for one in found], np.int64)
        counts = np.array([self._places[one][1] for one in found], np.int64)
        every, where = customers.only(alone).with_more(found)
        return every, np.insert(begins[alone], where, lows), np.insert(ends[alone], where, lows + counts)

    def _is_one_of_several(self, one: str) -> bool:
        return one in self._customer_of or one in self._ids_of
