"""Activity over time: new, returning and lost customers; how regularly they come; who did what."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of
from cesta.journeys.given import Given
from cesta.journeys.periods import edges_of_range, names_of, place_in
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition, Mask
from cesta.kernels.distinct import distinct
from cesta.kernels.picking import first_event
from cesta.model.calendar import floor

KINDS = ("new", "returning", "resurrecting", "dormant")


def lifecycle_plan(given: Given) -> Plan:
    """Reads the question about life cycles."""
    edges = edges_of_range(given)
    before = floor(edges[0] - 1, given.interval(), given.zone, given.week_start())
    names = names_of(edges, given.interval(), given.zone)
    # history before the range counts: it tells the new from those who came back
    return Plan(run=lambda journeys: lifecycle_answer(journeys, [before, *edges], names), span=(None, edges[-1]))


def lifecycle_answer(journeys: Journeys, edges: list[int], names: list[str]) -> Answer:
    """Per interval: first time ever, here before too, back after a pause, gone since the last one."""
    interval = np.maximum(place_in(edges, journeys.times), -1)
    wide = len(edges) + 2
    pairs = distinct(journeys.unit_of_event() * wide + interval + 1)
    unit, at = pairs // wide, pairs % wide - 1
    starts = np.diff(unit, prepend=-1) != 0
    previous = np.where(starts, -9, np.concatenate((np.array([-9]), at[:-1])))
    ends = np.append(starts[1:], True)
    following = np.where(ends, wide, np.append(at[1:], 0))
    groups: dict[str, tuple[Places, Places]] = {
        "new": _chosen(unit, at, starts & (at >= 1)),
        "returning": _chosen(unit, at, ~starts & (previous == at - 1) & (at >= 1)),
        "resurrecting": _chosen(unit, at, ~starts & (previous != at - 1) & (at >= 1)),
        "dormant": _chosen(unit, at + 1, (following != at + 1) & (at >= 0) & (at < len(names))),
    }
    result: dict[str, object] = {"dates": names}
    for kind in KINDS:
        counts = np.bincount(groups[kind][1] - 1, minlength=len(names)).tolist()
        result[kind] = [-count for count in counts] if kind == "dormant" else counts
    active = len(distinct(unit[at >= 1]))

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or path[0] not in KINDS:
            return None
        units, intervals = groups[str(path[0])]
        found = count_of(journeys, units[intervals == int(path[1]) + 1], journeys.size)
        if path[0] != "dormant":
            return found
        return Fact(found.n, found.of, -found.high, -found.low, found.ids)

    return Answer(result, fact, entered=active > 0, customers=active)


def _chosen(units: Places, intervals: Places, which: Mask) -> tuple[Places, Places]:
    return units[which], intervals[which]


def stickiness_plan(given: Given) -> Plan:
    """Reads the question about stickiness."""
    edges = edges_of_range(given)
    together = given.number("interval_count", 1)
    grouped = [*edges[:-1:together], edges[-1]]
    return Plan(run=lambda journeys: stickiness_answer(journeys, grouped), span=(grouped[0], grouped[-1]))


def stickiness_answer(journeys: Journeys, edges: list[int]) -> Answer:
    """How many are active in exactly so many intervals."""
    wide = len(edges)
    pairs = distinct(journeys.unit_of_event() * wide + place_in(edges, journeys.times))
    active = np.bincount(pairs // wide, minlength=journeys.size)
    counts = np.bincount(active, minlength=wide)[1:wide].tolist()

    def fact(path: Path) -> Fact | None:
        if len(path) != 2:
            return None
        return count_of(journeys, np.flatnonzero(active == int(path[1]) + 1), journeys.size)

    return Answer({"counts": counts}, fact, entered=journeys.size > 0)


def flags_plan(given: Given) -> Plan:
    """Reads the question about flags."""
    conditions = given.conditions("conditions")
    return Plan(run=lambda journeys: flags_answer(journeys, conditions))


def flags_answer(journeys: Journeys, conditions: list[Condition]) -> Answer:
    """Flag k: both the first condition and condition k are met, in any order."""
    met = [first_event(journeys.offsets, journeys.mask(condition)) >= 0 for condition in conditions]
    flags = [met[0] & one for one in met]
    result: dict[str, object] = {"sums": [int(np.count_nonzero(one)) for one in flags]}
    if journeys.listing:
        rows = np.array(flags).T.tolist()
        result["flags"] = dict(zip(journeys.ids_in_order(), rows, strict=True))

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or path[0] != "sums":
            return None
        return count_of(journeys, np.flatnonzero(flags[int(path[1])]), journeys.size)

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"flags"}))


_RANGE = frozenset({"interval", "week_start"})
_DATES = frozenset({"date_from", "date_to"})
ANALYSES = {
    "lifecycle": Analysis(lifecycle_plan, params=_RANGE, required=_DATES),
    "retention_flags": Analysis(flags_plan, params=frozenset({"conditions"}), required=frozenset({"conditions"})),
    "stickiness": Analysis(stickiness_plan, params=_RANGE | {"interval_count"}, required=_DATES),
}
