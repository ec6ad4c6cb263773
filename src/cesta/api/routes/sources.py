"""Where events come from: sources, their write keys, own domains and accounts, and the tracking plan."""

from __future__ import annotations

import time
from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import ServerSentEvent

from cesta.api.arriving import arriving
from cesta.api.served import TheServed
from cesta.api.sources import KeyView, PlanView, SourcesView, newest_steps, plan_view, sources
from cesta.ingest.collection import Account
from cesta.ingest.collection_kept import keep_accounts, keep_counting, keep_domains
from cesta.ingest.tracking import seen_in, write_plan
from cesta.store.kept_out import count_them
from cesta.store.keys import Keys


@dataclass(frozen=True, slots=True)
class KeyWanted:
    """For which source."""

    source: str


@dataclass(frozen=True, slots=True)
class NewKey:
    """A write key, readable only now."""

    key: str
    source: str


@dataclass(frozen=True, slots=True)
class Counting:
    """Whether bots and tests count."""

    bots: bool
    tests: bool


@dataclass(frozen=True, slots=True)
class Domains:
    """The own domains, all of them."""

    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The own accounts, all of them."""

    accounts: tuple[Account, ...]


def _now() -> int:
    return time.time_ns() // 1000


@get("/api/sources", sync_to_thread=True)
def all_sources(served: TheServed) -> SourcesView:
    """Each source with how fresh it is, what it sent, what was set aside and kept out, and its keys."""
    return sources(served.workspace)


@get("/api/sources/arriving", include_in_schema=False, opt={"as_it_is": True})
async def arriving_now(served: TheServed, source: FromQuery[str | None] = None) -> ServerSentEvent:
    """A stream of `arrived`: the newest messages, then each that comes."""
    return ServerSentEvent(arriving(served, source))


@post("/api/sources/keys", sync_to_thread=True, status_code=200)
def create_key(served: TheServed, data: JSONBody[KeyWanted]) -> NewKey:
    """A new write key; it is shown once."""
    return NewKey(Keys(served.workspace.data).create(data.source, _now()), data.source.strip())


@post("/api/sources/keys/{key:str}/revoke", sync_to_thread=True, status_code=200)
def revoke_key(served: TheServed, key: FromPath[str]) -> KeyView:
    """From now on this key opens nothing."""
    gone = Keys(served.workspace.data).revoke(key, _now())
    return KeyView(gone.id, gone.source, gone.ends, gone.created, gone.revoked)


@post("/api/sources/counting", sync_to_thread=True, status_code=200)
def set_counting(served: TheServed, data: JSONBody[Counting]) -> SourcesView:
    """Count bots and tests, or keep them out of all numbers: those that came, and those that will."""
    keep_counting(served.workspace.root, data.bots, data.tests)
    count_them(served.workspace.log, data.bots, data.tests)
    return sources(served.workspace)


@post("/api/sources/domains", sync_to_thread=True, status_code=200)
def set_domains(served: TheServed, data: JSONBody[Domains]) -> SourcesView:
    """Say which domains are ours: a page opened from one of them brought nobody."""
    keep_domains(served.workspace.root, data.domains)
    return sources(served.workspace)


@post("/api/sources/accounts", sync_to_thread=True, status_code=200)
def set_accounts(served: TheServed, data: JSONBody[Accounts]) -> SourcesView:
    """Say which accounts on social networks are ours."""
    keep_accounts(served.workspace.root, data.accounts)
    return sources(served.workspace)


@post("/api/sources/plan", sync_to_thread=True, status_code=200)
def plan_what_comes(served: TheServed) -> PlanView:
    """Write everything into the tracking plan that comes now and is not planned yet."""
    write_plan(served.workspace.root, seen_in(newest_steps(served.workspace.log)))
    return plan_view(served.workspace)


ROUTES = (
    all_sources,
    arriving_now,
    create_key,
    revoke_key,
    set_counting,
    set_domains,
    set_accounts,
    plan_what_comes,
)
