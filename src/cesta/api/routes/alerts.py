"""Alerts: what they see, what they told, and where they send to."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import JSONBody

from cesta.alerts.looking import Looked, look
from cesta.alerts.past import PastAlert, past
from cesta.api.served import TheServed
from cesta.notify.places import keep_place, places_of
from cesta.store.job_runs import now


@dataclass(frozen=True, slots=True)
class PlaceWanted:
    """address: of a webhook, or of a chat as Apprise writes it; "" forgets the place."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class PlacesKept:
    """The names of places; their addresses stay where they are."""

    places: tuple[str, ...]


@get("/api/alerts", sync_to_thread=True)
def alerts_now(served: TheServed) -> list[Looked]:
    """What every alert sees now; nobody is told."""
    return look(served.workspace, now(), quiet=True)


@post("/api/alerts/look", sync_to_thread=True, status_code=200)
def look_now(served: TheServed) -> list[Looked]:
    """Look at every alert, and tell people of what is newly wrong."""
    return look(served.workspace, now())


@get("/api/alerts/history", sync_to_thread=True)
def alert_history(served: TheServed) -> list[PastAlert]:
    """What alerts told, the newest first, and when it was over."""
    return past(served.workspace)


@post("/api/alerts/places", sync_to_thread=True, status_code=200)
def set_place(served: TheServed, data: JSONBody[PlaceWanted]) -> PlacesKept:
    """Name a webhook or a chat that alerts may be sent to."""
    keep_place(served.workspace.data, data.name, data.address)
    return PlacesKept(tuple(sorted(places_of(served.workspace.data))))


ROUTES = (alerts_now, look_now, alert_history, set_place)
