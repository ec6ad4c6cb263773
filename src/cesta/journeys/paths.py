"""Paths: the links between steps inside sessions, most frequent first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cesta.journeys import nodes
from cesta.journeys.facts import Answer, Fact, Path, count_of, mean_of, seconds, tidy, total_of
from cesta.journeys.given import Given
from cesta.journeys.nodes import Naming, node_paths, nodes_of_codes, note_names, read_naming
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.kernels.pairs import joined
from cesta.kernels.path_links import JOIN_FIRST, JOIN_LAST, JOIN_NONE, SECOND, path_links
from cesta.kernels.picking import session_numbers
from cesta.kernels.session_paths import cut_paths, links_of, steps_of

GAP = "..."
MOST_CELLS = 4_000_000
"""Most cells of a table by step, from and to; with more names the paths themselves take less room."""
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

    def run(journeys: Journeys) -> Answer:
        note_names(route.naming, journeys.asked, route.start, route.end, route.via)

        @cache
        def routes() -> Routes:
            return routes_of(route, journeys)

        return links_answer(_straight(route, journeys) or _kinds_of(routes()), routes, route.max_links)

    return Plan(run=run)


@dataclass(frozen=True)
class Kinds:
    """Every kind of link, by key: (step · wide + from) · wide + to, where `names` has `wide` of them."""

    names: tuple[str, ...]
    keys: Places
    counts: Places
    mean_seconds: NDArray[np.float64]
    paths: int


def _straight(route: Route, journeys: Journeys) -> Kinds | None:
    """Counted without walking each path by itself, where names alone decide and nothing needs a path's end."""
    known = nodes_of_codes(route.naming, journeys.names)
    if known is None or route.end is not None or route.via is not None or route.max_steps < 2:
        return None
    node_of, names = known
    size = len(names)
    if (route.max_steps - 1) * size * size > MOST_CELLS:
        return None
    asked, at = journeys.asked, journeys.stretches
    silence = asked.session_gap + (asked.boundary == ">")
    start = _place(route.start, names)
    columns = (at.codes, at.times, at.begins, at.ends)
    joining = {"none": JOIN_NONE, "first": JOIN_FIRST, "last": JOIN_LAST}[route.collapse]
    count, whole, rest, paths = path_links(columns, node_of, size, start, route.max_steps, silence, joining)
    step, before, here = np.nonzero(count)
    counts, wide = count[step, before, here], size + 1
    mean = (whole[step, before, here] + rest[step, before, here] / SECOND) / counts
    return Kinds((*names, GAP), ((step + 1) * wide + before) * wide + here, counts, mean, paths)


@dataclass(frozen=True)
class Members:
    """The links of every kind: those of the kind with keys[k] are order[starts[k]:starts[k + 1]]."""

    at: Places
    gaps: NDArray[np.float64]
    keys: Places
    starts: Places
    order: Places

    def of(self, key: int) -> Places:
        kind = int(np.searchsorted(self.keys, key))
        return self.order[self.starts[kind] : self.starts[kind + 1]]


def _members_of(routes: Routes) -> Members:
    at = links_of(routes.begins)
    wide = len(routes.names)
    key = (routes.steps[at] * wide + routes.nodes[at]) * wide + routes.nodes[at + 1]
    order = np.argsort(key, kind="stable")
    keys, starts = np.unique(key[order], return_index=True)
    gaps = seconds(routes.times[at + 1] - routes.times[at])
    return Members(at, gaps, keys, np.append(starts, len(order)), order)


def _kinds_of(routes: Routes) -> Kinds:
    links = _members_of(routes)
    counts = np.diff(links.starts)
    sums = np.add.reduceat(links.gaps[links.order], links.starts[:-1]) if len(counts) else np.zeros(0)
    return Kinds(routes.names, links.keys, counts, sums / np.maximum(counts, 1), len(routes.begins) - 1)


def links_answer(kinds: Kinds, routes: Callable[[], Routes], max_links: int) -> Answer:
    """The links, most frequent first; `routes` are only walked for what stands behind a number."""
    # keys ascend by step, from, to, and so do names
    ranked = _by_rank(kinds)[:max_links]
    ranked = ranked[_reachable(kinds.keys[ranked], len(kinds.names))]

    @cache
    def links() -> Members:
        return _members_of(routes())

    def fact(path: Path) -> Fact | None:
        if len(path) != 3 or path[2] not in ("count", "avg_seconds"):
            return None
        found, walked = links().of(int(kinds.keys[ranked[int(path[1])]])), routes()
        journeys = walked.journeys
        units, per_unit = np.unique(walked.unit[links().at[found]], return_counts=True)
        if path[2] == "avg_seconds":
            return mean_of(journeys, units, links().gaps[found], journeys.size)
        if (per_unit == 1).all():
            return count_of(journeys, units, journeys.size)
        return total_of(journeys, units, per_unit.astype(np.float64), journeys.size)

    return Answer({"links": [_row(kinds, int(kind)) for kind in ranked]}, fact, entered=kinds.paths > 0)


def _by_rank(kinds: Kinds) -> Places:
    """Kinds by count descending, then step, from and to by name."""
    wide = len(kinds.names)
    rank = np.argsort(np.argsort(np.array(kinds.names, dtype=object), kind="stable"), kind="stable")
    step, pair = kinds.keys // (wide * wide), kinds.keys % (wide * wide)
    return np.lexsort((rank[pair % wide], rank[pair // wide], step, -kinds.counts))


def _row(kinds: Kinds, kind: int) -> dict[str, object]:
    wide, key = len(kinds.names), int(kinds.keys[kind])
    return {
        "step": key // (wide * wide),
        "from": kinds.names[key // wide % wide],
        "to": kinds.names[key % wide],
        "count": int(kinds.counts[kind]),
        "avg_seconds": tidy(float(kinds.mean_seconds[kind])),
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
