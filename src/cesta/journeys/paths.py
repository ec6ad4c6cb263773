"""Paths: the links between steps inside sessions, most frequent first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys import nodes
from cesta.journeys.facts import Answer, Fact, Path, count_of, mean_of, seconds, tidy, total_of
from cesta.journeys.given import Given
from cesta.journeys.nodes import Naming, node_paths, read_naming
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.kernels.pairs import joined
from cesta.kernels.picking import session_numbers
from cesta.kernels.session_paths import cut_paths, links_of, steps_of

GAP = "..."
PARAMS = nodes.PARAMS | {"strip_trailing_slash", "start_node", "end_node", "via_node", "max_steps", "max_links"}


@dataclass(frozen=True, slots=True)
class Route:
    """A question about paths, read."""

    naming: Naming
    collapse: str
    start: str | None
    end: str | None
    via: str | None
    max_steps: int
    max_links: int


@dataclass(frozen=True)
class Routes:
    """Paths, cut: node i is `names[nodes[i]]` at `steps[i]`; `unit[i]` is the unit whose path it is on."""

    journeys: Journeys
    names: tuple[str, ...]
    nodes: Places
    times: Places
    begins: Places
    steps: Places
    unit: Places


def read_route(given: Given) -> Route:
    """Reads the parameters of `paths`."""
    return Route(
        naming=read_naming(given, given.flag("strip_trailing_slash", default=True)),
        collapse=given.choice("collapse", "last", ("last", "first", "none")),
        start=given.text("start_node"),
        end=given.text("end_node"),
        via=given.text("via_node"),
        max_steps=given.number("max_steps", 5, most=1000),
        max_links=given.number("max_links", 50),
    )


def routes_of(route: Route, journeys: Journeys) -> Routes:
    """Names nodes, splits sessions, joins neighbours, cuts."""
    asked = journeys.asked
    paths = node_paths(route.naming, journeys)
    numbers = session_numbers(paths.offsets, paths.times, asked.session_gap, asked.boundary == ">=")
    owners = paths.owners()
    kept = np.ones(len(numbers), dtype=np.bool_)
    if route.collapse != "none":
        kept = joined(paths.nodes, numbers, route.collapse == "last")
    numbers, owners = numbers[kept], owners[kept]
    begins = np.append(np.flatnonzero(np.diff(numbers, prepend=-1)), len(numbers)).astype(np.int64)
    start, end, via = (_place(name, paths.names) for name in (route.start, route.end, route.via))
    gap = len(paths.names)
    cut = cut_paths(paths.nodes[kept], paths.times[kept], begins, start, end, via, route.max_steps, gap)
    cut_nodes, times, starts, which = cut
    unit = np.repeat(owners[begins[:-1][which]], np.diff(starts)) if len(which) else which
    return Routes(journeys, (*paths.names, GAP), cut_nodes, times, starts, steps_of(starts), unit)


def _place(name: str | None, names: tuple[str, ...]) -> int:
    """-1 asks for nothing; a node that is never met has a place that no event has."""
    if name is None:
        return -1
    return names.index(name) if name in names else len(names) + 1


def plan(given: Given) -> Plan:
    """Reads the question."""
    route = read_route(given)
    return Plan(run=lambda journeys: links_answer(routes_of(route, journeys), route.max_links))


@dataclass(frozen=True)
class Links:
    """Every kind of link: its key, how often it is met, and which links (in `order`) are of that kind."""

    keys: Places
    counts: Places
    order: Places
    starts: Places

    def members(self, kind: int) -> Places:
        first = int(self.starts[kind])
        return self.order[first : first + int(self.counts[kind])]


def links_answer(routes: Routes, max_links: int) -> Answer:
    """The links, most frequent first."""
    at = links_of(routes.begins)
    wide = len(routes.names)
    key = (routes.steps[at] * wide + routes.nodes[at]) * wide + routes.nodes[at + 1]
    order = np.argsort(key, kind="stable")
    keys, starts, counts = np.unique(key[order], return_index=True, return_counts=True)
    links = Links(keys, counts, order, starts)
    # keys ascend by step, from, to, and so do names
    ranked = _by_rank(routes, links, wide)[:max_links]
    kept = _reachable(keys[ranked], wide)
    ranked = ranked[kept]
    gaps = seconds(routes.times[at + 1] - routes.times[at])
    rows = [_row(routes, links, int(kind), gaps) for kind in ranked]

    def fact(path: Path) -> Fact | None:
        if len(path) != 3 or path[2] not in ("count", "avg_seconds"):
            return None
        found = links.members(int(ranked[int(path[1])]))
        units, per_unit = np.unique(routes.unit[at[found]], return_counts=True)
        if path[2] == "count":
            if (per_unit == 1).all():
                return count_of(routes.journeys, units, routes.journeys.size)
            return total_of(routes.journeys, units, per_unit.astype(np.float64), routes.journeys.size)
        return mean_of(routes.journeys, units, gaps[found], routes.journeys.size)

    return Answer({"links": rows}, fact, entered=len(routes.nodes) > 0)


def _by_rank(routes: Routes, links: Links, wide: int) -> Places:
    """Kinds by count descending, then step, from and to by name."""
    rank = np.argsort(np.argsort(np.array(routes.names, dtype=object), kind="stable"), kind="stable")
    step, pair = links.keys // (wide * wide), links.keys % (wide * wide)
    return np.lexsort((rank[pair % wide], rank[pair // wide], step, -links.counts))


def _row(routes: Routes, links: Links, kind: int, gaps: NDArray[np.float64]) -> dict[str, object]:
    wide = len(routes.names)
    key = int(links.keys[kind])
    return {
        "step": key // (wide * wide),
        "from": routes.names[key // wide % wide],
        "to": routes.names[key % wide],
        "count": int(links.counts[kind]),
        "avg_seconds": tidy(float(gaps[links.members(kind)].mean())),
    }


def _reachable(keys: Places, wide: int) -> NDArray[np.bool_]:
    """Which of these links can be reached from step 1 by way of the others."""
    kept = np.zeros(len(keys), dtype=np.bool_)
    reached: set[tuple[int, int]] = set()
    for place in np.argsort(keys, kind="stable").tolist():
        step, pair = divmod(int(keys[place]), wide * wide)
        if step == 1 or (step, pair // wide) in reached:
            kept[place] = True
            reached.add((step + 1, pair % wide))
    return kept


ANALYSIS = Analysis(plan, params=PARAMS, keys=("step", "from", "to"))
