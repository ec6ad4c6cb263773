"""A slow resolver that shares no code with ours: lists of sets, everything counted anew for every claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WEEK = 7 * 86_400_000_000
Id = tuple[str, str]
"""Kind and value."""


class Slow:
    """limits: kind to (how many, only within a week). doubted, apart: pairs of values."""

    def __init__(
        self, limits: Mapping[str, tuple[int, bool]], most_ids: int, doubted: Sequence[tuple[str, str]] = (),
        apart: Sequence[tuple[str, str]] = (), shared: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.limits, self.most_ids, self.shared = limits, most_ids, shared
        self.doubted = {frozenset(pair) for pair in doubted}
        self.apart = {frozenset(pair) for pair in apart}
        self.people: list[set[str]] = []
        self.kind: dict[str, str] = {}
        self.since: dict[str, int] = {}
        self.causes: list[str] = []

    def hear(self, name: str, ids: Sequence[Id], time: int) -> None:
        order = {"user_id": 0, "email": 1}
        named: dict[str, str] = {}
        for kind, value in sorted(ids, key=lambda one: (order.get(one[0], 2), one[0], one[1])):
            key = value if kind in ("user_id", "anonymous_id") else f"{kind}:{value}"
            if key not in self.shared:
                named.setdefault(key, kind)
        left = list(named)
        while len({frozenset(self.person(key)) for key in left}) > 1:
            if self.breaks(left, named, time):
                out = self.weakest(left, named, time)
            elif pair := self.in_doubt(left):
                out = pair
            else:
                self.join(left, named, time)
                self.causes.append(name)
                return
            left.remove(out)

    def person(self, key: str) -> set[str]:
        return next((person for person in self.people if key in person), {key})

    def weakest(self, left: Sequence[str], named: Mapping[str, str], time: int) -> str:
        mine = self.person(left[0])
        others = [key for key in left if key not in mine and key != left[0]]
        bad = [key for key in others if self.breaks([left[0], key], named, time)]
        return (bad or others)[-1]

    def in_doubt(self, left: Sequence[str]) -> str | None:
        for place, one in enumerate(left):
            for other in left[place + 1 :]:
                if frozenset((one, other)) in self.doubted:
                    return other
        return None

    def breaks(self, left: Sequence[str], named: Mapping[str, str], time: int) -> bool:
        parts: list[set[str]] = []
        for key in left:
            if not any(key in part for part in parts):
                parts.append(self.person(key))
        whole = set().union(*parts)
        for kind, (most, weekly) in self.limits.items():
            counts = [
                sum(
                    self.kind.get(key, named.get(key)) == kind
                    and (not weekly or self.since.get(key, time) > time - WEEK)
                    for key in part
                )
                for part in parts
            ]
            if sum(counts) > most and sum(counts) > max(counts):
                return True
        across = any(len(pair & whole) == 2 and not any(pair <= part for part in parts) for pair in self.apart)
        return len(whole) > self.most_ids or across

    def join(self, left: Sequence[str], named: Mapping[str, str], time: int) -> None:
        whole = set().union(*(self.person(key) for key in left))
        self.people = [person for person in self.people if not person & whole] + [whole]
        for key in left:
            self.kind.setdefault(key, named[key])
            self.since.setdefault(key, time)

    def as_sets(self) -> set[frozenset[str]]:
        return {frozenset(person) for person in self.people}
