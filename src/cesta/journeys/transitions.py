"""Transitions: which event directly follows which, from the start of each journey to its end."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cesta.journeys import nodes
from cesta.journeys.facts import Answer, Fact, Path, ratio
from cesta.journeys.given import Given
from cesta.journeys.nodes import MOST_NAMES, NodePaths, few_enough, node_paths, nodes_of_codes, note_names, read_naming
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys
from cesta.kernels.followers import followers
from cesta.kernels.intervals import Z, wilson
from cesta.kernels.pairs import pair_counts, units_with_pair

START, END = "path_start", "path_end"
WEIGHTS = ("count", "probability_out", "probability_in", "share_of_total", "average_per_path")
Counts = NDArray[np.int64]


def plan(given: Given) -> Plan:
    """Reads the question."""
    naming = read_naming(given)
    collapse = given.choice("collapse", "none", ("none", "first", "last"))
    weight = given.choice("weight", "count", WEIGHTS)

    def run(journeys: Journeys) -> Answer:
        note_names(naming, journeys.asked)
        known = nodes_of_codes(naming, journeys.names) if collapse == "none" else None

        @cache
        def paths() -> NodePaths:
            found = node_paths(naming, journeys).joined(collapse)
            nodes, names = few_enough(found.nodes, found.names)
            return replace(found, nodes=nodes, names=names)

        if known is None or len(known[1]) > MOST_NAMES:
            walked = paths()
            count, _, _ = pair_counts(walked.nodes, walked.offsets, len(walked.names))
            return transitions_answer(walked.names, count, paths, weight)
        node_of, names = known
        at = journeys.stretches
        count = followers(at.codes, at.begins, at.ends, node_of, len(names))
        return transitions_answer(names, count, paths, weight)

    return Plan(run=run)


def transitions_answer(names: tuple[str, ...], count: Counts, paths: Callable[[], NodePaths], weight: str) -> Answer:
    """The matrix of transitions; `paths` are only walked again for what stands behind a number."""
    size = len(names)
    labels = [*names, START, END]
    place = {label: code for code, label in enumerate(labels)}
    filled = int(count[size].sum())
    wholes = _wholes(count, weight, filled)
    matrix: dict[str, dict[str, float | None]] = {}
    for before in [size, *range(size)]:
        row = {labels[to]: _cell(count, wholes, before, to) for to in np.flatnonzero(count[before]).tolist()}
        if row:
            matrix[labels[before]] = row

    @cache
    def spread() -> tuple[Counts, NDArray[np.float64]]:
        walked = paths()
        _, units, squares = pair_counts(walked.nodes, walked.offsets, size)
        return units, squares

    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        before, here = place[str(path[1])], place[str(path[2])]
        units, squares = spread()
        n = int(units[before, here])
        low, high = _interval(
            int(count[before, here]), float(squares[before, here]), wholes, before, here, filled, weight
        )

        def ids() -> list[str]:
            walked = paths()
            return walked.journeys.ids(units_with_pair(walked.nodes, walked.offsets, before, here, size))

        return Fact(n, filled, low, high, ids)

    return Answer({"matrix": matrix}, fact, entered=filled > 0)


def _wholes(count: Counts, weight: str, filled: int) -> Counts:
    """For each cell, what its count is divided by."""
    if weight == "probability_out":
        return np.broadcast_to(count.sum(axis=1)[:, None], count.shape)
    if weight == "probability_in":
        return np.broadcast_to(count.sum(axis=0)[None, :], count.shape)
    whole = {"count": 1, "share_of_total": int(count.sum()), "average_per_path": filled}[weight]
    return np.full(count.shape, whole, np.int64)


def _cell(count: Counts, wholes: Counts, before: int, here: int) -> float | None:
    return ratio(int(count[before, here]), int(wholes[before, here]))


def _interval(
    count: int, squares: float, wholes: Counts, before: int, here: int, filled: int, weight: str
) -> tuple[float, float]:
    """Shares by Wilson; counts by the spread of the count from journey to journey."""
    whole = int(wholes[before, here])
    if weight not in ("count", "average_per_path"):
        return wilson(count, whole)
    if squares == count:
        # nobody did it twice: a number of customers
        low, high = wilson(count, filled)
        scale = filled / whole
        return low * scale, high * scale
    spread = max(squares - count * count / filled, 0.0) / max(filled - 1, 1)
    half = Z * math.sqrt(spread * filled)
    return max(0.0, count - half) / whole, (count + half) / whole


ANALYSIS = Analysis(plan, params=nodes.PARAMS | {"weight"})
