"""Who is who, told: the ids and merges of one customer, all merges with their causes, proposals, and in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cesta.identity.claims import Id
from cesta.identity.decisions import Decision, holding
from cesta.identity.merges import Merge, Proposal
from cesta.identity.naming import EMAIL, PHONE, PLAIN, PREVIOUS, bare_of, key_of, written
from cesta.identity.resolver import Resolver
from cesta.model.instant import show_instant
from cesta.store.identity_decisions import read_decisions
from cesta.store.workspace import Workspace

MOST = 1000
"""Merges or ids that are told at once."""


@dataclass(frozen=True, slots=True)
class KnownId:
    """An id: its kind, itself, how it is called among all ids, and when it was first named with another."""

    kind: str
    value: str
    key: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class TheMerge:
    """A merge. how: claim, renamed (a message said an id was an old one), load or by_hand. ids: those that met, of each
    of the persons who became one; dropped: those named beside them that would have broken a limit. parts: what the
    persons were called before, `sizes`: of how many ids each. into: what they are called since.
    """

    id: str
    at: str
    how: str
    source: str
    message: str
    ids: list[list[KnownId]]
    dropped: list[KnownId]
    parts: list[str]
    sizes: list[int]
    into: str


@dataclass(frozen=True, slots=True)
class TheMerges:
    """merges: the newest first, from the one at `skipped`. count: how many there are in all."""

    merges: list[TheMerge]
    count: int
    skipped: int


@dataclass(frozen=True, slots=True)
class TheDecision:
    """What someone decided. kind: undo, apart, together, shared or back. holds: nobody took it back."""

    id: int
    kind: str
    ids: list[list[KnownId]]
    who: str
    at: str
    merge: str | None
    back: int | None
    holds: bool


@dataclass(frozen=True, slots=True)
class TheProposal:
    """An id that several people claim, each by an id of the kind `by`."""

    id: KnownId
    by: str
    claimants: int


@dataclass(frozen=True, slots=True)
class Refusals:
    """How many claims were not believed wholly, by the rule that would have been broken."""

    rule: str
    claims: int


@dataclass(frozen=True, slots=True)
class Size:
    """So many customers have so many ids."""

    ids: int
    customers: int


@dataclass(frozen=True, slots=True)
class Summary:
    """customers: all who have an event. joined: people of several ids, who have `ids` together, by `merges`. sizes: how
    many have how many. limits: what holds for each kind of id that was met.
    """

    customers: int
    joined: int
    ids: int
    merges: int
    sizes: list[Size]
    refused: list[Refusals]
    limits: dict[str, str]
    proposals: int
    decisions: int


def find_key(resolver: Resolver, text: str) -> str:
    """How an id that a person wrote is called: as it is, else an address or number that is known."""
    if resolver.group(text) is not None:
        return text
    for kind in (EMAIL, PHONE):
        found = written(kind, text, resolver.rules.country, resolver.rules.gmail_alike)
        if found is not None and resolver.group(key_of(kind, found)) is not None:
            return key_of(kind, found)
    return text


def ids_of(workspace: Workspace, customer: str) -> list[KnownId]:
    """All ids of the customer who has this one, the most important first; none when it is her only one."""
    with workspace.knowing() as people:
        resolver = people.resolver
        group = resolver.group(find_key(resolver, customer))
        if group is None:
            return []
        ranked = sorted(group.ids.items(), key=lambda each: (resolver.rules.rank(each[1][0]), each[1][2]))
    return [KnownId(kind, _value(kind, key), key, show_instant(since)) for key, (kind, since, _) in ranked]


def merges_of(workspace: Workspace, customer: str) -> list[TheMerge]:
    """The merges that made the customer who has this id, the newest first."""
    with workspace.knowing() as people:
        group = people.resolver.group(find_key(people.resolver, customer))
        found = [] if group is None else [people.resolver.merges[place] for place in sorted(group.merges, reverse=True)]
    return [told(each) for each in found]


def merges(workspace: Workspace, skipped: int = 0, most: int = 100, named: str = "") -> TheMerges:
    """All merges, or those of one customer, the newest first."""
    if named:
        found: Sequence[TheMerge] = merges_of(workspace, named)
        return TheMerges(list(found[skipped : skipped + min(most, MOST)]), len(found), skipped)
    with workspace.knowing() as people:
        count = len(people.resolver.merges)
        last = max(0, count - skipped)
        page = people.resolver.merges[max(0, last - min(most, MOST)) : last]
    return TheMerges([told(each) for each in reversed(page)], count, skipped)


def decisions(workspace: Workspace) -> list[TheDecision]:
    """Every decision, the newest first."""
    made = read_decisions(workspace.log)
    held = {each.seq for each in holding(made)}
    return [_decision(each, each.seq in held) for each in reversed(made)]


def proposals(workspace: Workspace, most: int = 100) -> list[TheProposal]:
    """Ids that several people claim: shared devices and mailboxes, those with the most claimants first."""
    with workspace.knowing() as people:
        found = people.resolver.refused.proposals(people.resolver.rules.propose_from)
    return [_proposal(each) for each in found[: min(most, MOST)]]


def summary(workspace: Workspace) -> Summary:
    """Who is who in numbers."""
    customers = len(workspace.snapshot().customers)
    with workspace.knowing() as people:
        resolver = people.resolver
        sizes = Counter(len(group.ids) for group in resolver.groups())
        kinds = {kind for group in resolver.groups() for kind in group.times}
        return Summary(
            customers=customers,
            joined=sizes.total(),
            ids=len(resolver.known),
            merges=len(resolver.merges),
            sizes=[Size(ids, count) for ids, count in sorted(sizes.items())],
            refused=[Refusals(rule, count) for rule, count in resolver.refused.counts.most_common()],
            limits={kind: str(resolver.rules.limit(kind)) for kind in sorted(kinds, key=resolver.rules.rank)},
            proposals=len(resolver.refused.proposals(resolver.rules.propose_from)),
            decisions=len(holding(read_decisions(workspace.log))),
        )


def told(merge: Merge) -> TheMerge:
    """A merge as people read it."""
    met = [one for part in merge.ids for one in part]
    how = {"d": "by_hand", "l": "load"}.get(merge.id[0])
    how = how or ("renamed" if any(one.kind == PREVIOUS for one in met) else "claim")
    return TheMerge(
        merge.id, show_instant(merge.time), how, merge.source, merge.message, [_ids(part) for part in merge.ids],
        _ids(merge.dropped), list(merge.parts), list(merge.sizes), merge.into,
    )  # fmt: skip


def _ids(ids: Iterable[Id]) -> list[KnownId]:
    return [KnownId(one.kind, _value(*one), one.key) for one in ids]


def _decision(one: Decision, holds: bool) -> TheDecision:
    ids = [_ids(group) for group in one.ids]
    return TheDecision(one.seq, one.kind, ids, one.who, show_instant(one.made), one.merge, one.back, holds)


def _proposal(one: Proposal) -> TheProposal:
    return TheProposal(_ids([one.id])[0], one.by, one.claimants)


def _value(kind: str, key: str) -> str:
    return key if kind in PLAIN else bare_of(key)
