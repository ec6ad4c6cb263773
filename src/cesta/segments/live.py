"""Who is in each segment right now: kept up as events come and as time passes, by looking only where it may change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.segments.histories import Histories, histories, pieces
from cesta.segments.meets import Look
from cesta.segments.tree import Rule, events_of, is_timed, segments_of
from cesta.segments.window import NEVER
from cesta.store.columns import Snapshot
from cesta.store.customers import customers_of

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]
HORIZON = 60_000_000
"""How far ahead, in microseconds, those are kept at hand whose membership time alone may change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody entered a segment or left it; `time`: the moment it was seen, UTC microseconds."""

    segment: str
    customer: str
    entered: bool
    time: int


@dataclass
class Kept:
    """One segment: its rule, who is in it by number, and where time can change that, when next.

    events: names of events that may change it; None: any. near: those whose moment lies before the horizon.
    """

    rule: Rule
    events: frozenset[str] | None
    member: Mask
    until: Places | None
    near: Places
    size: int = 0


class Live:
    """Members of segments at a moment that moves. `at` never goes back. For one thread.

    Customers have numbers that stay. Truth changes by time alone at moments that the rules themselves tell (`Look`);
    so each customer is looked at again when the moment comes, and never else without an event of hers.
    """

    def __init__(self, ahead: int = HORIZON) -> None:
        self.at = 0
        self._ahead, self._horizon = ahead, 0
        self._zone: tzinfo = UTC
        self._rules: Mapping[str, Rule] = {}
        self._kept: dict[str, Kept] = {}
        self._numbers: dict[str, int] = {}
        self._ids: list[str] = []
        self._unseen: set[int] = set()

    @property
    def sizes(self) -> dict[str, int]:
        """How many are in each segment."""
        return {name: kept.size for name, kept in self._kept.items()}

    def members(self, name: str) -> Iterator[str]:
        """The ids of those in a segment, in no order."""
        return (self._ids[number] for number in np.flatnonzero(self._kept[name].member))

    def segments_of(self, customer: str) -> list[str]:
        """The segments a customer is in."""
        number = self._numbers.get(customer)
        # Another thread may ask while a look makes room for who is new.
        known = [] if number is None else [(n, k.member) for n, k in self._kept.items() if number < len(k.member)]
        return [name for name, member in known if member[number]]

    def begin(self, snapshot: Snapshot, rules: Mapping[str, Rule], at: int, zone: tzinfo = UTC) -> list[Change]:
        """Looks at everybody for every segment: at first, and when loads came or went."""
        self._zone = zone
        return self._begin(snapshot, rules, at, frozenset())

    def change_rules(self, snapshot: Snapshot, rules: Mapping[str, Rule], at: int, zone: tzinfo = UTC) -> list[Change]:
        """Looks at everybody for the segments whose rules are others now; all else stays."""
        same = {name for name, rule in rules.items() if repr(self._rules.get(name)) == repr(rule)}
        if zone != self._zone:
            self._zone, same = zone, set()
        while changed := {name for name in same if not segments_of(rules[name]) <= same}:
            same -= changed
        return self._begin(snapshot, rules, at, same)

    def _begin(self, snapshot: Snapshot, rules: Mapping[str, Rule], at: int, same: Set[str]) -> list[Change]:
        self.at, self._rules = max(at, self.at), rules
        before = {name: kept for name, kept in self._kept.items() if name not in same}
        self._kept = {name: self._kept[name] if name in same else self._fresh(name) for name in rules}
        new = {name: kept for name, kept in self._kept.items() if name not in same}
        gone = np.ones(len(self._ids), np.bool_)
        for piece in pieces(snapshot) if new else ():
            numbers = self._numbers_of([snapshot.customers[int(place)] for place in piece.places])
            gone[numbers[numbers < len(gone)]] = False
            self._look(piece, numbers, new)
        self._unseen.update(np.flatnonzero(gone).tolist() if new else ())
        self._gather()
        return [change for name, kept in before.items() for change in self._against(name, kept)]

    def touch(self, snapshot: Snapshot, touched: Mapping[str, Iterable[str] | None], at: int) -> list[Change]:
        """These customers have new events of these names; None: anything of theirs may be otherwise.

        The snapshot holds the events; whoever is no customer in it any more is in no segment.
        """
        self.at = max(at, self.at)
        if not touched:
            return []
        everything = any(names is None for names in touched.values())
        names = {name for found in touched.values() for name in found or ()}
        chosen = {
            name: kept
            for name, kept in self._kept.items()
            if everything or kept.events is None or not names.isdisjoint(kept.events)
        }
        # Whoever is seen for the first time may meet any rule, also one that says what she did not do.
        new = sorted(one for one in touched if self._numbers.get(one, -1) in self._unseen or one not in self._numbers)
        known = sorted(touched.keys() - set(new))
        return [*self._again(snapshot, known, chosen), *self._again(snapshot, new, self._kept)]

    def tick(self, snapshot: Snapshot, at: int) -> list[Change]:
        """Time has passed: looks at those whose moment has come."""
        self.at = max(at, self.at)
        if self.at >= self._horizon:
            self._gather()
        due = {name: kept.near[until[kept.near] <= self.at] for name, kept, until in self._timed()}
        chosen = {name: self._kept[name] for name, numbers in due.items() if len(numbers)}
        if not chosen:
            return []
        numbers = np.unique(np.concatenate([due[name] for name in chosen]))
        return self._again(snapshot, sorted(self._ids[number] for number in numbers), chosen)

    def _timed(self) -> Iterator[tuple[str, Kept, Places]]:
        return ((name, kept, kept.until) for name, kept in self._kept.items() if kept.until is not None)

    def _gather(self) -> None:
        """Has those at hand whose moment comes before the next horizon."""
        self._horizon = self.at + self._ahead
        for _, kept, until in self._timed():
            kept.near = np.flatnonzero(until <= self._horizon)

    def _again(self, snapshot: Snapshot, ids: Sequence[str], chosen: Mapping[str, Kept]) -> list[Change]:
        """Looks at these ascending ids again, for these segments."""
        if not ids or not chosen:
            return []
        numbers = self._numbers_of(ids)
        places = customers_of(snapshot.customers).places(ids)
        there = places >= 0
        before = {name: kept.member[numbers] for name, kept in chosen.items()}
        for kept in chosen.values():
            self._put(kept, numbers[~there], np.zeros(0, np.bool_), np.zeros(0, np.int64))
        self._unseen.update(numbers[~there].tolist())
        self._look(histories(snapshot, places[there]), numbers[there], chosen)
        return [
            Change(name, ids[place], bool(kept.member[numbers[place]]), self.at)
            for name, kept in chosen.items()
            for place in np.flatnonzero(kept.member[numbers] != before[name]).tolist()
        ]

    def _look(self, piece: Histories, numbers: Places, chosen: Mapping[str, Kept]) -> None:
        if not len(numbers):
            return
        later = piece.first > self.at
        self._unseen.difference_update(numbers[~later].tolist())
        self._unseen.update(numbers[later].tolist())
        look = Look(piece, self.at, self._rules, self._zone)
        for name, kept in chosen.items():
            met, until = look.segment(name)
            self._put(kept, numbers, met, until)

    def _put(self, kept: Kept, numbers: Places, met: Mask, until: Places) -> None:
        """Notes who is in now, and when to look again; with nothing to note they are gone."""
        if not len(met):
            met, until = np.zeros(len(numbers), np.bool_), np.full(len(numbers), NEVER)
        kept.size += int(np.count_nonzero(met)) - int(np.count_nonzero(kept.member[numbers]))
        kept.member[numbers] = met
        if kept.until is None and (until < NEVER).any():
            # An event of the future changes what no window does.
            kept.until = np.full(len(kept.member), NEVER)
        if kept.until is not None:
            kept.until[numbers] = until
            soon = numbers[until <= self._horizon]
            if len(soon):
                kept.near = np.append(kept.near, soon)

    def _fresh(self, name: str) -> Kept:
        customers = len(self._ids)
        rules = list(_all_rules(self._rules, name))
        events: frozenset[str] | None = frozenset()
        for rule in rules:
            more = events_of(rule)
            events = None if events is None or more is None else events | more
        until = np.full(customers, NEVER) if any(map(is_timed, rules)) else None
        return Kept(self._rules[name], events, np.zeros(customers, np.bool_), until, np.zeros(0, np.int64))

    def _numbers_of(self, ids: Sequence[str]) -> Places:
        """Their numbers; those who are new get some."""
        for one in ids:
            if one not in self._numbers:
                self._numbers[one] = len(self._ids)
                self._ids.append(one)
        self._make_room(len(self._ids))
        return np.fromiter((self._numbers[one] for one in ids), np.int64, len(ids))

    def _make_room(self, customers: int) -> None:
        for kept in self._kept.values():
            more = customers - len(kept.member)
            if more > 0:
                more += customers // 8
                kept.member = np.append(kept.member, np.zeros(more, np.bool_))
                if kept.until is not None:
                    kept.until = np.append(kept.until, np.full(more, NEVER))

    def _against(self, name: str, before: Kept) -> Iterator[Change]:
        """What is otherwise in a segment than it was; nobody is in one that is gone."""
        are, were = np.zeros(len(self._ids), np.bool_), np.zeros(len(self._ids), np.bool_)
        were[: len(before.member)] = before.member[: len(were)]
        if name in self._kept:
            are[:] = self._kept[name].member[: len(are)]
        for number in np.flatnonzero(are != were):
            yield Change(name, self._ids[number], bool(are[number]), self.at)


def _all_rules(rules: Mapping[str, Rule], name: str) -> Iterator[Rule]:
    """A segment's rule, and those of all that it is made of."""
    seen, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            yield rules[one]
            waiting += segments_of(rules[one])
