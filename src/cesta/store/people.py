"""Which ids are one customer: what the claims heard so far come to, and what has changed since somebody asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cesta.identity.claims import Claim
from cesta.identity.naming import PLAIN
from cesta.identity.resolver import Resolver


class People:
    """Whose each id is, of those under which events come. A customer is never somebody else's.

    owners: ids of other kinds under which events come too.
    """

    def __init__(self, resolver: Resolver | None = None, owners: frozenset[str] = frozenset()) -> None:
        self.resolver = resolver or Resolver()
        self._owners = owners
        self._customer_of: dict[str, str] = {}
        self._changes: list[str] = []
        self._note()

    @property
    def version(self) -> int:
        """Grows with every change; 0: every id is a customer of its own."""
        return len(self._changes)

    def customer(self, one: str) -> str:
        """Whose an id is."""
        return self.resolver.customer(one)

    def ids_of(self, one: str) -> Sequence[str]:
        """All ids of the customer who has this one, in the order in which they were met."""
        group = self.resolver.group(one)
        return [one] if group is None else list(group.ids)

    @property
    def joined(self) -> Mapping[str, str]:
        """Whose each id is that is not a customer of its own."""
        return self._customer_of

    def since(self, version: int) -> dict[str, str | None]:
        """Whose each id is that has changed after this version."""
        return {one: self._customer_of.get(one) for one in self._changes[version:]}

    def hear(self, claims: Iterable[Claim]) -> None:
        """Learns from claims, in the order they were made.

        >>> people = People()
        >>> people.hear([Claim("m1", 0, "shop", "1", (("anonymous_id", "x1"), ("user_id", "ann")))])
        >>> people.customer("x1"), people.since(0)
        ('ann', {'x1': 'ann'})
        """
        for claim in claims:
            self.resolver.hear(claim)
        self._note()

    def begin(self, resolver: Resolver, owners: frozenset[str]) -> None:
        """Everything was worked out anew, by other rules, decisions or claims."""
        before, self._customer_of = self._customer_of, {}
        self.resolver, self._owners = resolver, owners
        self._note(before)

    def _note(self, before: Mapping[str, str] | None = None) -> None:
        """Notes whose each id is that may have changed; `before`: whose they were until now, unless that is known."""
        changed = self.resolver.changed()
        for one in changed | (before.keys() if before else set()):
            was = self._customer_of.get(one) if before is None else before.get(one)
            group = self.resolver.group(one)
            now = None
            if group is not None and group.name != one and (group.ids[one][0] in PLAIN or one in self._owners):
                now = group.name
            if now is not None:
                self._customer_of[one] = now
            else:
                self._customer_of.pop(one, None)
            if now != was:
                self._changes.append(one)
