"""The ids that are one person so far: of which kinds, since when, and how many merges made them one."""

from __future__ import annotations

from bisect import bisect_right, insort

from cesta.identity.claims import Id
from cesta.identity.naming import PLAIN, USER
from cesta.identity.rules import Rules

Place = tuple[tuple[int, str], int]


class Group:
    """One person's ids. name: how the person is called. merges: places of the merges that made her, of all merges.

    joins: how many of them joined two who had several ids. marked: whether some id must not be joined with another.
    """

    __slots__ = ("_named", "ids", "joins", "marked", "merges", "name", "times")

    def __init__(self) -> None:
        self.ids: dict[str, tuple[str, int, int]] = {}
        self.times: dict[str, list[int]] = {}
        self.merges: list[int] = []
        self.joins = 0
        self.marked = False
        self.name = ""
        self._named: Place | None = None

    def add(self, one: Id, since: int, order: int, rules: Rules) -> None:
        """One more id; `order`: how many ids had been met before."""
        self.ids[one.key] = one.kind, since, order
        insort(self.times.setdefault(one.kind, []), since)
        place = _place(one.kind, order, rules)
        if self._named is None or place < self._named:
            self.name, self._named = one.key, place

    def retype(self, key: str, kind: str, rules: Rules) -> None:
        """An id is of another kind than it was thought to be."""
        was, since, order = self.ids[key]
        self.times[was].remove(since)
        if not self.times[was]:
            del self.times[was]
        self.ids[key] = kind, since, order
        insort(self.times.setdefault(kind, []), since)
        ranked = {one: _place(of, nth, rules) for one, (of, _, nth) in self.ids.items()}
        self.name = min(ranked, key=ranked.__getitem__)
        self._named = ranked[self.name]

    def take(self, other: Group, rules: Rules) -> None:
        """All ids of another are hers."""
        for key, (kind, since, order) in other.ids.items():
            self.add(Id(kind, key), since, order, rules)
        self.merges += other.merges
        self.joins += other.joins
        self.marked |= other.marked

    def count(self, kind: str, after: int | None) -> int:
        """How many ids of a kind she has got after a moment; None: ever."""
        times = self.times.get(kind, [])
        return len(times) if after is None else len(times) - bisect_right(times, after)

    def of_kind(self, kind: str) -> list[str]:
        """Her ids of one kind."""
        return [key for key, (one, _, _) in self.ids.items() if one == kind]


def _place(kind: str, order: int, rules: Rules) -> Place:
    """Whoever has a user's id is called by the first one; else by one under which events come."""
    first = 0 if kind == USER else 1 if kind in PLAIN else 2
    place, name = rules.rank(kind)
    return (first * 1000 + place, name), order
