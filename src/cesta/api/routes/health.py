"""Is the server alive, is it ready, how is it doing."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import Response, get
from litestar.concurrency import sync_to_thread

from cesta.api.metrics import CONTENT_TYPE
from cesta.api.served import TheServed
from cesta.model.errors import CestaError


@dataclass(frozen=True, slots=True)
class Alive:
    alive: bool


@dataclass(frozen=True, slots=True)
class Ready:
    ready: bool
    events: int


@get("/health", sync_to_thread=False)
def health() -> Alive:
    """The process answers."""
    return Alive(True)


@get("/ready", sync_to_thread=False)
def ready(served: TheServed) -> Ready:
    """The workspace is open and its events are loaded."""
    if served.loaded is None:
        raise CestaError("not_ready", "The events are still being loaded.", "Ask again in a moment.")
    return Ready(True, served.loaded)


@get("/metrics", include_in_schema=False)
async def metrics(served: TheServed) -> Response[bytes]:
    """For Prometheus."""
    await sync_to_thread(served.measure)
    return Response(served.metrics.text(), headers={"content-type": CONTENT_TYPE})


ROUTES = (health, ready, metrics)
