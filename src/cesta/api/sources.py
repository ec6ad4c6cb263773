"""Where events come from: each source with how fresh it is, what it sent, what was set aside and kept out, its keys."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cesta.ingest.collection import NETWORKS, built_in, collection_of
from cesta.ingest.door import list_loads
from cesta.ingest.tracking import Drift, drift, read_plan, seen_in
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.store.arrived import HOUR, Arrived, ArrivedTally
from cesta.store.kept_out import IS_STEP
from cesta.store.keys import Keys
from cesta.store.log import Log
from cesta.store.unfollowed import unfollowed_of
from cesta.store.workspace import Workspace

HOURS = 24
LOOKED_AT = 20_000
"""The newest messages, of which the tracking plan is asked."""
DRIFTS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class KeyView:
    """A write key as it can be shown: never the key itself. ends: its last letters."""

    id: str
    source: str
    ends: str
    created: str
    revoked: str | None


@dataclass(frozen=True, slots=True)
class KeptOutView:
    """So many steps of one kind of bot or test."""

    kind: str
    events: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source. messages: sent one by one, ever; hours: in each of the last 24 hours, the oldest first.

    last: when the newest came, of messages or of loads. loads, loaded: how many loads, with how many events.
    set_aside: what waits to be understood. unfollowed: messages of browsers that ask not to be followed; none was kept.
    """

    source: str
    last: str | None
    messages: int
    hours: tuple[int, ...]
    loads: int
    loaded: int
    set_aside: int
    kept_out: tuple[KeptOutView, ...]
    unfollowed: int
    keys: tuple[KeyView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account of ours on a network."""

    network: str
    account: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The tracking plan and what of the newest messages is not as planned. events: None without a plan.

    looked_at: so many messages were compared. problem: why the plan cannot be read.
    """

    events: int | None
    looked_at: int
    drifts: tuple[Drift, ...]
    more: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, the freshest first; whether bots and tests count; own domains and accounts; the tracking plan."""

    sources: tuple[SourceView, ...]
    since: str
    count_bots: bool
    count_tests: bool
    domains: tuple[str, ...]
    accounts: tuple[AccountView, ...]
    networks: tuple[str, ...]
    problem: str | None
    plan: PlanView


def sources(workspace: Workspace) -> SourcesView:
    """Everything the page of sources shows."""
    now = time.time_ns() // 1000
    problem = None
    try:
        rules = collection_of(workspace.root)
    except CestaError as error:
        rules, problem = built_in(), error.message
    accounts = tuple(AccountView(each.network, each.account, each.title) for each in rules.accounts)
    return SourcesView(
        _sources(workspace, now // HOUR),
        show_instant((now // HOUR - HOURS + 1) * HOUR),
        rules.count_bots,
        rules.count_tests,
        rules.domains.texts,
        accounts,
        NETWORKS,
        problem,
        plan_view(workspace),
    )


def plan_view(workspace: Workspace) -> PlanView:
    """What of the newest messages is not as planned."""
    try:
        plan = read_plan(workspace.root)
    except CestaError as error:
        return PlanView(None, 0, (), 0, error.message)
    if plan is None:
        return PlanView(None, 0, (), 0, None)
    newest = list(newest_steps(workspace.log))
    found = sorted(drift(plan, seen_in(newest)), key=lambda each: (-each.events, each.event))
    shown = tuple(found[:DRIFTS_SHOWN])
    return PlanView(len(plan), len(newest), shown, len(found) - len(shown), None)


def newest_steps(log: Log) -> Iterator[tuple[str, int, Mapping[str, Value]]]:
    """Name, time of arrival and properties of the newest steps that clients sent."""
    newest = log.marks().event
    rows = log.read(
        f"select name, received, properties from events where seq > ? and {IS_STEP} and step = 1 and raw is not null",
        (newest - LOOKED_AT,),
    )
    for name, received, properties in rows:
        yield name, received, json.loads(properties)


@lru_cache(maxsize=16)
def _tally(log: Log) -> ArrivedTally:
    return ArrivedTally(log)


def _sources(workspace: Workspace, hour: int) -> tuple[SourceView, ...]:
    came = _tally(workspace.log).now()
    keys = [KeyView(key.id, key.source, key.ends, key.created, key.revoked) for key in Keys(workspace.data).every()]
    loads: dict[str, list[tuple[str, int]]] = {}
    for load in list_loads(workspace):
        if load.binned_at is None:
            loads.setdefault(load.source, []).append((load.loaded_at, load.events))
    waiting = Counter(
        {
            source: int(number)
            for source, number in workspace.log.read(
                "select source, count(*) from set_aside where state = 'waiting' and (load_id is null or load_id not in"
                " (select load_id from loads where binned is not null)) group by 1"
            )
        }
    )
    unfollowed = unfollowed_of(workspace.log).now()
    names = {*came, *loads, *waiting, *unfollowed, *(key.source for key in keys)}
    found = [
        _source(
            name, came.get(name, Arrived()), loads.get(name, []), waiting[name], unfollowed.get(name, 0), keys, hour
        )
        for name in names
    ]
    return tuple(sorted(found, key=lambda each: (each.last or "", each.source), reverse=True))


def _source(
    name: str,
    came: Arrived,
    loads: Sequence[tuple[str, int]],
    waiting: int,
    unfollowed: int,
    keys: Sequence[KeyView],
    hour: int,
) -> SourceView:
    lasts = [when for when, _ in loads] + ([show_instant(came.last)] if came.last else [])
    return SourceView(
        source=name,
        last=max(lasts, default=None),
        messages=came.messages,
        hours=tuple(came.hours[each] for each in range(hour - HOURS + 1, hour + 1)),
        loads=len(loads),
        loaded=sum(events for _, events in loads),
        set_aside=waiting,
        kept_out=tuple(KeptOutView(kind, events) for kind, events in came.kept_out.most_common()),
        unfollowed=unfollowed,
        keys=tuple(key for key in keys if key.source == name),
    )
