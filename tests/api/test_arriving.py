"""Whoever looks sees each message as it came, and what was set aside with the reason."""

from __future__ import annotations

import asyncio
import time

import msgspec
import pytest

from cesta.api import arriving as stream
from cesta.api.arriving import Arriving, arriving
from cesta.api.served import Served
from cesta.ingest.door import accept, take
from cesta.model.arrival import Arrival
from cesta.model.event import Event


def heard(served: Served, source: str | None, wanted: int, then: list[Arrival]) -> list[Arriving]:
    async def listen() -> list[Arriving]:
        found: list[Arriving] = []
        async for message in arriving(served, source):
            if message.event == "arrived":
                found.append(msgspec.json.decode(str(message.data), type=Arriving))
            if then:
                await asyncio.to_thread(take, served.workspace, "site", then)
                then.clear()
            if len(found) == wanted:
                served.leaving.set()
        return found

    return asyncio.run(listen())


def test_the_newest_and_then_each_that_comes(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LOOK_EVERY", 0.001)
    monkeypatch.setattr(stream, "AT_FIRST", 1)
    new = Arrival(Event("site", "1", "zoe", "buy", 0, {"price": 1.5}), "track", '{"as":1}', time.time_ns() // 1000)
    first, second = heard(served, None, 2, [new])
    assert (first.source, first.raw) == ("shop", None)
    assert (second.event, second.customer, second.properties, second.raw) == ("buy", "zoe", {"price": 1.5}, '{"as":1}')


def test_what_is_set_aside_comes_with_its_reason(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LOOK_EVERY", 0.001)
    accept(served.workspace, [{"customer": "", "event": "x"}], "till")
    (one,) = heard(served, "till", 1, [])
    assert (one.event, one.type, one.reason) == ("x", "no_customer", "There is no customer.")
