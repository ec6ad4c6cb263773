"""Sequence: whose journeys show a pattern of events, and how often."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of, total_of
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition
from cesta.kernels.sequence import sequence_matches
from cesta.model.instant import show_instant
from cesta.model.pattern import PatternStep, parse_pattern

MOST_STEPS = 100


def plan(given: Given) -> Plan:
    """Reads the conditions and the pattern."""
    conditions = given.conditions("conditions")
    text = given.text("pattern")
    steps = parse_pattern(text or "", len(conditions))
    if len(steps) > MOST_STEPS:
        raise bad_value("pattern", text, f"of at most {MOST_STEPS} steps")
    return Plan(run=lambda journeys: sequence_answer(journeys, conditions, steps))


def sequence_answer(journeys: Journeys, conditions: list[Condition], steps: tuple[PatternStep, ...]) -> Answer:
    """Events that meet no condition are not there for the pattern."""
    masks = [journeys.mask(condition) for condition in conditions]
    seen = np.any(masks, axis=0)
    offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(seen)))[journeys.offsets]
    times = journeys.times[seen]
    met = np.array([masks[step.condition - 1][seen] if step.condition else np.ones(len(times), bool) for step in steps])
    apart = np.array([step.apart for step in steps])
    least, most = (np.array([getattr(step, edge) for step in steps], np.int64) for edge in ("least", "most"))
    taken = sum(step.condition > 0 for step in steps)
    counts, first = sequence_matches(offsets, times, met, apart, least, most, taken)
    units = np.flatnonzero(counts)
    result: dict[str, object] = {"matched": len(units), "count": int(counts.sum())}
    if journeys.listing:
        result["per_customer"] = _listed(journeys, counts, first, times)

    def fact(path: Path) -> Fact | None:
        if path == ("matched",):
            return count_of(journeys, units, journeys.size)
        if path == ("count",):
            return total_of(journeys, units, counts[units].astype(np.float64), journeys.size)
        return None

    return Answer(result, fact, journeys.size > 0, frozenset({"per_customer"}))


def _listed(journeys: Journeys, counts: Places, first: Places, times: Places) -> dict[str, object]:
    return {
        name: {
            "matched": bool(counts[unit]),
            "count": int(counts[unit]),
            "times": [show_instant(int(times[place])) for place in first[unit].tolist()] if counts[unit] else [],
        }
        for unit, name in enumerate(journeys.ids_in_order())
    }


NEEDED = frozenset({"conditions", "pattern"})
ANALYSIS = Analysis(plan, params=NEEDED, required=NEEDED)
