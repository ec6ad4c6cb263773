"""One customer's timeline."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter

from cesta.api.served import TheServed
from cesta.maps.timeline import Timeline, timeline


@get("/api/customers/{customer:str}", sync_to_thread=True)
def customer_timeline(
    served: TheServed,
    customer: FromPath[str],
    map_id: Annotated[str | None, QueryParameter(name="map", description="A map's id: marks its touchpoints.")] = None,
    lang: FromQuery[str] = "en",
) -> Timeline:
    """All that one customer did, in order of time, as a map sees it."""
    return timeline(served.workspace, customer, map_id=map_id, lang=lang)


ROUTES = (customer_timeline,)
