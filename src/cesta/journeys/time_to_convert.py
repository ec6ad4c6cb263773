"""Time to convert: how long customers take from one step of a funnel to another."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Answer, Fact, Path, count_of, mean, mean_of, median, median_of, tidy
from cesta.journeys.funnel import funnel_plan, seconds_between
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.steps import PARAMS, Funnel, Walked, read_funnel
from cesta.journeys.units import Journeys
from cesta.model.errors import CestaError

MOST_BINS = 90


def read_pair(given: Given, steps: int) -> tuple[int, int]:
    """`from_step` and `to_step` of a funnel."""
    first, last = (
        given.number(name, default, least=-(10**9), most=10**9)
        for name, default in (("from_step", 1), ("to_step", steps))
    )
    if not 1 <= first < last <= steps:
        message = f"Cannot go from step {first} to step {last}."
        raise CestaError("bad_step", message, f"Steps are 1 to {steps}, and from_step comes before to_step.")
    return first, last


def plan(given: Given) -> Plan:
    """Reads the question."""
    funnel = read_funnel(given)
    first, last = read_pair(given, funnel.size)
    bins = given.number("bins", 0, most=10_000) if given.has("bins") else None

    def tell(_funnel: Funnel, journeys: Journeys, walked: Walked) -> Answer:
        return times_answer(journeys, walked, first, last, bins)

    return funnel_plan(funnel, tell)


def times_answer(journeys: Journeys, walked: Walked, first: int, last: int, bins: int | None) -> Answer:
    """Average, median and histogram."""
    units = np.flatnonzero(walked.at(first) & walked.at(last))
    started = int(np.count_nonzero(walked.at(first)))
    values = seconds_between(walked, first, last)
    rows, place = histogram(values, bins)
    result: dict[str, object] = {
        "avg_seconds": tidy(mean(values)),
        "median_seconds": tidy(median(values)),
        "bins": rows,
    }

    def fact(path: Path) -> Fact | None:
        if path == ("avg_seconds",):
            return mean_of(journeys, units, values, started)
        if path == ("median_seconds",):
            return median_of(journeys, units, values, started)
        if len(path) == 3 and path[2] == "count":
            return count_of(journeys, units[place == path[1]], len(units))
        return None

    return Answer(result, fact, entered=started > 0)


def histogram(values: NDArray[np.float64], bins: int | None) -> tuple[list[dict[str, object]], NDArray[np.int64]]:
    """The bins, one more for the upper edge, and for each value the bin it falls into."""
    if not len(values):
        return [], np.zeros(0, np.int64)
    if bins is None:
        bins = min(_cube_root_up(len(values)), MOST_BINS)
    low = float(values.min())
    width = math.ceil((float(values.max()) - low) / bins) or 60
    place = np.minimum(np.floor((values - low) / width), bins).astype(np.int64)
    counts = np.bincount(place, minlength=bins + 1)
    return [{"from": tidy(low + width * k), "count": int(counts[k])} for k in range(bins + 1)], place


def _cube_root_up(n: int) -> int:
    root: int = round(math.cbrt(n))
    return root if root**3 >= n else root + 1


ANALYSIS = Analysis(
    plan, params=PARAMS | {"from_step", "to_step", "bins"}, required=frozenset({"steps"}), keys=("from",)
)
