"""The front door: events in."""

from __future__ import annotations

from dataclasses import dataclass, field

from litestar import post
from litestar.params import JSONBody

from cesta.api.served import TheServed
from cesta.ingest.door import Accepted


@dataclass(frozen=True, slots=True)
class Events:
    """A batch of events: each {"customer", "event", "ts", "props"?, "message_id"?}.

    From a file, `file` and `rows` say where each stands; a text among the events is a line that is not JSON.
    """

    events: list[dict[str, object] | str]
    source: str = field(default="api")
    file: str | None = None
    rows: list[int] | None = None


@post("/api/events", sync_to_thread=True, status_code=200)
def accept_events(served: TheServed, data: JSONBody[Events]) -> Accepted:
    """Accept events: on disk before this answers, duplicates once, unreadable ones set aside with the reason."""
    return served.accept(data.events, data.source, data.file, data.rows)


ROUTES = (accept_events,)
