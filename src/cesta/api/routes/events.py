"""The front door: events in."""

from __future__ import annotations

from dataclasses import dataclass, field

from litestar import post
from litestar.params import JSONBody

from cesta.api.served import TheServed
from cesta.ingest.door import Accepted


@dataclass(frozen=True, slots=True)
class Events:
    """A batch of events: each {"customer", "event", "ts", "props"?, "message_id"?}."""

    events: list[dict[str, object]]
    source: str = field(default="api")


@post("/api/events", sync_to_thread=True, status_code=200)
def accept_events(served: TheServed, data: JSONBody[Events]) -> Accepted:
    """Accept events: on disk before this answers, duplicates once, unreadable ones set aside with the reason."""
    return served.accept(data.events, data.source)


ROUTES = (accept_events,)
