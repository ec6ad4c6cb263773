"""Path drop-off: of the customers at each node of a path, who goes on and who stops."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of
from cesta.journeys.given import Given
from cesta.journeys.nodes import note_names
from cesta.journeys.paths import PARAMS, Routes, read_route, routes_of
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys
from cesta.kernels.distinct import distinct
from cesta.kernels.session_paths import links_of


def plan(given: Given) -> Plan:
    """Reads the question."""
    route = read_route(given)

    def run(journeys: Journeys) -> Answer:
        note_names(route.naming, journeys.asked, route.start, route.end, route.via)
        return dropoff_answer(routes_of(route, journeys))

    return Plan(run=run)


def dropoff_answer(routes: Routes) -> Answer:
    """The nodes by step, then reach."""
    journeys = routes.journeys
    wide, size = len(routes.names), max(journeys.size, 1)
    key = routes.steps * wide + routes.nodes
    going = np.zeros(len(key), dtype=np.bool_)
    going[links_of(routes.begins)] = True
    reach = distinct(key * size + routes.unit)
    onward = distinct((key * size + routes.unit)[going])
    kinds, counts = np.unique(reach // size, return_counts=True)
    names = [routes.names[kind % wide] for kind in kinds.tolist()]
    steps = (kinds // wide).tolist()
    ranked = sorted(range(len(kinds)), key=lambda place: (steps[place], -int(counts[place]), names[place]))
    rows: list[dict[str, object]] = []
    for place in ranked:
        kind, count = int(kinds[place]), int(counts[place])
        goes = int(np.searchsorted(onward, (kind + 1) * size) - np.searchsorted(onward, kind * size))
        row = {"step": steps[place], "node": names[place], "reach": count, "continue": goes, "drop": count - goes}
        rows.append(row)

    def fact(path: Path) -> Fact | None:
        if len(path) != 3 or path[2] not in ("reach", "continue", "drop"):
            return None
        kind = int(kinds[ranked[int(path[1])]])
        all_units, goes_on = (one[one // size == kind] % size for one in (reach, onward))
        units = {"reach": all_units, "continue": goes_on, "drop": np.setdiff1d(all_units, goes_on)}[str(path[2])]
        return count_of(journeys, units, journeys.size if path[2] == "reach" else len(all_units))

    return Answer({"nodes": rows}, fact, entered=bool(rows))


ANALYSIS = Analysis(plan, params=PARAMS, keys=("step", "node"))
