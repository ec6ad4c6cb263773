"""Is the server alive, is it ready, how is it doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread

from cesta.api.metrics import CONTENT_TYPE
from cesta.api.noting import client_of
from cesta.api.served import TheServed
from cesta.model.errors import CestaError


@dataclass(frozen=True, slots=True)
class Alive:
    alive: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """events: how many are loaded; null for who has not signed in."""

    ready: bool
    events: int | None


@get("/health", sync_to_thread=False)
def health() -> Alive:
    """The process answers."""
    return Alive(True)


@get("/ready", sync_to_thread=True)
def ready(served: TheServed, request: Request[Any, Any, Any]) -> Ready:
    """The workspace is open and its events are loaded."""
    if served.loaded is None:
        raise CestaError("not_ready", "The events are still being loaded.", "Ask again in a moment.")
    who = served.gate.who(dict(request.headers), client_of(request))
    return Ready(True, None if who is None else served.loaded)


@get("/metrics", include_in_schema=False)
async def metrics(served: TheServed) -> Response[bytes]:
    """For Prometheus."""
    await sync_to_thread(served.measure)
    return Response(served.metrics.text(), headers={"content-type": CONTENT_TYPE})


ROUTES = (health, ready, metrics)
