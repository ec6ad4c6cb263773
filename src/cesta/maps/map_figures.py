"""KPIs of a map's journeys: of those that start in a period, how many go on from a stage, or come to the goal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Journeys
from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import quantile_interval, wilson
from cesta.maps.columns_of import columns_of
from cesta.maps.document import MapDocument
from cesta.maps.trace import Trace, trace
from cesta.measures.document import OnMap
from cesta.measures.figure import Figure
from cesta.measures.formulas.wanted import Figures
from cesta.model.errors import unknown

Mask = NDArray[np.bool_]


def map_figures(document: MapDocument, of: OnMap, type_: str, journeys: Journeys) -> Figures:
    """Journeys count as on the map's screen: by the period they start in. Raises unknown_stage, unknown_touchpoint."""
    stages = [stage.id for stage in document.stages]
    if of.stage is not None and of.stage not in stages:
        raise unknown("unknown_stage", "stage", of.stage, stages)
    stops = [stop.id for stop in document.touchpoints]
    if of.touchpoint is not None and of.touchpoint not in stops:
        raise unknown("unknown_touchpoint", "touchpoint", of.touchpoint, stops)
    found = trace(document, columns_of(journeys), journeys.asked.zone, now=journeys.asked.columns.as_of)
    stage = None if of.stage is None else stages.index(of.stage)
    stop = None if of.touchpoint is None else stops.index(of.touchpoint)

    def figure(begin: int, end: int) -> Figure:
        pool = (found.started >= begin) & (found.started < end)
        return _time(found, stage, pool) if type_ == "duration" else _share(found, *_sides(found, stage, stop), pool)

    return figure


def _sides(found: Trace, stage: int | None, stop: int | None) -> tuple[Mask, Mask]:
    """Who goes on, of whom: from a stage to the next, from a touchpoint, the last stage or the start to the goal."""
    if stop is not None:
        return found.won, found.touched(stop)
    if stage is None:
        return found.won, np.ones(len(found.won), np.bool_)
    on = found.reached(stage + 1) if stage + 1 < found.stages else found.won
    return on, found.reached(stage)


def _share(found: Trace, on: Mask, base: Mask, pool: Mask) -> Figure:
    whole, part = base & pool, on & base & pool
    n, of = int(np.count_nonzero(part)), int(np.count_nonzero(whole))
    low, high = wilson(n, of)
    owner = found.cut.owner
    return Figure(
        n / of if of else None, low, high, distinct(owner[part]), distinct(owner[whole]), n, of, journeys=True
    )


def _time(found: Trace, stage: int | None, pool: Mask) -> Figure:
    """The median time from entering a stage to leaving it for the next; of the first stage where none is named."""
    entered, left = found.flow.entered[:, stage or 0], found.flow.left[:, stage or 0]
    on = (entered >= 0) & (left >= 0) & pool
    values = (left - entered)[on] / 1e6
    low, high = quantile_interval(values)
    units = distinct(found.cut.owner[on])
    n = len(values)
    return Figure(float(np.median(values)) if n else None, low, high, units, units, n, n, journeys=True)
