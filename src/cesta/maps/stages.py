"""A stage's numbers: how many reached it, went on, left or are still there, how long it took, and the returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import newcombe
from cesta.maps.book import Book, plain
from cesta.maps.details import details
from cesta.maps.document import MapDocument, StageDoc
from cesta.maps.stops import Pairs, pairs, touchpoint_view
from cesta.maps.trace import Trace
from cesta.maps.view import Return, Split, StageView
from cesta.model.shape import say

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Group:
    """A segment as the map sees it: which of its journeys belong to members."""

    id: str
    name: str
    journeys: Mask


def stage_views(
    trace: Trace, book: Book, document: MapDocument, groups: Sequence[Group], language: str
) -> tuple[StageView, ...]:
    """All stages, left to right."""
    steps = pairs(trace, book.pool)
    comparisons = max(1, len(groups) * (len(document.stages) - 1))
    views = []
    for number, stage in enumerate(document.stages):
        split = None
        if number + 1 < len(document.stages):
            split = clearest(
                book, groups, f"{stage.pointer}/split", trace.reached(number + 1), trace.reached(number), comparisons
            )
        views.append(_stage_view(trace, book, stage, number, steps, split, language))
    return tuple(views)


def _stage_view(
    trace: Trace, book: Book, stage: StageDoc, number: int, steps: Pairs, split: Split | None, language: str
) -> StageView:
    first = int(np.searchsorted(trace.stage_of, number))
    at, reached, here = stage.pointer, trace.reached(number), trace.flow.furthest == number
    visited = trace.flow.entered[:, number] >= 0
    reached_number = book.count(f"{at}/reached", reached, int(np.count_nonzero(book.pool)))
    of = reached_number.n
    on = visited & (trace.flow.left[:, number] >= 0)
    seconds = (trace.flow.left[:, number] - trace.flow.entered[:, number])[on & book.pool] / 1e6
    name = say(stage.name, language) or stage.id
    last = number + 1 == trace.stages
    return StageView(
        id=stage.id,
        name=name,
        short=say(stage.short, language) or name,
        customer_goal=say(stage.customer_goal, language),
        owner=stage.owner,
        reached=reached_number,
        visited=book.count(f"{at}/visited", visited, of),
        skipped=book.count(f"{at}/skipped", reached & ~visited, of),
        lost=book.count(f"{at}/lost", here & trace.lost, of),
        open=book.count(f"{at}/open", here & trace.open, of),
        won=book.count(f"{at}/won", here & trace.won, of),
        conversion=None if last else book.share(f"{at}/conversion", trace.reached(number + 1), reached),
        median_seconds=book.quantile(f"{at}/median_seconds", seconds, on, 0.5),
        p90_seconds=book.quantile(f"{at}/p90_seconds", seconds, on, 0.9),
        split=split,
        touchpoints=tuple(
            touchpoint_view(trace, book, steps, first + row, touchpoint, language)
            for row, touchpoint in enumerate(stage.touchpoints)
        ),
        details=details(stage.data, language),
    )


def clearest(
    book: Book, groups: Sequence[Group], pointer: str, above: Mask, below: Mask, comparisons: int
) -> Split | None:
    """The segment whose share differs most surely from everybody else's in the map; None when none can be compared.

    The interval shown is 95 %. `clear` asks more: with this many comparisons on one map, the interval of the
    difference must exclude zero at 1 − 0.05 / comparisons (Bonferroni), else some segment would always look special.
    """
    best: tuple[float, Group] | None = None
    for group in groups:
        sure = _sureness(book, group, above, below)
        if sure is not None and (best is None or sure > best[0]):
            best = sure, group
    return None if best is None else split_of(book, best[1], pointer, above, below, comparisons)


def split_of(book: Book, group: Group, pointer: str, above: Mask, below: Mask, comparisons: int) -> Split:
    """The share inside the segment and outside it, numbers with people behind them."""
    inside = book.share(f"{pointer}/inside", above, below & group.journeys)
    outside = book.share(f"{pointer}/outside", above, below & ~group.journeys)
    low, high = newcombe(inside.n, inside.of or 0, outside.n, outside.of or 0, strict_z(comparisons))
    clear = inside.value is not None and outside.value is not None and (low > 0 or high < 0)
    return Split(group.id, group.name, inside, outside, book.difference(inside, outside), clear)


def strict_z(comparisons: int) -> float:
    """The normal quantile that leaves 5 % for all comparisons together.

    >>> round(strict_z(1), 3), round(strict_z(10), 3)
    (1.96, 2.807)
    """
    return NormalDist().inv_cdf(1 - 0.025 / max(1, comparisons))


def _sureness(book: Book, group: Group, above: Mask, below: Mask) -> float | None:
    """The difference in units of its uncertainty; None when one side is too small to say anything."""
    inside, outside = below & group.journeys & book.pool, below & ~group.journeys & book.pool
    n1, n2 = int(np.count_nonzero(inside)), int(np.count_nonzero(outside))
    if min(n1, n2) < max(book.min_n, 1):
        return None
    k1, k2 = int(np.count_nonzero(above & inside)), int(np.count_nonzero(above & outside))
    low, high = newcombe(k1, n1, k2, n2)
    difference = k1 / n1 - k2 / n2
    return abs(difference) / max(difference - low if difference > 0 else high - difference, 1e-12)


def return_views(trace: Trace, book: Book, stages: Sequence[StageView]) -> tuple[Return, ...]:
    """Every way back from a stage to an earlier one, by journeys descending."""
    flow, size = trace.flow, len(stages)
    origin, target = trace.stage_of[flow.origin], trace.stage_of[flow.target]
    back = book.pool[flow.journey] & (target < origin)
    keys = (origin * size + target)[back]
    journeys = flow.journey[back]
    found: list[tuple[int, int, Mask]] = []
    for key in distinct(keys):
        chosen = np.zeros(len(trace.won), dtype=np.bool_)
        chosen[journeys[keys == key]] = True
        found.append((int(key), int(np.count_nonzero(keys == key)), chosen))
    found.sort(key=lambda way: (-int(np.count_nonzero(way[2])), way[0]))
    return tuple(
        Return(
            origin=stages[key // size].id,
            target=stages[key % size].id,
            moves=plain(moves, "moves"),
            journeys=book.count(f"/returns/{row}/journeys", chosen, stages[key // size].reached.n),
        )
        for row, (key, moves, chosen) in enumerate(found)
    )


def lost_most(stages: Sequence[StageView]) -> tuple[int, int] | None:
    """Stage and stop, by place, where most journeys are lost; None when none is."""
    ranked = [(stage.lost.n, -place) for place, stage in enumerate(stages) if stage.lost.n and stage.touchpoints]
    if not ranked:
        return None
    place = -max(ranked)[1]
    stops = stages[place].touchpoints
    return place, max(range(len(stops)), key=lambda row: (stops[row].lost.n, -row))
