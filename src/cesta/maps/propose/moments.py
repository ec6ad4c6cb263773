"""Moments worth looking at on a proposed map: where most leave, where they wait, turn back, meet trouble."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from cesta.maps.view import MapView, Number

WORTH = 0.03
"""Of those at a stage, so many must turn back to be worth a word."""


@dataclass(frozen=True, slots=True)
class Moment:
    """stage, touchpoint: where. other: the stage they turn back to. number: how many, or how long.

    also: with trouble, the goal's share of those who meet it; without: of those who do not.
    """

    kind: Literal["loss", "wait", "loop", "trouble"]
    stage: str
    touchpoint: str | None
    other: str | None
    number: Number
    also: Number | None = None
    without: Number | None = None


def moments(view: MapView, troubles: Collection[str]) -> tuple[Moment, ...]:
    """At most one of each kind, none that rests on too few. `troubles`: touchpoints where something goes wrong."""
    found = (*_loss(view), *_wait(view), *_loop(view), *_trouble(view, troubles))
    return tuple(moment for moment in found if not moment.number.too_few and moment.number.n >= max(1, view.min_n))


def _loss(view: MapView) -> Iterator[Moment]:
    if view.insight is not None:
        yield Moment("loss", view.insight.stage, view.insight.touchpoint, None, view.insight.leave_share)


def _wait(view: MapView) -> Iterator[Moment]:
    """The stage that takes longest, if that is more than a moment."""
    timed = [stage for stage in view.stages if (stage.median_seconds.value or 0) >= 60]
    longest = max(timed, key=lambda stage: stage.median_seconds.value or 0, default=None)
    if longest is not None:
        yield Moment("wait", longest.id, None, None, longest.median_seconds)


def _loop(view: MapView) -> Iterator[Moment]:
    most = max(view.returns, key=lambda way: way.journeys.n, default=None)
    if most is not None and most.journeys.n >= WORTH * (most.journeys.of or 1):
        yield Moment("loop", most.origin, None, most.target, most.journeys)


def _trouble(view: MapView, troubles: Collection[str]) -> Iterator[Moment]:
    met = [(stop.reach.n, stage.id, stop) for stage in view.stages for stop in stage.touchpoints if stop.id in troubles]
    if met:
        _, stage, stop = max(met, key=lambda found: (found[0], found[1], found[2].id))
        yield Moment("trouble", stage, stop.id, None, stop.reach, stop.goal_rate, stop.goal_rate_without)
