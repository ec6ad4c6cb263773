"""Erasing customers for good: out of the log, the shards, what was set aside, and everything derived from them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cesta.identity.naming import NOBODY, bare_of
from cesta.model.errors import CestaError
from cesta.store.identity import Identity
from cesta.store.identity_claims import forget_claims
from cesta.store.identity_decisions import forget_decisions
from cesta.store.loads import has_hidden, read_loads, read_shards, replace_shards, update_counts
from cesta.store.mentions import named_in, without
from cesta.store.people import People
from cesta.store.recount import recount_now
from cesta.store.rewriting import Rewritten, rewritten
from cesta.store.standing import customers_of
from cesta.store.wiping import begin, end, is_begun
from cesta.store.workspace import Workspace

THEIRS = "customer in (select value from json_each(:ids))"
NAMES_THEM = (
    "ids is not null and exists (select 1 from json_each(events.ids) where value in (select value from"
    " json_each(:named)))"
)
GONE = f"({THEIRS} or (step = 0 and type in ('identify', 'alias') and {NAMES_THEM}))"


@dataclass(frozen=True, slots=True)
class FromLoad:
    """How many rows of a load are gone, counted or not, in the bin or not."""

    load_id: str
    rows: int


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed, and from where.

    ids: all that were erased, those joined with the given ones too. log: events and messages that came one by one.
    set_aside: things set aside that named an id. cleaned: messages of other customers, out of which the ids were taken.
    files: shards written anew or removed.
    """

    ids: tuple[str, ...]
    log: int
    loads: tuple[FromLoad, ...]
    set_aside: int
    cleaned: int
    files: int

    @property
    def any(self) -> bool:
        """Whether anything of theirs was there."""
        return bool(self.log or self.loads or self.set_aside or self.cleaned)


def erase(workspace: Workspace, ids: Sequence[str], *, known_only: bool = False) -> Erased:
    """Erases the customers who have these ids, with every id joined to them: all of it or, when interrupted, nothing.

    known_only: ids of which nothing is there are passed over.

    Raises unknown_customer, bad_value, disk_full, erasing_unfinished.
    """
    if not ids:
        raise CestaError("bad_value", "No id was given.", "Name at least one customer by an id.")
    if any(0xD800 <= ord(sign) <= 0xDFFF for one in ids for sign in one):
        raise CestaError("bad_value", "An id has damaged characters.", "Ids are text in UTF-8.")
    with workspace.sealing():
        workspace.sweep()
        unfinished = is_begun(workspace.data)
        begin(workspace.data)
        done = None
        try:
            while done is None:
                done = _tried(workspace, tuple(dict.fromkeys(ids)), known_only)
        finally:
            if done is None and not unfinished:
                end(workspace.data)
            workspace.sweep()
    if is_begun(workspace.data):
        raise CestaError(
            "erasing_unfinished",
            "They are erased from every answer, but the log could not be written anew: its freed pages may still hold"
            " what they said.",
            "Make room for a second copy of data/log.sqlite, end what reads it, and open the workspace again.",
        )
    return done


def all_ids(workspace: Workspace, ids: Iterable[str]) -> frozenset[str]:
    """These ids, and all that are the same customers' as far as was said until now."""
    return _all_of(workspace.people(workspace.log.marks().event), ids)


def _tried(workspace: Workspace, given: Sequence[str], known_only: bool) -> Erased | None:
    """One attempt; None when it was said meanwhile that more ids are theirs."""
    # One of its own: what it learns inside the transaction is not for others.
    identity = Identity(workspace.root, workspace.log)
    people = identity.people(workspace.log.marks().event)
    ids = _all_of(people, given)
    shards = _without_them(workspace, ids)
    with workspace.log.transaction() as sql:
        people = identity.people(workspace.log.marks().event)
        if _all_of(people, given) != ids:
            return None
        sql.execute("pragma secure_delete=on").close()
        return _write(workspace, sql, _Them(() if known_only else given, people, ids), shards)


@dataclass(frozen=True, slots=True)
class _Them:
    """The customers to be erased: the ids given, who is who, and all their ids."""

    given: Sequence[str]
    people: People
    ids: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """The ids that name someone wherever they stand."""
        bare = (bare_of(one) for one in self.ids)
        return frozenset(one for one in (*self.ids, *bare) if not NOBODY.fullmatch(one))

    def as_values(self) -> dict[str, str]:
        return {"ids": json.dumps(sorted(self.ids)), "named": json.dumps(sorted(self.named))}

    def check(self, met: set[str]) -> None:
        """Raises unknown_customer for an id of which nothing was met."""
        known = met | self.people.resolver.known.keys()
        for one in self.given:
            if known.isdisjoint(_all_of(self.people, [one])):
                said = f'There is no customer "{one}"; nobody was erased.'
                raise CestaError("unknown_customer", said, "Ids are exact, capitals included.")


def _write(workspace: Workspace, sql: sqlite3.Connection, them: _Them, shards: Sequence[Rewritten]) -> Erased:
    """Takes them off all lists and counts what is left, in the caller's transaction."""
    values = them.as_values()
    met = {one for shard in shards for one in shard.customers}
    met.update(row[0] for row in sql.execute(f"select distinct customer from events where {THEIRS}", values))
    sources = {row[0] for row in sql.execute(f"select distinct source from events where {GONE}", values)}
    source_of = {load.load_id: load.source for load in read_loads(sql)}
    sources |= {source_of[shard.was.load_id] for shard in shards}
    aside = _set_aside(workspace, them, met)
    sources |= set(aside.values())
    hidden = {source: has_hidden(sql, source) for source in sources}
    log = sql.execute(f"delete from events where {GONE}", values).rowcount
    cleaned = _clean(sql, them, met)
    them.check(met)
    sql.execute("delete from set_aside where seq in (select value from json_each(?))", (json.dumps(list(aside)),))
    forget_decisions(sql, them.ids)
    forget_claims(sql, them.ids, them.people.resolver.rules.country)
    replace_shards(sql, [(shard.was.name, shard.now) for shard in shards])
    _count_binned(workspace, sql, {shard.was.load_id for shard in shards})
    for source in sorted(sources):
        recount_now(sql, workspace, source, alone=not hidden[source])
    sql.execute("update meta set changes = changes + 1")
    rows: Counter[str] = Counter()
    for shard in shards:
        rows[shard.was.load_id] += shard.rows
    loads = tuple(FromLoad(load_id, rows[load_id]) for load_id in source_of if load_id in rows)
    return Erased(tuple(sorted(them.ids)), log, loads, len(aside), cleaned, len(shards))


def _all_of(people: People, ids: Iterable[str]) -> frozenset[str]:
    """These ids, and all that are the same customers'."""
    return frozenset(found for one in ids for found in (one, *people.ids_of(one)))


def _without_them(workspace: Workspace, ids: frozenset[str]) -> list[Rewritten]:
    """Writes the shards that hold rows of theirs without them, those in the bin too."""
    with workspace.log.reading() as sql:
        shards = read_shards(sql, [load.load_id for load in read_loads(sql)])
        row = sql.execute("select seq from sqlite_sequence where name = 'shards'").fetchone()
    found: list[Rewritten] = []
    for shard in shards:
        number = (row[0] if row else 0) + 1 + len(found)
        other = rewritten(workspace.shard_folder, shard, sorted(ids), number)
        if other is not None:
            found.append(other)
    return found


def _set_aside(workspace: Workspace, them: _Them, met: set[str]) -> dict[int, str]:
    """The numbers and sources of things set aside that name one of them; adds the ids to those met."""
    found: dict[int, str] = {}
    statement = "select seq, source, raw, value from set_aside where seq > ? order by seq limit ?"
    for page in workspace.log.pages(statement, ()):
        for seq, source, raw, value in page:
            named = {one for text in (raw, value) if text is not None for one in named_in(text, them.named)}
            if named:
                found[seq] = source
                met |= named
    return found


def _clean(sql: sqlite3.Connection, them: _Them, met: set[str]) -> int:
    """Takes their ids out of messages that are other customers'; how many. Adds the ids to those met."""
    statement = f"select seq, ids, raw, properties, content from events where {NAMES_THEM}"
    rows = sql.execute(statement, {"named": them.as_values()["named"]}).fetchall()
    for seq, ids, raw, properties, content in rows:
        met |= named_in(ids, them.named)
        others = without(properties, them.named) or "{}"
        sql.execute(
            "update events set ids = ?, raw = ?, properties = ?, content = ? where seq = ?",
            (without(ids, them.named), None if raw is None else without(raw, them.named), others,
             content if others == properties else None, seq),
        )  # fmt: skip
    return len(rows)


def _count_binned(workspace: Workspace, sql: sqlite3.Connection, load_ids: set[str]) -> None:
    """Counts loads in the bin whose rows are fewer now; those that count are counted with their source."""
    for load in read_loads(sql):
        if load.binned is not None and load.load_id in load_ids:
            shards = read_shards(sql, [load.load_id])
            waiting = min(load.waiting, sum(shard.hidden_count for shard in shards))
            update_counts(sql, load.load_id, customers_of(workspace.shard_folder, shards), waiting)
