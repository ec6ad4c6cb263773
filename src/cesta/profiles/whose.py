"""Which ids are one customer, from both sides: whose an id is, and which ids somebody has."""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from weakref import ref

from cesta.store.people import People
from cesta.store.workspace import Workspace

FEW = 64


class Whose:
    """The ids of every customer who has several; brought up to date at each look, which costs what was joined since."""

    def __init__(self, few: int = FEW) -> None:
        self._few = few
        self._lock = threading.Lock()
        self._people: ref[People] | None = None
        self._version = 0
        self.epoch = 0
        self._customer_of: dict[str, str] = {}
        self._ids_of: dict[str, set[str]] = {}
        self._joined: list[str] = []

    def hear(self, people: People) -> None:
        """Learns what has been joined, and taken apart, since it was asked before."""
        with self._lock:
            if self._people is None or self._people() is not people:
                self._people, self._version = ref(people), 0
                self._customer_of, self._ids_of, self._joined = {}, {}, []
            version = people.version
            if version == self._version:
                return
            changes = people.since(self._version)
            known = len(changes) <= self._few
            left = [change for one, whose_it_is in changes.items() if (change := self._change(one, whose_it_is, known))]
            # Whoever became somebody else's with all her ids is found by them as before; one who lost an id is not.
            self.epoch += any(self.customer(before) != now for before, now in left)
            if not known:
                # One by one, many would each move all others.
                self._joined = sorted(self._customer_of)
            self._version = version

    def customer(self, one: str) -> str:
        """Whose an id is."""
        return self._customer_of.get(one, one)

    def ids(self, customer: str) -> tuple[str, ...]:
        """All ids of a customer, her own first, the others ascending; those under which no event came, too."""
        people = self._people() if self._people is not None else None
        every = {*(people.ids_of(customer) if people is not None else ()), *self._ids_of.get(customer, ())}
        return customer, *sorted(every - {customer})

    def beginning(self, text: str, most: int) -> Iterator[str]:
        """Ids that are somebody else's, and begin with a text."""
        low = bisect_left(self._joined, text)
        for one in self._joined[low : low + most]:
            if not one.startswith(text):
                return
            yield one

    def _change(self, one: str, customer: str | None, in_order: bool) -> tuple[str, str | None] | None:
        """Notes whose an id is, and in their order if asked to; whose it was, and is, where it was somebody else's."""
        before = self._customer_of.pop(one, None)
        if before is not None:
            self._ids_of[before].discard(one)
        elif customer is not None and in_order:
            insort(self._joined, one)
        if customer is None:
            if before is not None and in_order:
                del self._joined[bisect_left(self._joined, one)]
        else:
            self._customer_of[one] = customer
            self._ids_of.setdefault(customer, set()).add(one)
        return None if before is None else (before, customer)


@lru_cache(maxsize=16)
def _whose_of(_: Path) -> Whose:
    return Whose()


def whose(workspace: Workspace) -> Whose:
    """Who is who in a workspace now."""
    found = _whose_of(workspace.data)
    found.hear(workspace.people(workspace.log.marks().event))
    return found
