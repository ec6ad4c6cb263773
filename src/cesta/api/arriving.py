"""What comes in right now, message by message as it came, and what of it was set aside and why."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import msgspec
from litestar.concurrency import sync_to_thread
from litestar.response import ServerSentEventMessage

from cesta.api.served import Served
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.store.log import Log

LOOK_EVERY = 0.5
KEEP_ALIVE = 30
"""Looks without news until a comment is sent, so that a dead connection is noticed."""
AT_FIRST = 20
AT_ONCE = 50
"""More in one look are not sent one by one: how many were passed over is said."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """A message as it came in: taken, or set aside with the reason.

    received: by our clock; ts: when it happened. raw: the message as it came, where a client sent one.
    """

    id: str
    received: str
    source: str
    type: str
    event: str | None
    customer: str | None
    ts: str | None
    properties: dict[str, Value]
    raw: str | None
    reason: str | None


async def arriving(served: Served, source: str | None) -> AsyncGenerator[ServerSentEventMessage, None]:
    """The newest messages and then each that comes, until the server leaves."""
    taken, aside, quiet = await sync_to_thread(_start, served.workspace.log)
    while not served.leaving.is_set():
        found, taken, aside, passed = await sync_to_thread(_look, served.workspace.log, source, taken, aside)
        quiet += 1
        for each in found:
            quiet = 0
            yield ServerSentEventMessage(event="arrived", data=msgspec.json.encode(each).decode())
        if passed:
            yield ServerSentEventMessage(event="passed", data=str(passed))
        if quiet >= KEEP_ALIVE:
            quiet = 0
            yield ServerSentEventMessage(comment="still here")
        await asyncio.sleep(LOOK_EVERY)


def _start(log: Log) -> tuple[int, int, int]:
    events, aside = log.read("select (select max(seq) from events), (select max(seq) from set_aside)")[0]
    return max(0, (events or 0) - AT_FIRST), max(0, (aside or 0) - AT_FIRST // 4), 0


def _look(log: Log, source: str | None, taken: int, aside: int) -> tuple[list[Arriving], int, int, int]:
    """What is new, in the order it came; the newest of both kinds; and how many were passed over."""
    newest, refused = log.read("select (select max(seq) from events), (select max(seq) from set_aside)")[0]
    newest, refused = newest or 0, refused or 0
    rows = log.read(
        "select seq, received, source, type, name, customer, time, properties, raw from events"
        " where seq > ? and seq <= ? and (? is null or source = ?) order by seq desc limit ?",
        (taken, newest, source, source, AT_ONCE),
    )
    found = [(row[1], _taken(row)) for row in rows]
    found += [
        (row[1], _aside(row))
        for row in log.read(
            "select seq, received, source, event, code, reason, raw from set_aside"
            " where seq > ? and seq <= ? and load_id is null and (? is null or source = ?) order by seq desc limit ?",
            (aside, refused, source, source, AT_ONCE),
        )
    ]
    passed = newest - taken - len(rows) if len(rows) == AT_ONCE and source is None else 0
    # Of those that came at one moment the one with the lower number came first.
    found.reverse()
    return [each for _, each in sorted(found, key=lambda pair: pair[0])], newest, refused, passed


def _taken(row: tuple[object, ...]) -> Arriving:
    seq, received, source, kind, name, customer, time, properties, raw = row
    return Arriving(
        f"e{seq}",
        show_instant(int(str(received))),
        str(source),
        str(kind),
        str(name),
        str(customer),
        show_instant(int(str(time))),
        json.loads(str(properties)),
        None if raw is None else str(raw),
        None,
    )


def _aside(row: tuple[object, ...]) -> Arriving:
    seq, received, source, event, code, reason, raw = row
    name = None if event is None else str(event)
    text = None if raw is None else str(raw)
    when = show_instant(int(str(received)))
    return Arriving(f"a{seq}", when, str(source), str(code), name, None, None, {}, text, str(reason))
