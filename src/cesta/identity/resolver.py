"""Who is who: claims heard one after the other, each joining the ids it names unless that would break a limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from cesta.identity.claims import Claim, Id, usable
from cesta.identity.decisions import NOTHING, Decided, Decision
from cesta.identity.groups import Group
from cesta.identity.merges import Merge, Refused
from cesta.identity.naming import PLAIN, PREVIOUS, USER
from cesta.identity.rules import DEFAULT, WITHIN, Rules

UNDONE, APART, MOST_IDS, MOST_MERGES = "undone", "apart", "most_ids", "most_merges"


class Resolver:
    """The persons that the claims heard so far make, by these rules and decisions. The same claims in the same order
    make the same persons, heard at once or one by one."""

    def __init__(self, rules: Rules = DEFAULT, decided: Decided = NOTHING) -> None:
        self.rules, self.decided = rules, decided
        self.merges: list[Merge] = []
        self.refused = Refused()
        self._group_of: dict[str, Group] = {}
        self._changed: set[str] = set()

    def hear(self, claim: Claim) -> None:
        """Learns what one more claim says.

        >>> resolver = Resolver()
        >>> ids = (("anonymous_id", "x1"), ("user_id", "ann"))
        >>> resolver.hear(Claim("m1", 0, "shop", "1", ids))
        >>> resolver.hear(Claim("m2", 0, "shop", "2", (("anonymous_id", "x1"), ("user_id", "bob"))))
        >>> resolver.customer("x1"), resolver.customer("bob"), resolver.refused.counts["user_id"]
        ('ann', 'bob', 1)
        """
        ids = usable(claim, self.rules, self.decided.shared)
        dropped: list[tuple[Id, str]] = []
        while len(ids) > 1:
            parts = self._parts(ids)
            if len(parts) == 1:
                break
            wrong = self._wrong(parts, ids, claim.time)
            if wrong is None:
                out = self._doubted(ids)
                if out is None:
                    self._join(claim, ids, dropped, parts)
                    break
                wrong = UNDONE
            else:
                out = self._offender(ids, claim.time)
            ids.remove(out)
            dropped.append((out, wrong))
            self._want(out, wrong, ids[0])
        if dropped:
            self.refused.note(claim, ids[0], dropped)

    def by_hand(self, decision: Decision) -> None:
        """Joins ids because a person says so, whatever the limits; ids that must stay apart do."""
        ids = [one for group in decision.ids for one in group if one.key not in self.decided.shared]
        parts = self._parts(ids)
        if len(parts) < 2 or self._must_stay_apart(parts):
            return
        self._join(Claim(f"d{decision.seq}", decision.made, "", "", ()), ids, (), parts)

    def customer(self, key: str) -> str:
        """Whose an id is."""
        group = self._group_of.get(key)
        return key if group is None else group.name

    def group(self, key: str) -> Group | None:
        """The ids that are one person with this one; None: it is one by itself."""
        return self._group_of.get(key)

    def groups(self) -> Iterable[Group]:
        """Every person made of several ids, in no order."""
        return {id(group): group for group in self._group_of.values()}.values()

    @property
    def known(self) -> Mapping[str, Group]:
        """Every id that is one person with others."""
        return self._group_of

    def changed(self) -> set[str]:
        """The ids that may be somebody else's since this was asked before."""
        found, self._changed = self._changed, set()
        return found

    def _parts(self, ids: Sequence[Id]) -> list[tuple[Group | None, list[Id]]]:
        """The persons whose ids these are, each with those of them that are hers, in the order of the ids."""
        found: dict[object, tuple[Group | None, list[Id]]] = {}
        for one in ids:
            group = self._group_of.get(one.key)
            found.setdefault(one.key if group is None else id(group), (group, []))[1].append(one)
        return list(found.values())

    def _wrong(self, parts: Sequence[tuple[Group | None, list[Id]]], ids: Sequence[Id], time: int) -> str | None:
        """The rule that would break if these were one; None: they may be."""
        renamed = self._renamed(ids)
        kinds = {kind for group, ids in parts for kind in ([one.kind for one in ids] if group is None else group.times)}
        for kind in sorted(kinds, key=self.rules.rank):
            limit = self.rules.limit(kind)
            before = None if limit.within == "ever" else time - (WITHIN[limit.within] or 0)
            counts = [self._count(part, kind, before, renamed) for part in parts]
            # Persons joined by hand, or under other rules, may have more than the limit; others may still be added.
            if sum(counts) > limit.most and sum(counts) > max(counts):
                return kind
        if sum(1 if group is None else len(group.ids) for group, _ in parts) > self.rules.most_ids:
            return MOST_IDS
        several = [group for group, _ in parts if group is not None]
        if len(several) > 1 and sum(group.joins for group in several) + len(several) - 1 > self.rules.most_merges:
            return MOST_MERGES
        return APART if self._must_stay_apart(parts) else None

    def _renamed(self, ids: Sequence[Id]) -> frozenset[str]:
        """Users' ids that a claim says are only former names of another."""
        if ids[0].kind != USER:
            return frozenset()
        return frozenset(one.key for one in ids if one.kind == PREVIOUS)

    def _count(
        self, part: tuple[Group | None, list[Id]], kind: str, before: int | None, renamed: frozenset[str]
    ) -> int:
        group, ids = part
        if group is None:
            return sum(one.kind == kind for one in ids)
        found = group.count(kind, before)
        if renamed and kind in (USER, PREVIOUS):
            moved = sum(one.key in renamed and group.ids[one.key][0] == USER for one in ids)
            found += moved if kind == PREVIOUS else -moved
        return found

    def _must_stay_apart(self, parts: Sequence[tuple[Group | None, list[Id]]]) -> bool:
        apart = self.decided.apart
        if not apart:
            return False
        each = [
            frozenset(one.key for one in ids) if group is None else group.ids.keys()
            for group, ids in parts
            if (any(one.key in apart for one in ids) if group is None else group.marked)
        ]
        return any(
            not apart[key].isdisjoint(others) for mine, others in combinations(each, 2) for key in apart.keys() & mine
        )

    def _offender(self, ids: Sequence[Id], time: int) -> Id:
        """The least important id that cannot be the first one's; where each alone could, the least important."""
        top = self._group_of.get(ids[0].key)
        others = [one for one in ids[1:] if top is None or self._group_of.get(one.key) is not top]
        for one in reversed(others):
            pair = [ids[0], one]
            if self._wrong(self._parts(pair), pair, time) is not None:
                return one
        return others[-1]

    def _doubted(self, ids: Sequence[Id]) -> Id | None:
        """The less important of two ids that a person said are not one by such a claim."""
        doubted = self.decided.doubted
        if not doubted:
            return None
        pairs = ((one, other) for place, one in enumerate(ids) for other in ids[place + 1 :])
        return next((other for one, other in pairs if one.key in doubted.get(other.key, ())), None)

    def _want(self, out: Id, rule: str, top: Id) -> None:
        """Notes an id that several claim: one that is another's, or one with which too many others come."""
        mine = self._group_of.get(out.key)
        if rule in (UNDONE, APART, MOST_IDS, MOST_MERGES):
            return
        if mine is not None:
            self.refused.want(out, rule, [top.key, *mine.of_kind(rule)])
        elif top.kind != USER and rule not in PLAIN and (group := self._group_of.get(top.key)) is not None:
            self.refused.want(top, rule, [out.key, *group.of_kind(rule)])

    def _join(
        self, claim: Claim, ids: Sequence[Id], dropped: Sequence[tuple[Id, str]],
        parts: Sequence[tuple[Group | None, list[Id]]],
    ) -> None:  # fmt: skip
        groups = [group for group, _ in parts if group is not None]
        names = tuple(group.name if group else ids[0].key for group, ids in parts)
        sizes = tuple(len(group.ids) if group else 1 for group, _ in parts)
        whole = max(groups, key=lambda group: len(group.ids)) if groups else Group()
        before = whole.name
        for group in groups:
            if group is not whole:
                whole.take(group, self.rules)
                self._group_of.update(dict.fromkeys(group.ids, whole))
                self._changed.update(group.ids)
        for one in ids:
            self._add(whole, one, claim.time)
        whole.joins += max(0, len(groups) - 1)
        if whole.name != before:
            self._changed.update(whole.ids)
        whole.merges.append(len(self.merges))
        out, met = tuple(one for one, _ in dropped), tuple(tuple(mine) for _, mine in parts)
        self.merges.append(Merge(claim.id, claim.time, claim.source, claim.message, met, out, names, sizes, whole.name))

    def _add(self, whole: Group, one: Id, time: int) -> None:
        if one.key not in self._group_of:
            whole.add(one, time, len(self._group_of), self.rules)
            whole.marked |= one.key in self.decided.apart
            self._group_of[one.key] = whole
            self._changed.add(one.key)
        elif one.kind == PREVIOUS and whole.ids[one.key][0] == USER and any(
            kind == USER and key != one.key for key, (kind, _, _) in whole.ids.items()
        ):  # fmt: skip
            whole.retype(one.key, PREVIOUS, self.rules)
