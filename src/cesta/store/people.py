"""Which ids are one customer, as far as messages say so: who says her name is who she was without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NOBODY = re.compile(r"[0-]*|-1|null|none|undefined|anonymous|void|test", re.IGNORECASE)
"""Ids that many clients send when they know none: whoever has one is not the same person as another who has it."""


class People:
    """Grows with the messages that name two ids; the first one to claim an id has it.

    A customer's id is never somebody else's: joining two who have ids already joins all of them.
    """

    def __init__(self) -> None:
        self._customer_of: dict[str, str] = {}
        self._ids_of: dict[str, set[str]] = {}
        self._changes: list[tuple[str, str]] = []

    @property
    def version(self) -> int:
        """Grows with every change; 0: every id is a customer of its own."""
        return len(self._changes)

    def customer(self, one: str) -> str:
        """Whose an id is."""
        return self._customer_of.get(one, one)

    @property
    def joined(self) -> Mapping[str, str]:
        """Whose each id is that is not a customer of its own."""
        return self._customer_of

    def since(self, version: int) -> dict[str, str | None]:
        """Whose each id is that has changed after this version."""
        return {one: self._customer_of.get(one) for one, _ in self._changes[version:]}

    def hear(self, ids: Iterable[Mapping[str, str]]) -> None:
        """Learns from messages, in the order they were accepted, which ids each of them names.

        >>> people = People()
        >>> people.hear([{"user_id": "ann", "anonymous_id": "x1"}, {"user_id": "bob", "anonymous_id": "x1"}])
        >>> people.customer("x1")
        'ann'
        """
        for named in ids:
            user = named.get("user_id", "")
            for other in (named.get("anonymous_id", ""), named.get("previous_id", "")):
                if not NOBODY.fullmatch(user) and not NOBODY.fullmatch(other):
                    self._join(other, user)

    def _join(self, one: str, user: str) -> None:
        customer = self.customer(user)
        if one in self._customer_of or one == customer:
            return
        mine = self._ids_of.setdefault(customer, set())
        for each in (one, *sorted(self._ids_of.pop(one, ()))):
            self._customer_of[each] = customer
            mine.add(each)
            self._changes.append((each, customer))
