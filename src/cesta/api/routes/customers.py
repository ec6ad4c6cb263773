"""One customer's timeline, and customers erased for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.api.erasing import erase_everywhere
from cesta.api.served import TheServed
from cesta.maps.timeline import Timeline, timeline
from cesta.store.erasing import Erased


@dataclass(frozen=True, slots=True)
class Erasure:
    """The customers to be erased: an id of each is enough, all that are joined with it go, too."""

    ids: list[str]


@get("/api/customers/{customer:str}", sync_to_thread=True)
def customer_timeline(
    served: TheServed,
    customer: FromPath[str],
    map_id: Annotated[str | None, QueryParameter(name="map", description="A map's id: marks its touchpoints.")] = None,
    lang: FromQuery[str] = "en",
) -> Timeline:
    """All that one customer did, in order of time, as a map sees it."""
    return timeline(served.workspace, customer, map_id=map_id, lang=lang)


@post("/api/erasures", sync_to_thread=True, status_code=200)
def erase_customers(served: TheServed, data: JSONBody[Erasure]) -> Erased:
    """Erase customers for good: every event of theirs leaves all answers at once, then every file of the workspace.

    The answer says what was removed from where, and what was not searched.
    """
    return erase_everywhere(served.workspace, served.gate.accounts.record, data.ids)


ROUTES = (customer_timeline, erase_customers)
