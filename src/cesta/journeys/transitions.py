"""Transitions: which event directly follows which, from the start of each journey to its end."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cesta.journeys import nodes
from cesta.journeys.facts import Answer, Fact, Path, ratio
from cesta.journeys.given import Given
from cesta.journeys.nodes import NodePaths, node_paths, read_naming
from cesta.journeys.plan import Analysis, Plan
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
    return Plan(run=lambda journeys: transitions_answer(node_paths(naming, journeys).joined(collapse), weight))


def transitions_answer(paths: NodePaths, weight: str) -> Answer:
    """The matrix of transitions."""
    size = len(paths.names)
    labels = [*paths.names, START, END]
    place = {label: code for code, label in enumerate(labels)}
    count, units, squares = pair_counts(paths.nodes, paths.offsets, size)
    filled = int(np.count_nonzero(np.diff(paths.offsets)))
    wholes = _wholes(count, weight, filled)
    matrix: dict[str, dict[str, float | None]] = {}
    for before in [size, *range(size)]:
        row = {labels[to]: _cell(count, wholes, before, to) for to in np.flatnonzero(count[before]).tolist()}
        if row:
            matrix[labels[before]] = row

    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        before, here = place[str(path[1])], place[str(path[2])]
        n = int(units[before, here])
        low, high = _interval(
            int(count[before, here]), float(squares[before, here]), wholes, before, here, filled, weight
        )

        def ids() -> list[str]:
            return paths.journeys.ids(units_with_pair(paths.nodes, paths.offsets, before, here, size))

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
