"""Ids that are one customer: whose each is, and whose journeys have changed by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Joined:
    """The customers made of several ids: each has the ids joined to her, and her own.

    A join may name ids of which there is no event yet. A customer is never somebody else's.
    """

    def __init__(self) -> None:
        self._customer_of: dict[str, str] = {}
        self._ids_of: dict[str, set[str]] = {}
        self._touched: set[str] = set()

    def join(self, changes: Mapping[str, str | None]) -> list[str]:
        """Whose each id is from now on, None: her own; the ids whose journeys are others now, ascending."""
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
        self._touched = (self._touched | affected) & self._ids_of.keys()
        return sorted(affected)

    def touch(self, ids: Iterable[str]) -> None:
        """These ids have more events."""
        whose = (self._customer_of.get(one, one) for one in ids)
        self._touched.update(customer for customer in whose if customer in self._ids_of)

    def is_part(self, one: str) -> bool:
        """Whether the id is somebody else's."""
        return one in self._customer_of

    def is_several(self, one: str) -> bool:
        """Whether the id is a customer who has others."""
        return one in self._ids_of

    def touched(self) -> dict[str, list[str]]:
        """The customers whose journeys are to be laid anew, with their ids; both ascending."""
        return {customer: sorted(self._ids_of[customer]) for customer in sorted(self._touched)}

    def laid(self) -> None:
        """They were laid."""
        self._touched.clear()
