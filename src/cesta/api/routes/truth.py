"""A map beside the truth: the desired journey against what happens, and the barriers found in what customers did."""

from __future__ import annotations

from typing import Any

from litestar import Request, get
from litestar.params import FromPath, FromQuery

from cesta.api.choosing import TheChoice
from cesta.api.routes.maps import OfDraft, drafted
from cesta.api.served import TheServed
from cesta.maps.barriers.looking import barriers
from cesta.maps.barriers.view import BarriersView
from cesta.maps.compose import Picked
from cesta.maps.desired_view import DesiredView, desired_beside
from cesta.maps.steps import SixSteps, six_steps

AnyRequest = Request[Any, Any, Any]


@get("/api/maps/{map_id:str}/deviations", sync_to_thread=True)
def map_deviations(
    served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en"
) -> DesiredView:
    """The desired journey of a map beside what happens, deviation by deviation."""
    return desired_beside(served.workspace, map_id, Picked(**chosen.as_arguments(), language=lang)).view


@get("/api/maps/{map_id:str}/barriers", sync_to_thread=True)
def map_barriers(
    request: AnyRequest,
    served: TheServed,
    map_id: FromPath[str],
    chosen: TheChoice,
    lang: FromQuery[str] = "en",
    draft: OfDraft = False,
) -> BarriersView:
    """What stops the customers of a map, found in what they did, the worst first."""
    text = drafted(served, request, map_id, draft)
    return barriers(served.workspace, map_id, Picked(**chosen.as_arguments(), language=lang), text).view


@get("/api/maps/{map_id:str}/steps", sync_to_thread=True)
def map_steps(served: TheServed, map_id: FromPath[str], lang: FromQuery[str] = "en") -> SixSteps:
    """How much of a map is filled in as it is being edited, and what the data proposes at each of the six steps."""
    return six_steps(served.workspace, map_id, served.desk.draft(map_id).text, lang)


@get("/api/barriers", sync_to_thread=True)
def workspace_barriers(served: TheServed, lang: FromQuery[str] = "en") -> BarriersView:
    """What stops customers, without a map: over the journeys of the map that would be proposed."""
    return barriers(served.workspace, None, Picked(language=lang)).view


ROUTES = (map_deviations, map_barriers, map_steps, workspace_barriers)
