"""Durations: how long journeys last, from first to last event."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, mean, mean_of, median, median_of, seconds, tidy
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys


def plan(_given: Given) -> Plan:
    """There is nothing to read."""
    return Plan(run=durations_answer)


def durations_answer(journeys: Journeys) -> Answer:
    """Average and median over all units."""
    times = journeys.times
    values = seconds(times[journeys.offsets[1:] - 1] - times[journeys.offsets[:-1]])
    units = np.arange(journeys.size)
    result: dict[str, object] = {"avg_seconds": tidy(mean(values)), "median_seconds": tidy(median(values))}
    if journeys.listing:
        result["seconds"] = dict(zip(journeys.ids_in_order(), map(tidy, values.tolist()), strict=True))

    def fact(path: Path) -> Fact | None:
        if path == ("avg_seconds",):
            return mean_of(journeys, units, values, journeys.size)
        return median_of(journeys, units, values, journeys.size) if path == ("median_seconds",) else None

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"seconds"}))


ANALYSIS = Analysis(plan)
