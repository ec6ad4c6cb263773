"""A map beside the truth: the desired journey against what happens, and the barriers found in what customers did."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath, FromQuery

from cesta.api.choosing import TheChoice
from cesta.api.served import TheServed
from cesta.maps.barriers.looking import barriers
from cesta.maps.barriers.view import BarriersView
from cesta.maps.compose import Picked
from cesta.maps.desired_view import DesiredView, desired_beside


@get("/api/maps/{map_id:str}/deviations", sync_to_thread=True)
def map_deviations(
    served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en"
) -> DesiredView:
    """The desired journey of a map beside what happens, deviation by deviation."""
    return desired_beside(served.workspace, map_id, Picked(**chosen.as_arguments(), language=lang)).view


@get("/api/maps/{map_id:str}/barriers", sync_to_thread=True)
def map_barriers(
    served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en"
) -> BarriersView:
    """What stops the customers of a map, found in what they did, the worst first."""
    return barriers(served.workspace, map_id, Picked(**chosen.as_arguments(), language=lang)).view


@get("/api/barriers", sync_to_thread=True)
def workspace_barriers(served: TheServed, lang: FromQuery[str] = "en") -> BarriersView:
    """What stops customers, without a map: over the journeys of the map that would be proposed."""
    return barriers(served.workspace, None, Picked(language=lang)).view


ROUTES = (map_deviations, map_barriers, workspace_barriers)
