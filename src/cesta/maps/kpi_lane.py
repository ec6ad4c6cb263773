"""The KPIs that stand on a map: those of it, and those that its stages name, each at its stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cesta.maps.document import MapDocument, load
from cesta.maps.kpi_view import Kpi
from cesta.maps.kpis import Wish, kpis
from cesta.measures.document import MeasureDocument
from cesta.measures.shelf import load_all
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KpiAt:
    """stage: None where it is of the whole map."""

    stage: str | None
    touchpoint: str | None
    kpi: Kpi


@dataclass(frozen=True, slots=True)
class KpiLane:
    """In the order of the stages; at each, those that miss their target first."""

    map: str
    kpis: tuple[KpiAt, ...]


ORDER = {"bad": 0, "warn": 1, "good": 2, "none": 3}


def kpi_lane(workspace: Workspace, map_id: str, wish: Wish) -> KpiLane:
    """Raises unknown_map, bad_map, unknown_segment, bad_time, bad_range."""
    document = load(workspace, map_id)
    places = list(dict.fromkeys(_places(document, load_all(workspace, []))))
    if not places:
        return KpiLane(map_id, ())
    ids = tuple(dict.fromkeys(name for _, _, name in places))
    asked = Wish(ids, wish.segment, wish.date_from, wish.date_to, wish.lang)
    known = {kpi.id: kpi for kpi in kpis(workspace, asked).kpis}
    found = [KpiAt(stage, touchpoint, known[name]) for stage, touchpoint, name in places]
    stages = {stage.id: at for at, stage in enumerate(document.stages)}
    found.sort(key=lambda one: (stages.get(one.stage or "", -1), ORDER[one.kpi.state]))
    return KpiLane(map_id, tuple(found))


def _places(
    document: MapDocument, documents: dict[str, MeasureDocument]
) -> Iterator[tuple[str | None, str | None, str]]:
    stage_of = {stop.id: stage.id for stage in document.stages for stop in stage.touchpoints}
    for stage in document.stages:
        yield from ((stage.id, None, name) for name in stage.measures if name in documents)
    for name, one in documents.items():
        on = one.on
        if on is not None and on.map == document.id:
            yield on.stage or stage_of.get(on.touchpoint or ""), on.touchpoint, name
