"""What became of claims: merges with their cause, claims that were refused, ids that many people claim."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from cesta.identity.claims import Claim, Id

KEPT = 1000
"""The newest refusals that are told one by one; all are counted."""
WANTED = 100_000
"""So many ids that were refused are remembered with who claims them, and of each so many claimants."""
CLAIMANTS = 1000


class Merge(NamedTuple):
    """id: the claim's, or of a join by hand the decision's. ids: those that met, of each person that met some. dropped:
    those the claim named beside them that would have broken a limit. parts: what the persons were called before, an id
    that was nobody's by itself; sizes: of how many ids each. into: what they are called since.
    """

    id: str
    time: int
    source: str
    message: str
    ids: tuple[tuple[Id, ...], ...]
    dropped: tuple[Id, ...]
    parts: tuple[str, ...]
    sizes: tuple[int, ...]
    into: str


class Refusal(NamedTuple):
    """kept: the most important id of the claim. dropped: the id that joined nobody, because of `rule`: the kind of id
    whose limit would have been broken, or most_ids, most_merges, undone, apart."""

    id: str
    time: int
    source: str
    message: str
    kept: Id
    dropped: Id
    rule: str


class Proposal(NamedTuple):
    """An id that several people claim, each by an id of the kind `by`; at least so many `claimants`."""

    id: Id
    by: str
    claimants: int


@dataclass(slots=True)
class Refused:
    """All refusals counted, the newest whole, and who wants which id."""

    newest: deque[Refusal] = field(default_factory=lambda: deque(maxlen=KEPT))
    counts: Counter[str] = field(default_factory=Counter)
    wanted: dict[str, tuple[Id, str, set[str]]] = field(default_factory=dict)

    def note(self, claim: Claim, kept: Id, dropped: Iterable[tuple[Id, str]]) -> None:
        for one, rule in dropped:
            self.newest.append(Refusal(claim.id, claim.time, claim.source, claim.message, kept, one, rule))
            self.counts[rule] += 1

    def want(self, one: Id, rule: str, claimants: Iterable[str]) -> None:
        """Someone claims an id that is another's."""
        if one.key not in self.wanted:
            if len(self.wanted) >= WANTED:
                return
            self.wanted[one.key] = one, rule, set()
        who = self.wanted[one.key][2]
        if len(who) < CLAIMANTS:
            who.update(claimants)

    def proposals(self, least: int) -> list[Proposal]:
        """Ids claimed by at least so many, those with the most claimants first."""
        found = [Proposal(one, rule, len(who)) for one, rule, who in self.wanted.values() if len(who) >= least]
        return sorted(found, key=lambda each: (-each.claimants, each.id.key))
