"""Customers: one's timeline, what is known of her, the file about her; finding her; all of them, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.api.served import TheServed
from cesta.maps.timeline import Timeline, timeline
from cesta.profiles.everybody import switches_of_all
from cesta.profiles.joining import Joined, join
from cesta.profiles.listing import CustomerPage, customers
from cesta.profiles.person_file import person_file
from cesta.profiles.profile import Profile, profile
from cesta.profiles.search import Matches, search
from cesta.profiles.switches import Switches


@dataclass(frozen=True, slots=True)
class RowOfTraits:
    """key: an id, an e-mail or a phone number of the customer."""

    key: str
    traits: dict[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class TableOfTraits:
    table: str
    rows: list[RowOfTraits]


@get("/api/customers", sync_to_thread=True)
def list_customers(
    served: TheServed,
    search: FromQuery[str | None] = None,
    one: Annotated[str | None, QueryParameter(name="id", description="An id of a customer.")] = None,
    after: FromQuery[str | None] = None,
    limit: FromQuery[int] = 100,
) -> CustomerPage:
    """Customers with events, by id, or those a text names: ids, traits, first and last event, segments of each."""
    return customers(served.workspace, search=search, one=one, after=after, limit=limit)


@get("/api/find", sync_to_thread=True)
def find_customers(served: TheServed, text: FromQuery[str], limit: FromQuery[int] = 10) -> Matches:
    """Customers by anything that names them: an id, an e-mail, a phone, an order, a card, a name, or its beginning."""
    return search(served.workspace, text, limit=limit, wait=False)


@get("/api/switches", sync_to_thread=True)
def switches(served: TheServed) -> Switches:
    """How often customers changed the channel in a matter, and at what share of these nobody had to explain again."""
    return switches_of_all(served.workspace)


@get("/api/customers/{customer:str}", sync_to_thread=True)
def customer_timeline(
    served: TheServed,
    customer: FromPath[str],
    map_id: Annotated[str | None, QueryParameter(name="map", description="A map's id: marks its touchpoints.")] = None,
    lang: FromQuery[str] = "en",
    limit: FromQuery[int] = 2000,
) -> Timeline:
    """All that one customer did, in order of time, as a map sees it; of very much the newest."""
    return timeline(served.workspace, customer, map_id=map_id, lang=lang, limit=limit)


@get("/api/customers/{customer:str}/profile", sync_to_thread=True)
def customer_profile(served: TheServed, customer: FromPath[str], lang: FromQuery[str] = "en") -> Profile:
    """What is known of one customer, by any of her ids: traits with where they come from, consents, open matters."""
    return profile(served.workspace, customer, lang)


@get("/api/customers/{customer:str}/file", sync_to_thread=True, media_type="application/zip")
def customer_file(served: TheServed, customer: FromPath[str]) -> Response[bytes]:
    """Everything about one customer as a file: JSON and CSV in a zip, with a plain README."""
    found = person_file(served.workspace, customer)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(found.customer, safe='')}.zip"}
    return Response(found.content, media_type="application/zip", headers=headers)


@post("/api/traits", sync_to_thread=True, status_code=200)
def join_table(served: TheServed, data: JSONBody[TableOfTraits]) -> Joined:
    """Enrich customers by rows of a table: each says traits of the one whom its key names, with the table as source."""
    return join(served.workspace, data.table, [(row.key, row.traits) for row in data.rows])


ROUTES = (join_table, list_customers, find_customers, switches, customer_timeline, customer_profile, customer_file)
