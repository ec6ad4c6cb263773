"""The front door, the only way in for events: one by one into the log, or a whole load into sealed shards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from cesta.consent.admission import admitted
from cesta.identity.claims import told_in
from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import NotUnderstood, aside_of, read_event, shown, storable
from cesta.ingest.loads import LoadView, Unloaded, decide, list_loads, restore, unload
from cesta.ingest.marks import mark_all
from cesta.ingest.repair import Raw, Rule, judged
from cesta.ingest.repairs_kept import rules_now
from cesta.ingest.sealing import Sealed, Sealing, add_to_load, begin_seal
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import SetAside
from cesta.store.batch import UNSTORABLE, Batch, batch_of, problem_of
from cesta.store.known import known_ids
from cesta.store.loads import LoadFile, LoadHead, read_shards
from cesta.store.log import Log
from cesta.store.mask import Mask
from cesta.store.recount import ranks_of
from cesta.store.workspace import Workspace

__all__ = [
    "Accepted",
    "LoadFile",
    "LoadHead",
    "LoadView",
    "Sealed",
    "Sealing",
    "Unloaded",
    "accept",
    "add_to_load",
    "begin_seal",
    "decide",
    "keep",
    "list_loads",
    "restore",
    "take",
    "unload",
]

PROBLEMS_SHOWN = 20
Read = tuple[Event, bool, bool]
"""An event, whether its time had no zone, whether that time was unclear."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a batch: accepted + duplicates + set_aside is its size, but for what nobody allowed to keep.

    local_times: times without a zone, read in the workspace's; unclear_times: those of them that the clock showed twice
    or skipped. problems: the first of what was set aside.
    """

    accepted: int
    duplicates: int
    set_aside: int
    local_times: int = 0
    unclear_times: int = 0
    problems: tuple[SetAside, ...] = ()


def accept(
    workspace: Workspace,
    events: Sequence[Mapping[str, object] | str],
    source: str,
    *,
    file: str | None = None,
    rows: Sequence[int] | None = None,
) -> Accepted:
    """Takes a batch of JSON events; what was accepted is on disk when this returns.

    `file` and `rows`: where they stand, if in a file; a text among the events is a line of it that is not JSON.

    An event with a (source, message id) seen before is a duplicate; without a message id, an event that is equal in
    every field is. One that a load holds is kept out of sight until that load is taken back. What cannot be understood
    is set aside with the reason and never stops the others.
    """
    read = partial(read_event, source=source, zone=ZoneInfo(workspace.settings.timezone))
    rules = rules_now(workspace.root, source)
    understood: list[Event] = []
    aside: list[SetAside] = []
    local = unclear = 0
    for row, given in zip(rows or range(1, len(events) + 1), events, strict=True):
        found = _judged(rules, given, read)
        if isinstance(found, NotUnderstood):
            aside.append(aside_of(given, found, source, row, file))
            continue
        event, is_local, is_unclear = found
        understood.append(event)
        local += is_local
        unclear += is_unclear
    fit = admitted(workspace.root, source, understood, lambda event: (event, {}), partial(_country, workspace))
    accepted = keep(workspace, source, fit, aside)
    duplicates = len(fit) - accepted
    problems = tuple(replace(item, raw=None) for item in aside[:PROBLEMS_SHOWN])
    return Accepted(accepted, duplicates, len(aside), local, unclear, problems)


def keep(
    workspace: Workspace,
    source: str,
    events: Sequence[Event] | Sequence[Arrival],
    aside: Sequence[SetAside] = (),
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> int:
    """Puts understood events into the log, and what was not beside it; how many of them count that did not before.

    `also`: written in the same step.
    """
    return keeping(workspace, source, events, aside, also)()


def keeping(
    workspace: Workspace,
    source: str,
    events: Sequence[Event] | Sequence[Arrival],
    aside: Sequence[SetAside] = (),
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> Callable[[], int]:
    """`keep` in two steps: now everything is ready for the log; what it gives back waits until it is on disk."""
    ids = [each.event.message_id if isinstance(each, Arrival) else each.message_id for each in events]
    log = workspace.log

    def put(loads: tuple[int, int]) -> Batch:
        held = _held_by_loads(workspace, source, ids, loads)
        return log.put(batch_of(events, aside, held, loads, also))

    batch = put(log.seen)

    def settled() -> int:
        accepted = log.settle(batch)
        while accepted is None:
            # A load that came or went between looking and keeping may hold the same events: then look again.
            accepted = log.settle(put(log.marks().loads))
        return accepted

    return settled


def take(workspace: Workspace, source: str, arrivals: Sequence[Arrival], aside: Sequence[SetAside] = ()) -> Accepted:
    """Takes messages of a client's protocol; on disk when this returns, each (source, message id) once.

    Every kind is kept whole; those that are steps are what journeys see, without bots and tests. `aside`: what could
    not be understood.
    """
    return taking(workspace, source, arrivals, aside)()


def taking(
    workspace: Workspace, source: str, arrivals: Sequence[Arrival], aside: Sequence[SetAside] = ()
) -> Callable[[], Accepted]:
    """`take` in two steps, as `keeping` is `keep` in two: several requests become one commit."""
    home = partial(_country, workspace)
    fit = admitted(workspace.root, source, arrivals, lambda arrival: (arrival.event, _ids_of(arrival)), home)
    marked = mark_all(workspace.root, fit)
    try:
        settled = keeping(workspace, source, marked, aside)
    except UNSTORABLE:
        return lambda: _storable(workspace, source, marked, aside)

    def taken() -> Accepted:
        try:
            accepted = settled()
        except UNSTORABLE:
            return _storable(workspace, source, marked, aside)
        return Accepted(accepted, len(marked) - accepted, len(aside))

    return taken


def _country(workspace: Workspace) -> str | None:
    """Whose phone numbers are meant; a mistake in identity.yaml stops no message."""
    with suppress(CestaError):
        return workspace.identity.rules().country
    return None


def _ids_of(arrival: Arrival) -> Mapping[str, str]:
    """All ids that a message names, those that it tells as a person's trait, too."""
    if arrival.type != "identify":
        return arrival.ids
    return {**dict(told_in(arrival.event.properties)), **arrival.ids}


def _storable(workspace: Workspace, source: str, arrivals: Sequence[Arrival], aside: Sequence[SetAside]) -> Accepted:
    """Takes what the log can hold, and sets the rest aside."""
    problems = [problem_of(arrival) for arrival in arrivals]
    good = [arrival for arrival, problem in zip(arrivals, problems, strict=True) if problem is None]
    bad = [_unstorable(arrival, problem) for arrival, problem in zip(arrivals, problems, strict=True) if problem]
    accepted = keep(workspace, source, good, [*aside, *bad])
    return Accepted(accepted, len(good) - accepted, len(aside) + len(bad))


def _unstorable(arrival: Arrival, problem: str) -> SetAside:
    """A message that its protocol understood, and the log cannot hold."""
    return SetAside(
        source=arrival.event.source,
        reason=f"It cannot be kept: {shown(problem)}",
        event=shown(arrival.event.name),
        code="bad_value",
        raw=storable(arrival.raw),
    )


def _judged(rules: Sequence[Rule], given: Raw | str, read: Callable[[object], Read]) -> Read | NotUnderstood:
    if rules and isinstance(given, Mapping):
        return judged(rules, given, read)[0]
    try:
        return read(given)
    except NotUnderstood as problem:
        return problem


def _held_by_loads(workspace: Workspace, source: str, ids: list[str], loads: tuple[int, int]) -> Mask | None:
    """Which of these ids a load of this source holds; None: it has no load."""
    paths = _shards_of(workspace.log, workspace.shard_folder, source, loads)
    return known_ids(paths).among(ids) if paths else None


@lru_cache(maxsize=256)
def _shards_of(log: Log, folder: Path, source: str, _: tuple[int, int]) -> tuple[Path, ...]:
    """The shards of this source's loads, kept while the loads stay as they are."""
    with log.reading() as sql:
        shards = read_shards(sql, [rank.load_id for rank in ranks_of(sql, source)])
    return tuple(folder / shard.name for shard in shards)
