"""What customers feel on a map, over time and by segment; where its way is rough; what moves what they say and do."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter

from cesta.api.choosing import TheChoice
from cesta.api.served import TheServed
from cesta.maps.compose import Picked
from cesta.maps.drivers import DriversView, map_drivers
from cesta.maps.friction import FrictionView, friction
from cesta.maps.moods import MoodsView, moods

Part = Annotated[str | None, QueryParameter(description="A stage or touchpoint; the whole map without it.")]
Of = Annotated[
    str | None,
    QueryParameter(name="of", description="nps, csat, stars, a source of the map, words, return or spend."),
]


@get("/api/maps/{map_id:str}/moods", sync_to_thread=True)
def map_moods(
    served: TheServed, map_id: FromPath[str], chosen: TheChoice, part: Part = None, lang: FromQuery[str] = "en"
) -> MoodsView:
    """How the mood of a map, a stage or a touchpoint has gone, month by month, and how segments differ."""
    return moods(served.workspace, map_id, part, Picked(**chosen.as_arguments(), language=lang))


@get("/api/maps/{map_id:str}/friction", sync_to_thread=True)
def map_friction(served: TheServed, map_id: FromPath[str], chosen: TheChoice) -> FrictionView:
    """How many journeys met errors, angry clicks, tries again, turns back or calls for help at each touchpoint."""
    return friction(served.workspace, map_id, Picked(**chosen.as_arguments()))


@get("/api/maps/{map_id:str}/drivers", sync_to_thread=True)
def drivers_of_map(
    served: TheServed, map_id: FromPath[str], chosen: TheChoice, outcome: Of = None, lang: FromQuery[str] = "en"
) -> DriversView:
    """Which touchpoints, and which friction at them, move what customers say and do, with all others held."""
    return map_drivers(served.workspace, map_id, outcome, Picked(**chosen.as_arguments(), language=lang))


ROUTES = (map_moods, map_friction, drivers_of_map)
