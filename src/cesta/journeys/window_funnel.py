"""Window funnel: the counting of analytical databases, for those who compare."""

from __future__ import annotations

import numpy as np

from cesta.journeys.blocks import blocks
from cesta.journeys.facts import Answer, Fact, Path, count_of
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.steps import MOST_STEPS
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition, mask
from cesta.kernels.window_funnel import window_levels
from cesta.model.errors import CestaError
from cesta.store.columns import Picked

MODES = ("strict_order", "strict_increase", "strict_deduplication", "strict_once", "allow_reentry")
_ENDLESS = 1 << 62


def plan(given: Given) -> Plan:
    """Reads the question."""
    if not given.listed("steps"):
        raise CestaError("bad_step", "A funnel needs at least one step.", None)
    steps = given.conditions("steps")
    if len(steps) > MOST_STEPS:
        raise CestaError("bad_step", f"{len(steps)} steps are too many.", f"A funnel has at most {MOST_STEPS}.")
    window = given.window()
    modes = given.names("modes")
    if not set(modes) <= set(MODES):
        raise bad_value("modes", modes, "a list of " + ", ".join(MODES))

    limit = _ENDLESS if window is None else window

    def run(journeys: Journeys) -> Answer:
        levels = [_levels(block, steps, limit, modes) for _, _, block in blocks(journeys)]
        return levels_answer(journeys, np.concatenate(levels), len(steps))

    return Plan(run=run)


def _levels(journeys: Journeys, steps: list[Condition], limit: int, modes: list[str]) -> Places:
    asked, rows = journeys.asked, journeys.rows
    events = Picked(asked.columns, rows)
    bits = np.zeros(len(rows), np.uint64)
    for place, step in enumerate(steps):
        bits |= mask(events, step, zone=asked.zone, notes=asked.notes).astype(np.uint64) << np.uint64(place)
    picked = np.flatnonzero((bits != 0) | ("strict_order" in modes))
    offsets = np.searchsorted(picked, journeys.offsets)
    rules = [mode in modes for mode in MODES]
    levels: Places = window_levels(events.times[picked], bits[picked], offsets, len(steps), limit, *rules)
    return levels


def levels_answer(journeys: Journeys, levels: Places, steps: int) -> Answer:
    """How many reach each level."""
    units = [np.flatnonzero(levels >= step) for step in range(1, steps + 1)]
    result: dict[str, object] = {"counts": [len(reached) for reached in units]}
    if journeys.listing:
        result["levels"] = dict(zip(journeys.ids_in_order(), levels.tolist(), strict=True))

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or path[0] != "counts":
            return None
        return count_of(journeys, units[int(path[1])], journeys.size)

    return Answer(result, fact, entered=len(units[0]) > 0, per_customer=frozenset({"levels"}))


ANALYSIS = Analysis(plan, params=frozenset({"steps", "window", "modes"}), required=frozenset({"steps", "window"}))
