"""Step matrix: where the journeys are after so many steps, from their start or around an event."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, share_of, tidy
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition
from cesta.kernels.picking import first_event

START, END = "path_start", "path_end"
Labels = list[str]


def plan(given: Given) -> Plan:
    """Reads the question."""
    max_steps = given.number("max_steps", 10, most=1000)
    before, after = given.number("before", 3, least=0, most=1000), given.number("after", 3, least=0, most=1000)
    if given.has("centre"):
        centre = given.condition("centre")
        return Plan(run=lambda journeys: around_answer(journeys, centre, before, after))
    return Plan(run=lambda journeys: shares_answer(journeys, max_steps))


def _at(journeys: Journeys, units: Places, places: Places) -> Places:
    """The name at these places, one a unit; before the journey the one before last label, after it the last."""
    size = len(journeys.names)
    inside = (places >= journeys.offsets[:-1][units]) & (places < journeys.offsets[1:][units])
    codes = np.append(journeys.codes, 0)[np.where(inside, places, 0)]
    return np.where(inside, codes, np.where(places < journeys.offsets[:-1][units], size, size + 1))


def _shares(labels: Labels, names: Places, of: int) -> dict[str, object]:
    counts = np.bincount(names, minlength=len(labels))
    found = [(labels[place], tidy(int(counts[place]) / of)) for place in np.flatnonzero(counts).tolist()]
    return dict(sorted(found, key=lambda cell: cell[0]))


def shares_answer(journeys: Journeys, max_steps: int) -> Answer:
    """Shares by step from the start; a finished journey stays at its end."""
    labels = [*journeys.names, START, END]
    units = np.arange(journeys.size)
    at_step = [_at(journeys, units, journeys.offsets[:-1] + place - 1) for place in range(max_steps + 1)]
    rows: dict[str, list[object]] = {}
    for place, names in enumerate(at_step):
        for label, share in _shares(labels, names, max(journeys.size, 1)).items():
            rows.setdefault(label, [0] * (max_steps + 1))[place] = share

    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        return _fact(journeys, labels, units, str(path[1]), at_step[int(path[2])])

    return Answer({"shares": dict(sorted(rows.items()))}, fact, entered=journeys.size > 0)


def _fact(journeys: Journeys, labels: Labels, units: Places, label: str, names: Places) -> Fact:
    return share_of(journeys, units[names == labels.index(label)], len(units))


def around_answer(journeys: Journeys, centre: Condition, before: int, after: int) -> Answer:
    """Shares by distance from the first occurrence of the centre; only units that have it."""
    labels = [*journeys.names, START, END]
    first = first_event(journeys.offsets, journeys.mask(centre))
    units = np.flatnonzero(first >= 0)
    at: Callable[[int], Places] = lambda distance: _at(journeys, units, first[units] + distance)  # noqa: E731
    sides = {
        "before": [at(-distance) for distance in range(1, before + 1)],
        "after": [at(distance) for distance in range(1, after + 1)],
    }
    of = max(len(units), 1)
    result: dict[str, object] = {
        side: [_shares(labels, names, of) for names in by_distance] for side, by_distance in sides.items()
    }

    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        return _fact(journeys, labels, units, str(path[2]), sides[str(path[0])][int(path[1])])

    return Answer(result, fact, entered=len(units) > 0)


ANALYSIS = Analysis(plan, params=frozenset({"max_steps", "centre", "before", "after"}))
