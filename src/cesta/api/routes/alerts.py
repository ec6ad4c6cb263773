"""Alerts: what they see, what they told, and where they send to."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromQuery, JSONBody

from cesta.alerts.looking import Looked, look
from cesta.alerts.mailing import DigestShown, shown
from cesta.alerts.past import PastAlert, past
from cesta.alerts.shelf import AlertDraft, AlertRow, AlertShelf, list_alerts, save_alert, try_alert
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


@get("/api/alerts/documents", sync_to_thread=True)
def alert_documents(served: TheServed, lang: FromQuery[str] = "en") -> AlertShelf:
    """Every alert as its document has it."""
    return list_alerts(served.workspace, lang)


@post("/api/alerts/documents", sync_to_thread=True, status_code=200)
def put_alert(served: TheServed, data: JSONBody[AlertDraft], lang: FromQuery[str] = "en") -> AlertRow:
    """Put an alert on the shelf, or change the one of this id."""
    return save_alert(served.workspace, data, lang)


@post("/api/alerts/try", sync_to_thread=True, status_code=200)
def tried_alert(served: TheServed, data: JSONBody[AlertDraft], lang: FromQuery[str] = "en") -> Looked:
    """What an alert would see now; it is not kept, and nobody is told."""
    return try_alert(served.workspace, data, now(), lang)


@get("/api/alerts/places", sync_to_thread=True)
def known_places(served: TheServed) -> PlacesKept:
    """The names of webhooks and chats that alerts may be sent to."""
    return PlacesKept(tuple(sorted(places_of(served.workspace.data))))


@get("/api/alerts/digest", sync_to_thread=True)
def digest_now(served: TheServed, owner: FromQuery[str]) -> DigestShown:
    """The digest of whoever is called so, as it would be sent now; nothing is sent."""
    return shown(served.workspace, owner, now())


@post("/api/alerts/places", sync_to_thread=True, status_code=200)
def set_place(served: TheServed, data: JSONBody[PlaceWanted]) -> PlacesKept:
    """Name a webhook or a chat that alerts may be sent to."""
    keep_place(served.workspace.data, data.name, data.address)
    return PlacesKept(tuple(sorted(places_of(served.workspace.data))))


ROUTES = (
    alerts_now,
    look_now,
    alert_history,
    alert_documents,
    put_alert,
    tried_alert,
    known_places,
    digest_now,
    set_place,
)
