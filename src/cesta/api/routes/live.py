"""Tells open pages that something changed, by server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import msgspec
from litestar import get
from litestar.concurrency import sync_to_thread
from litestar.response import ServerSentEvent, ServerSentEventMessage

from cesta.api.served import Served, TheServed

LOOK_EVERY = 0.5
"""Seconds between two looks at the workspace."""
KEEP_ALIVE = 30
"""Looks without news until a comment is sent, so that a dead connection is noticed."""


async def changes(served: Served) -> AsyncGenerator[ServerSentEventMessage, None]:
    """The generation now, and again each time it changes, until the server leaves."""
    last, quiet = "", 0
    while not served.leaving.is_set():
        now = await sync_to_thread(served.workspace.generation)
        quiet += 1
        if now != last:
            last, quiet = now, 0
            yield ServerSentEventMessage(event="changed", data=msgspec.json.encode({"generation": now}).decode())
        elif quiet >= KEEP_ALIVE:
            quiet = 0
            yield ServerSentEventMessage(comment="still here")
        await asyncio.sleep(LOOK_EVERY)


@get("/api/live", include_in_schema=False, opt={"as_it_is": True})
async def live(served: TheServed) -> ServerSentEvent:
    """A stream of `changed` events with the workspace's generation."""
    return ServerSentEvent(changes(served))


ROUTES = (live,)
