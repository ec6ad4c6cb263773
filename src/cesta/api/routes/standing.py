"""The overview: how things stand, and channels side by side."""

from __future__ import annotations

from litestar import get
from litestar.params import FromQuery

from cesta.api.routes.kpis import Day, Segment
from cesta.api.served import TheServed
from cesta.maps.channels import Channels, channels
from cesta.maps.kpis import Wish
from cesta.maps.standing import HowThingsStand, standing


@get("/api/standing", sync_to_thread=True)
def how_things_stand(
    served: TheServed,
    segment: Segment = None,
    date_from: Day = None,
    date_to: Day = None,
    lang: FromQuery[str] = "en",
) -> HowThingsStand:
    """KPIs, which of them changed or miss their target, where most is lost, tasks and reviews."""
    return standing(served.workspace, Wish((), segment, date_from, date_to, lang))


@get("/api/channels", sync_to_thread=True)
def channels_compared(
    served: TheServed, segment: Segment = None, date_from: Day = None, date_to: Day = None
) -> Channels:
    """Each channel: who used it, how many of them bought and how soon, what it cost, and what they answered."""
    return channels(served.workspace, Wish((), segment, date_from, date_to))


ROUTES = (how_things_stand, channels_compared)
