"""A map compared: two segments or two periods of it."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter

from cesta.api.choosing import TheChoice
from cesta.api.served import TheServed
from cesta.maps.compare import MapComparison, compare, other_side
from cesta.maps.compare_segments import SmallMaps, small_maps
from cesta.maps.compose import Picked

With = Annotated[
    str | None, QueryParameter(name="with", description="The other side's segment, * for everyone; else the same.")
]
WithFrom = Annotated[
    str | None, QueryParameter(name="with_from", description="The other side's first day; else the same.")
]
WithTo = Annotated[str | None, QueryParameter(name="with_to", description="The other side's last day; else the same.")]


@get("/api/maps/{map_id:str}/compared", sync_to_thread=True)
def map_compared(
    served: TheServed,
    map_id: FromPath[str],
    chosen: TheChoice,
    lang: FromQuery[str] = "en",
    other: With = None,
    other_from: WithFrom = None,
    other_to: WithTo = None,
) -> MapComparison:
    """Two segments or two periods of a map: every number of both, the difference, and how sure it is."""
    one = Picked(**chosen.as_arguments(), language=lang)
    return compare(served.workspace, map_id, one, other_side(one, other, other_from, other_to))


@get("/api/maps/{map_id:str}/segments", sync_to_thread=True)
def map_segments(served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en") -> SmallMaps:
    """The map of each segment, small, with how far its goal lies from everybody else's."""
    return small_maps(served.workspace, map_id, Picked(**chosen.as_arguments(), language=lang))


ROUTES = (map_compared, map_segments)
