"""A map for each segment, small and side by side: how many come to each stage and leave there, who reaches the goal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels import differences
from cesta.kernels.sides import width_by_people
from cesta.maps.bind import bound
from cesta.maps.book import Book
from cesta.maps.compare import FALSE, clear_among
from cesta.maps.compose import Picked
from cesta.maps.trace import Trace
from cesta.maps.view import MapView, Number
from cesta.model.shape import say
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SmallStage:
    """A stage of one segment. reached = the next stage's reached + lost + open + won."""

    id: str
    name: str
    reached: Number
    lost: Number
    open: Number
    won: Number
    conversion: Number | None


@dataclass(frozen=True, slots=True)
class SmallMap:
    """segment, name: None for everyone. difference: of the goal's share against everybody else on this map; clear:
    it remains when all segments are counted."""

    segment: str | None
    name: str | None
    people: Number
    journeys: Number
    goal: Number | None
    difference: Number | None
    clear: bool
    stages: tuple[SmallStage, ...]


@dataclass(frozen=True, slots=True)
class SmallMaps:
    """Everyone first, then each segment, the most people first. compared, false_share: as of the differences."""

    map: str
    date_from: str
    date_to: str
    goal: str | None
    maps: tuple[SmallMap, ...]
    compared: int
    false_share: float


def small_maps(workspace: Workspace, map_id: str, picked: Picked) -> SmallMaps:
    """Raises as the map's view does. The segment picked does not matter: all are shown."""
    everyone = replace(picked, segment=None)
    found = bound(workspace, map_id, everyone)
    given, view, owner = found.ground, found.view, found.book.owner
    maps = [_everyone(view)]
    for segment, members in given.members.items():
        if segment == view.segment:
            continue
        name = say(given.near.segments[segment].name, picked.language) or segment
        maps.append(_small(found.trace, found.book, view, members[owner], (segment, name)))
    clear, comparisons = clear_among([each.difference for each in maps])
    maps = [replace(each, clear=sure) for each, sure in zip(maps, clear, strict=True)]
    rest = sorted(maps[1:], key=lambda each: (-each.people.n, each.segment or ""))
    goal = view.goal.name if view.goal else None
    return SmallMaps(view.id, view.date_from, view.date_to, goal, (maps[0], *rest), comparisons, FALSE)


def _everyone(view: MapView) -> SmallMap:
    stages = tuple(
        SmallStage(each.id, each.name, each.reached, each.lost, each.open, each.won, each.conversion)
        for each in view.stages
    )
    name = next((each.name for each in view.segments if each.id == view.segment), None)
    rate = view.goal.rate if view.goal else None
    return SmallMap(view.segment, name, view.people, view.journeys, rate, None, clear=False, stages=stages)


def _small(trace: Trace, whole: Book, view: MapView, mine: Mask, who: tuple[str, str]) -> SmallMap:
    book = Book(whole.pool & mine, whole.owner, whole.min_n)
    everything = np.ones(len(whole.pool), dtype=np.bool_)
    goal = difference = None
    if view.goal is not None:
        goal, difference = _goal(trace, book, whole, mine)
    return SmallMap(
        *who,
        people=_alone(book.people("/people", everything)),
        journeys=_alone(book.count("/journeys", everything)),
        goal=goal,
        difference=difference,
        clear=False,
        stages=tuple(_stages(trace, book, view)),
    )


def _stages(trace: Trace, book: Book, view: MapView) -> Iterator[SmallStage]:
    pool = int(np.count_nonzero(book.pool))
    for place, stage in enumerate(view.stages):
        reached, here = trace.reached(place), trace.flow.furthest == place
        came = _alone(book.count("/", reached, pool))
        lost, still, won = (
            _alone(book.count("/", here & part, came.n)) for part in (trace.lost, trace.open, trace.won)
        )
        last = place + 1 == trace.stages
        on = None if last else _alone(book.share("/", trace.reached(place + 1), reached))
        yield SmallStage(stage.id, stage.name, came, lost, still, won, on)


def _goal(trace: Trace, book: Book, whole: Book, mine: Mask) -> tuple[Number, Number]:
    """The share that reaches the goal, and how far it lies from that of everybody else on the map."""
    sides = [whole.pool & mine, whole.pool & ~mine]
    rates = [book.rate(int(np.count_nonzero(side & trace.won)), int(np.count_nonzero(side)), None) for side in sides]
    difference = book.difference(*rates)
    if difference.value is None:
        return rates[0], difference
    people = int(whole.owner.max()) + 1
    parts = np.array([np.bincount(whole.owner[side & trace.won], minlength=people) for side in sides], np.float64)
    wholes = np.array([np.bincount(whole.owner[side], minlength=people) for side in sides], np.float64)
    one, other = ((rate.value or 0.0, rate.low or 0.0, rate.high or 0.0) for rate in rates)
    _, low, high = differences.difference(one, other, width_by_people(parts, wholes))
    return rates[0], replace(difference, low=low, high=high)


def _alone(number: Number) -> Number:
    """Behind it stands no list of this map."""
    return replace(number, behind=None)
