"""Tells open pages that something changed, by server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import msgspec
from litestar import Request, get
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery
from litestar.response import ServerSentEvent, ServerSentEventMessage

from cesta.api.noting import asked_by
from cesta.api.pulse import Look
from cesta.api.rules import ASKING
from cesta.api.served import Served, TheServed
from cesta.api.together import Looker
from cesta.voice.kept import kept_of

KEEP_ALIVE = 30
"""Looks without news until a comment is sent, so that a dead connection is noticed."""


def shared(served: Served, map_id: str, look: Look) -> bytes:
    """What people do together on a map: the version of its draft, what is said about it, and who looks at it."""
    there = served.together.there().get(map_id, ())
    state = {
        "map": map_id,
        "draft": look.drafts.get(map_id, 0),
        "talk": look.talk.get(map_id, ""),
        "here": [{"hand": looker.hand, "name": looker.name} for looker in there],
    }
    return msgspec.json.encode(state)


async def changes(served: Served, map_id: str | None = None) -> AsyncGenerator[ServerSentEventMessage, None]:
    """The generation now, and again each time it changes, until the server leaves; of a map also what is shared.

    `read` when texts of customers were read meanwhile.
    """
    last, told, quiet, read = "", b"", 0, kept_of(served.workspace).told
    while not served.leaving.is_set():
        look = await sync_to_thread(served.pulse.look)
        quiet += 1
        if map_id and (state := shared(served, map_id, look)) != told:
            told, quiet = state, 0
            yield ServerSentEventMessage(event="together", data=state.decode())
        if (done := kept_of(served.workspace).told) != read:
            read = done
            yield ServerSentEventMessage(event="read", data="{}")
        if (now := look.generation) != last:
            last, quiet = now, 0
            yield ServerSentEventMessage(event="changed", data=msgspec.json.encode({"generation": now}).decode())
        elif quiet >= KEEP_ALIVE:
            quiet = 0
            yield ServerSentEventMessage(comment="still here")
        await asyncio.sleep(served.pulse.rest())


@get("/api/live", include_in_schema=False, opt={"as_it_is": True})
async def live(
    served: TheServed, request: Request[Any, Any, Any], map: FromQuery[str] = "", hand: FromQuery[str] = ""
) -> ServerSentEvent:
    """A stream: `changed` with the workspace's generation, `read` after texts were, `together` of the map looked at."""
    who = asked_by(request)
    inside = who is not None and who.role in ASKING

    async def told() -> AsyncGenerator[ServerSentEventMessage, None]:
        with served.together.looking(map, Looker(hand[:64], who.name if who else "")):
            async for message in changes(served, map if inside else None):
                yield message

    return ServerSentEvent(told())


ROUTES = (live,)
