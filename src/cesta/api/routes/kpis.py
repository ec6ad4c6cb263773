"""KPIs: their numbers now, before and in the past, what they are split by, and their documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.api.choosing import TheChoice
from cesta.api.served import TheServed
from cesta.maps.kpi_lane import KpiLane, kpi_lane
from cesta.maps.kpi_split import KpiSplit, splits
from cesta.maps.kpis import Kpis, Wish, kpis
from cesta.measures.editing import KpiDraft, add_missing, missing, save

Segment = Annotated[str | None, QueryParameter(description="Of the members of a segment; everybody without it.")]
Day = Annotated[str | None, QueryParameter(description="A day; the 28 days up to the newest event without any.")]


@dataclass(frozen=True, slots=True)
class KpisSaved:
    """The ids of the KPIs that were put on the shelf."""

    ids: tuple[str, ...]


@get("/api/kpis", sync_to_thread=True)
def list_kpis(
    served: TheServed,
    segment: Segment = None,
    date_from: Day = None,
    date_to: Day = None,
    lang: FromQuery[str] = "en",
) -> Kpis:
    """Every KPI with its number, interval, target, what it was in the period before, and its past."""
    return kpis(served.workspace, Wish((), segment, date_from, date_to, lang))


@get("/api/kpis/usual", sync_to_thread=True)
def usual_kpis(served: TheServed, lang: FromQuery[str] = "en") -> list[str]:
    """Names of KPIs of the practice that these events allow for and that are not described yet."""
    return [str(one["name"].get(lang) or one["name"]["en"]) for one in missing(served.workspace)]


@post("/api/kpis/usual", sync_to_thread=True, status_code=200)
def add_usual_kpis(served: TheServed) -> KpisSaved:
    """Put those on the shelf."""
    return KpisSaved(add_missing(served.workspace))


@get("/api/kpis/{kpi:str}", sync_to_thread=True)
def one_kpi(
    served: TheServed,
    kpi: FromPath[str],
    segment: Segment = None,
    date_from: Day = None,
    date_to: Day = None,
    lang: FromQuery[str] = "en",
) -> Kpis:
    """One KPI alone."""
    return kpis(served.workspace, Wish((kpi,), segment, date_from, date_to, lang))


@get("/api/maps/{map_id:str}/kpis", sync_to_thread=True)
def map_kpis(served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en") -> KpiLane:
    """The KPIs of a map and of its stages, for a segment and a period."""
    return kpi_lane(served.workspace, map_id, Wish((), **chosen.as_arguments(), lang=lang))


@get("/api/kpis/{kpi:str}/splits", sync_to_thread=True)
def kpi_splits(
    served: TheServed, kpi: FromPath[str], segment: Segment = None, date_from: Day = None, date_to: Day = None
) -> list[KpiSplit]:
    """One KPI by country, channel, source, brand, currency and what its document names, where events say so."""
    return list(splits(served.workspace, Wish((kpi,), segment, date_from, date_to)))


@post("/api/kpis", sync_to_thread=True, status_code=200)
def save_kpi(served: TheServed, data: JSONBody[KpiDraft], lang: FromQuery[str] = "en") -> KpisSaved:
    """Put a KPI on the shelf, or change the one of this id. `lang`: the language of its name."""
    save(served.workspace, data, lang)
    return KpisSaved((data.id,))


ROUTES = (list_kpis, usual_kpis, add_usual_kpis, one_kpi, map_kpis, kpi_splits, save_kpi)
