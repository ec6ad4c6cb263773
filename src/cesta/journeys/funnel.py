"""Funnel: how many customers reach each step, and how long each step takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import (
    Answer,
    Fact,
    Path,
    count_of,
    mean,
    mean_of,
    median,
    median_of,
    ratio,
    share_of,
    tidy,
)
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.steps import PARAMS, Funnel, Walked, read_funnel, touches, walk
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Mask
from cesta.kernels import gaps
from cesta.kernels.ranges import at_once
from cesta.model.duration import show_duration


def plan(given: Given) -> Plan:
    """Reads the question."""
    return funnel_plan(read_funnel(given), funnel_answer)


def funnel_plan(funnel: Funnel, tell: Callable[[Funnel, Journeys, Walked], Answer]) -> Plan:
    """The plan of any analysis that walks a funnel once and tells something about it."""

    def at_step(journeys: Journeys, step: int, allowed: Mask) -> Answer:
        walked = walk(funnel, journeys, restrict=(step, allowed))
        reached = np.flatnonzero(walked.at(step))
        return tell(funnel, journeys.take(reached), walked.take(reached))

    def once(journeys: Journeys) -> Callable[[Places], Answer]:
        walked = walk(funnel, journeys)
        return lambda units: tell(funnel, journeys.take(units), walked.take(units))

    return Plan(
        run=lambda journeys: tell(funnel, journeys, walk(funnel, journeys)),
        once=once,
        touches=lambda journeys: touches(funnel, journeys),
        at_step=at_step,
        steps=funnel.size,
        hold=funnel.hold,
    )


def funnel_answer(funnel: Funnel, journeys: Journeys, walked: Walked) -> Answer:
    """The numbers of a funnel."""
    counts = walked.counts()
    takes = at_once(lambda step: step_seconds(funnel, walked, step), range(1, funnel.size + 1))
    result: dict[str, object] = {
        "counts": counts,
        "step_rate": [ratio(count, whole) for count, whole in zip(counts, _before(counts, journeys), strict=True)],
        "share_of_all": [ratio(count, journeys.size) for count in counts],
        "avg_seconds": [None if values is None else tidy(mean(values)) for values in takes],
        "median_seconds": at_once(lambda values: None if values is None else tidy(median(values)), takes),
        "window": show_duration(funnel.window),
    }

    @cache
    def reached(step: int) -> Places:
        return np.flatnonzero(walked.at(step))

    if journeys.listing:
        result["customers_at"] = {str(step): journeys.ids(reached(step)) for step in range(1, funnel.size + 1)}

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or not isinstance(path[1], int):
            return None
        # an optional step may have been passed over: who came from before it is asked of the step before that
        asked_of = [k for k in range(path[1]) if not funnel.steps[k].optional]
        of = counts[asked_of[-1]] if asked_of else journeys.size
        return _fact(str(path[0]), journeys, reached(path[1] + 1), counts[: path[1]], takes[path[1]], of)

    return Answer(result, fact, entered=counts[0] > 0, per_customer=frozenset({"customers_at"}))


def _before(counts: list[int], journeys: Journeys) -> list[int]:
    return [journeys.size, *counts[:-1]]


def _fact(
    key: str, journeys: Journeys, reached: Places, earlier: list[int], values: NDArray[np.float64] | None, before: int
) -> Fact | None:
    """One number of the step that these units reached, and `earlier` the steps before it.

    before: how many came to the last step before this one that nobody may pass over.
    """
    if key == "counts":
        return count_of(journeys, reached, journeys.size)
    if key == "share_of_all":
        return share_of(journeys, reached, journeys.size)
    if key == "step_rate":
        rate = share_of(journeys, reached, before)
        # told is the rate of the step right before; its interval is that of the share, on the same scale
        scale = before / max(earlier[-1], 1) if earlier else 1
        return replace(rate, low=rate.low * scale, high=rate.high * scale)
    if values is None:
        return None
    if key == "avg_seconds":
        return mean_of(journeys, reached, values, before)
    return median_of(journeys, reached, values, before) if key == "median_seconds" else None


def step_seconds(funnel: Funnel, walked: Walked, step: int) -> NDArray[np.float64] | None:
    """How long each unit at the step took since the step before; optional steps take no part."""
    if step == 1 or funnel.steps[step - 1].optional:
        return None
    before = max(k for k in range(1, step) if not funnel.steps[k - 1].optional)
    return seconds_between(walked, before, step)


def seconds_between(walked: Walked, first: int, last: int) -> NDArray[np.float64]:
    """The time between two steps, for each unit that counts at both."""
    both = 1 << first - 1 | 1 << last - 1
    return gaps.seconds_between(walked.touched, walked.when[:, first - 1], walked.when[:, last - 1], both)


ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"steps"}))
