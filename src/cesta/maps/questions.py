"""Questions to a workspace: all that journeys can answer, with its segments, and what only a map can answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.answer import answer
from cesta.journeys.facts import Answer, Fact, ratio
from cesta.journeys.facts import Path as Way
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan, Registry
from cesta.journeys.registry import ANALYSES
from cesta.journeys.units import Journeys
from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import wilson
from cesta.maps.columns_of import columns_of
from cesta.maps.document import MapDocument, as_map, load
from cesta.maps.map_figures import map_figures
from cesta.maps.question_document import asked
from cesta.maps.trace import Trace, trace
from cesta.measures.analysis import OnMaps, measure
from cesta.measures.document import MeasureDocument
from cesta.measures.formulas.wanted import Figures
from cesta.measures.shelf import wanted_measure
from cesta.model.calendar import day_after, midnight
from cesta.model.errors import CestaError
from cesta.model.instant import parse_day
from cesta.segments.shelf import members_of
from cesta.store.documents import Document
from cesta.store.workspace import Workspace

Load = Callable[[str], MapDocument]
Mask = NDArray[np.bool_]


def ask(workspace: Workspace | None, question: Mapping[str, object]) -> dict[str, object]:
    """The envelope of an answer; without a workspace the question must bring its own events. Raises CestaError.

    `question`: instead of an analysis, the name of a saved question.
    """
    if isinstance(question, Mapping):
        question = asked(workspace, question)
    registry = registry_of(workspace)
    if workspace is None:
        return answer(question, None, registry=registry)

    def segment(name: str) -> NDArray[np.int64]:
        return members_of(workspace)(name)

    timezone = workspace.settings.timezone
    return answer(question, workspace.snapshot(), segments=segment, timezone=timezone, registry=registry)


def registry_of(workspace: Workspace | None) -> Registry:
    """Every analysis that can be asked for."""
    maps = maps_of(workspace)
    currency = None if workspace is None else workspace.settings.currency
    kpi = measure(lambda given: wanted_measure(workspace, given), on_maps(maps), currency)
    return {**ANALYSES, "stage_touchpoints": stage_touchpoints(maps), "measure": kpi}


def on_maps(find: Load) -> OnMaps:
    """KPIs of maps, by the maps there are."""

    def figures(document: MeasureDocument, journeys: Journeys) -> Figures:
        assert document.on is not None
        return map_figures(find(document.on.map), document.on, document.type, journeys)

    return figures


def maps_of(workspace: Workspace | None) -> Load:
    def find(map_id: str) -> MapDocument:
        if workspace is None:
            raise CestaError("unknown_map", f'There is no map "{map_id}".', "Without a workspace, send the map itself.")
        return load(workspace, map_id)

    return find


def stage_touchpoints(find: Load) -> Analysis:
    """How many journeys of a map reached each stage, and by which touchpoints. `map`: an id, or the document itself.

    Journeys count as on the map's screen: those that start in `date_from` … `date_to`, else in the map's own period.
    """

    def plan(given: Given) -> Plan:
        document = _document(given.raw("map"), find)
        first, end = _span(given, document)
        # whole journeys are wanted, so the range must not cut events off
        return Plan(run=lambda journeys: _answer(document, journeys, first, end), span=(None, None))

    return Analysis(plan, params=frozenset({"map"}), required=frozenset({"map"}), keys=("stage", "touchpoint"))


def _document(given: object, find: Load) -> MapDocument:
    if isinstance(given, str):
        return find(given)
    if not isinstance(given, Mapping):
        raise bad_value("map", given, "the id of a map, or a map document")
    whole = {"cesta": "map/1", "id": "map", "title": "map", **given}
    return as_map(Document(Path("map"), "", whole, whole))


def _span(given: Given, document: MapDocument) -> tuple[int | None, int | None]:
    first, end = given.dates()
    opens, closes = document.period
    if first is None and opens is not None:
        first = midnight(parse_day(opens), given.zone)
    if end is None and closes is not None:
        end = midnight(day_after(parse_day(closes)), given.zone)
    return first, end


@dataclass(frozen=True)
class _Counted:
    """A number of journeys of a map, and the units they belong to."""

    journeys: Journeys
    trace: Trace

    def fact(self, mask: Mask, of: Mask, *, share: bool = False) -> Fact:
        """n and the interval are the journeys'; the ids are the units', each once."""
        n, whole = int(np.count_nonzero(mask)), int(np.count_nonzero(of))
        low, high = wilson(n, whole)
        scale = 1 if share else whole
        units = distinct(self.trace.cut.owner[mask])
        return Fact(n, whole, low * scale, high * scale, lambda: self.journeys.ids(units))


def _answer(document: MapDocument, journeys: Journeys, first: int | None, end: int | None) -> Answer:
    found = trace(document, columns_of(journeys), journeys.asked.zone, now=journeys.asked.columns.as_of)
    pool = np.ones(len(found.won), dtype=np.bool_)
    if first is not None:
        pool &= found.started >= first
    if end is not None:
        pool &= found.started < end
    facts: dict[Way, Fact] = {}
    stages: list[object] = []
    counted = _Counted(journeys, found)
    for place, stage in enumerate(document.stages):
        reached = found.reached(place) & pool
        stops = [
            (found.touched(at) & reached, found.ids[at]) for at in np.flatnonzero(found.stage_of == place).tolist()
        ]
        stops.sort(key=lambda stop: (-int(np.count_nonzero(stop[0])), stop[1]))
        facts["stages", place, "reached"] = counted.fact(reached, pool)
        rows: list[object] = []
        for row, (touched, name) in enumerate(stops):
            n = int(np.count_nonzero(touched))
            way: Way = ("stages", place, "touchpoints", row)
            facts[(*way, "journeys")] = counted.fact(touched, reached)
            facts[(*way, "share")] = counted.fact(touched, reached, share=True)
            rows.append({"touchpoint": name, "journeys": n, "share": ratio(n, int(np.count_nonzero(reached)))})
        stages.append({"stage": stage.id, "reached": int(np.count_nonzero(reached)), "touchpoints": rows})
    return Answer({"stages": stages}, facts.get, entered=bool(pool.any()))
