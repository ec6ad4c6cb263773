"""Two sides of one map, segments or periods: each number of both, how far apart they are, and how sure that is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.differences import difference
from cesta.kernels.many import adjusted
from cesta.kernels.sides import chance_of, width_by_people
from cesta.maps.bind import bound
from cesta.maps.compose import Bound, Picked, compose
from cesta.maps.view import Emotion, Number, StageView, TouchpointView
from cesta.store.workspace import Workspace

FALSE = 0.05
"""So large a share of all differences called clear may be chance."""
Kind = Literal["goal", "open", "reached", "goes_on", "leaves", "time", "touched", "to_goal", "succeeds", "mood"]
EVERYONE = "*"
Journeys = NDArray[np.int64]
Where = tuple[str | None, str | None, str]
"""Stage, touchpoint, and the name of the one that is meant."""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side. segment, name: None for everyone."""

    segment: str | None
    name: str | None
    date_from: str
    date_to: str
    people: Number
    journeys: Number


@dataclass(frozen=True, slots=True)
class ComparedNumber:
    """One number on both sides; stage None: of the whole map, touchpoint None: of the stage.

    goal: journeys that reach the goal. open: those still under way, which may yet reach it. reached: of all, those that
    come to the stage; goes_on, leaves: of these. time: half of them need no longer in the stage. touched, to_goal,
    succeeds, mood: of a touchpoint.
    difference: one − other, with its 95 % interval. clear: it remains when all differences of the map are counted.
    """

    kind: Kind
    stage: str | None
    touchpoint: str | None
    name: str
    one: Number
    other: Number
    difference: Number
    clear: bool


@dataclass(frozen=True, slots=True)
class MapComparison:
    """shared: people who are on both sides. compared: how many differences could be; false_share: how many of those
    called clear may be chance."""

    map: str
    one: ComparedSide
    other: ComparedSide
    shared: int
    numbers: tuple[ComparedNumber, ...]
    compared: int
    false_share: float


def other_side(one: Picked, segment: str | None, date_from: str | None, date_to: str | None) -> Picked:
    """What stands beside one side: what is not said is the same there; "*" is everyone.

    >>> other_side(Picked("loyal", "2017-01-01"), "*", None, "2017-02-01")
    Picked(segment=None, date_from='2017-01-01', date_to='2017-02-01', language='en')
    """
    named = None if segment == EVERYONE else segment or one.segment
    return replace(one, segment=named, date_from=date_from or one.date_from, date_to=date_to or one.date_to)


def compare(workspace: Workspace, map_id: str, one: Picked, other: Picked) -> MapComparison:
    """Raises as the map's view does."""
    first, second = bound(workspace, map_id, one), bound(workspace, map_id, other)
    if first.ground is not second.ground:  # something came in between
        first = compose(second.ground, one, datetime.datetime.now(datetime.UTC).date())
    return compared(first, second)


def compared(one: Bound, other: Bound) -> MapComparison:
    """The same for two views of one state of the workspace."""
    sides = _Sides((one, other))
    found = list(sides.numbers())
    clear, comparisons = clear_among([number.difference for number in found])
    found = [replace(number, clear=sure) for number, sure in zip(found, clear, strict=True)]
    here, there = (side.book.people_behind("/people") for side in (one, other))
    shared = len(np.intersect1d(here, there, assume_unique=True))
    return MapComparison(one.view.id, _side(one), _side(other), shared, tuple(found), comparisons, FALSE)


def _side(side: Bound) -> ComparedSide:
    view = side.view
    name = next((each.name for each in view.segments if each.id == view.segment), None)
    return ComparedSide(view.segment, name, view.date_from, view.date_to, view.people, view.journeys)


def clear_among(differences: Sequence[Number | None]) -> tuple[list[bool], int]:
    """Which of these differences remain when all are counted, and how many could be compared."""
    chances = {
        place: chance_of((number.value, number.low, number.high))
        for place, number in enumerate(differences)
        if number is not None and number.value is not None and number.low is not None and number.high is not None
    }
    sure = dict(zip(chances, adjusted(np.array(list(chances.values()))).tolist(), strict=True))
    return [sure.get(place, 1.0) <= FALSE for place in range(len(differences))], len(chances)


@dataclass(frozen=True)
class _Sides:
    """The two views; their books count journeys of the same trace."""

    both: tuple[Bound, Bound]

    def numbers(self) -> Iterator[ComparedNumber]:
        """All that can be compared, as the map is read: itself, then stage by stage with its touchpoints."""
        one, other = (side.view for side in self.both)
        if one.goal is not None and other.goal is not None:
            yield self._share("goal", (None, None, one.goal.name), "/goal/rate", (one.goal.rate, other.goal.rate))
        yield self._part("open", (None, None, one.title), "/journeys", (one.open, other.open))
        for place, stages in enumerate(zip(one.stages, other.stages, strict=True)):
            yield from self._of_stage(place, *stages)
            for stops in zip(stages[0].touchpoints, stages[1].touchpoints, strict=True):
                yield from self._of_stop(stages[0].id, *stops)

    def _of_stage(self, place: int, one: StageView, other: StageView) -> Iterator[ComparedNumber]:
        where = one.id, None, one.name
        if place:
            yield self._part("reached", where, "/journeys", (one.reached, other.reached))
        if one.conversion is not None and other.conversion is not None:
            yield self._share("goes_on", where, str(one.conversion.behind), (one.conversion, other.conversion))
        yield self._part("leaves", where, str(one.reached.behind), (one.lost, other.lost))
        yield self._time(place, where, (one.median_seconds, other.median_seconds))

    def _of_stop(self, stage: str, one: TouchpointView, other: TouchpointView) -> Iterator[ComparedNumber]:
        where = stage, one.id, one.name
        yield self._share("touched", where, str(one.share.behind), (one.share, other.share))
        yield self._share("to_goal", where, str(one.goal_rate.behind), (one.goal_rate, other.goal_rate))
        if one.target_action is not None and other.target_action is not None:
            rates = one.target_action.rate, other.target_action.rate
            yield self._share("succeeds", where, str(rates[0].behind), rates)
        if "measured" in (one.emotion.evidence, other.emotion.evidence):
            yield _mood(where, one.emotion, other.emotion)

    def _share(self, kind: Kind, where: Where, pointer: str, numbers: tuple[Number, Number]) -> ComparedNumber:
        """A share that both books hold."""
        pairs = [(_behind(side, pointer), side.book.base(pointer)) for side in self.both]
        return _number(kind, where, numbers, self._width(pairs))

    def _part(self, kind: Kind, where: Where, base: str, counts: tuple[Number, Number]) -> ComparedNumber:
        """A share of two counts: of the journeys behind `base`, those that are counted."""
        pairs, numbers = [], []
        for side, count in zip(self.both, counts, strict=True):
            above, below = _behind(side, str(count.behind)), _behind(side, base)
            pairs.append((above, below))
            numbers.append(side.book.rate(len(above), len(below), count.behind))
        return _number(kind, where, (numbers[0], numbers[1]), self._width(pairs))

    def _time(self, place: int, where: Where, numbers: tuple[Number, Number]) -> ComparedNumber:
        """Half of each side: as wide as the difference of the shares that stay below the median of both together."""
        flow = self.both[0].trace.flow
        journeys = [_behind(side, str(numbers[0].behind)) for side in self.both]
        seconds = [flow.left[each, place] - flow.entered[each, place] for each in journeys]
        middle = np.median(np.concatenate(seconds)) if sum(map(len, seconds)) else 0.0
        below = [each[took <= middle] for each, took in zip(journeys, seconds, strict=True)]
        return _number("time", where, numbers, self._width(list(zip(below, journeys, strict=True))))

    def _width(self, pairs: Sequence[tuple[Journeys, Journeys]]) -> float:
        owner = self.both[0].book.owner
        people = int(owner.max()) + 1 if len(owner) else 1
        rows = [[np.bincount(owner[each], minlength=people) for each in pair] for pair in pairs]
        parts, wholes = (np.array([row[at] for row in rows], dtype=np.float64) for at in (0, 1))
        return width_by_people(parts, wholes)


def _behind(side: Bound, pointer: str) -> Journeys:
    found = side.book.journeys_behind(pointer)
    assert found is not None
    return found


def _number(kind: Kind, where: Where, numbers: tuple[Number, Number], width: float) -> ComparedNumber:
    return ComparedNumber(kind, *where, *numbers, _difference(*numbers, width), clear=False)


def _mood(where: Where, one: Emotion, other: Emotion) -> ComparedNumber:
    """Measured on both sides, else there is nothing to compare."""
    numbers = [
        Number(each.value if each.evidence == "measured" else None, "score", each.n, None, each.low, each.high,
               each.evidence, too_few=each.evidence != "measured")
        for each in (one, other)
    ]  # fmt: skip
    return _number("mood", where, (numbers[0], numbers[1]), 1.0)


def _difference(one: Number, other: Number, width: float) -> Number:
    sizes = [number.n if number.of is None else number.of for number in (one, other)]
    ends = (one.value, one.low, one.high), (other.value, other.low, other.high)
    if any(None in side for side in ends):
        return Number(None, one.unit, min(sizes), sum(sizes), too_few=True)
    known = [(float(side[0] or 0), float(side[1] or 0), float(side[2] or 0)) for side in ends]
    value, low, high = difference(known[0], known[1], width)
    return Number(value, one.unit, min(sizes), sum(sizes), low, high)
