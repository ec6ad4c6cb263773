"""Funnel over time: for each period, how many entered in it and how many of those came through."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of, ratio, share_of
from cesta.journeys.given import Given
from cesta.journeys.periods import edges_of_range, names_of, place_in
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.steps import PARAMS, Funnel, Walked, read_funnel, step_mask, touches, walk
from cesta.journeys.time_to_convert import read_pair
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Mask
from cesta.kernels.distinct import distinct


def plan(given: Given) -> Plan:
    """Reads the question."""
    funnel = read_funnel(given)
    first, last = read_pair(given, funnel.size)
    edges = edges_of_range(given)
    names = names_of(edges, given.interval(), given.zone)

    def run(journeys: Journeys) -> Answer:
        return trend_answer(journeys, funnel, edges, names, (first, last), None)

    def at_step(journeys: Journeys, step: int, allowed: Mask) -> Answer:
        return trend_answer(journeys, funnel, edges, names, (first, last), (step, allowed))

    return Plan(
        run=run,
        touches=lambda journeys: touches(funnel, journeys),
        at_step=at_step,
        steps=funnel.size,
        hold=funnel.hold,
    )


def trend_answer(
    journeys: Journeys,
    funnel: Funnel,
    edges: list[int],
    names: list[str],
    pair: tuple[int, int],
    restrict: tuple[int, Mask] | None,
) -> Answer:
    """Each period by itself; `overall` counts each unit once."""
    units, periods = _entries(journeys, funnel, edges)
    bounds = np.array(edges, np.int64)
    walked = walk(funnel, journeys, restrict=restrict, runs=(units, bounds[:-1][periods], bounds[1:][periods]))
    counted = walked.at(restrict[0]) if restrict is not None else np.ones(len(units), dtype=np.bool_)
    entered, completed = counted & walked.at(pair[0]), counted & walked.at(pair[0]) & walked.at(pair[1])
    came, through = _by_period(units, periods, entered, len(names)), _by_period(units, periods, completed, len(names))
    inside = list(zip(came, through, strict=True))
    whole = _overall(funnel, journeys, pair, restrict)
    rows = [{"date": name, **_numbers(*both)} for name, both in zip(names, inside, strict=True)]
    result: dict[str, object] = {"periods": rows, "overall": _numbers(*whole)}

    def fact(path: Path) -> Fact | None:
        both = inside[int(path[1])] if path[0] == "periods" and len(path) == 3 else whole
        if path[-1] == "entered":
            return count_of(journeys, both[0], journeys.size)
        if path[-1] == "completed":
            return count_of(journeys, both[1], len(both[0]))
        return share_of(journeys, both[1], len(both[0])) if path[-1] == "rate" else None

    return Answer(result, fact, entered=len(whole[0]) > 0)


def _by_period(units: Places, periods: Places, which: Mask, count: int) -> list[Places]:
    chosen = np.flatnonzero(which)
    order = chosen[np.argsort(periods[chosen], kind="stable")]
    return np.split(units[order], np.searchsorted(periods[order], np.arange(1, count)))


def _entries(journeys: Journeys, funnel: Funnel, edges: list[int]) -> tuple[Places, Places]:
    """Every unit with every period in which an attempt of its may begin."""
    steps = funnel.steps if funnel.order == "unordered" else funnel.steps[:1]
    may = np.zeros(journeys.offsets[-1], dtype=np.bool_)
    for step in steps:
        may |= journeys.of(step_mask(journeys.asked, step))
    periods = place_in(edges, journeys.times)
    count = len(edges) - 1
    may &= (periods >= 0) & (periods < count)
    found = distinct(journeys.unit_of_event()[may] * count + periods[may])
    return found // count, found % count


def _overall(
    funnel: Funnel, journeys: Journeys, pair: tuple[int, int], restrict: tuple[int, Mask] | None
) -> tuple[Places, Places]:
    walked: Walked = walk(funnel, journeys, restrict=restrict)
    counted = walked.at(pair[0]) if restrict is None else walked.at(pair[0]) & walked.at(restrict[0])
    return np.flatnonzero(counted), np.flatnonzero(counted & walked.at(pair[1]))


def _numbers(entered: Places, completed: Places) -> dict[str, object]:
    return {"entered": len(entered), "completed": len(completed), "rate": ratio(len(completed), len(entered))}


ANALYSIS = Analysis(
    plan,
    params=PARAMS | {"interval", "week_start", "from_step", "to_step"},
    required=frozenset({"steps", "date_from", "date_to"}),
    keys=("date",),
)
