"""Preparing paths: sessions, joining of repeats, cutting to a stretch."""

from __future__ import annotations

import numpy as np

from cesta.journeys.common import sessions_of
from cesta.journeys.facts import Answer, Fact, Path, total_of
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition, Mask, code_of
from cesta.kernels.pairs import joined
from cesta.kernels.picking import first_event
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant


def sessions_plan(given: Given) -> Plan:
    """Reads how sessions are bounded."""
    if given.has("start") != given.has("end"):
        raise CestaError("missing_param", '"start" and "end" go together.', None)
    if given.has("separator") and given.has("start"):
        raise bad_value("separator", given.raw("separator"), "left out when start and end are given")
    separator, start, end = given.condition("separator"), given.condition("start"), given.condition("end")

    def run(journeys: Journeys) -> Answer:
        everything = np.ones(len(journeys.rows), dtype=np.bool_)
        if given.has("separator"):
            opens = journeys.mask(separator)
            return sessions_answer(journeys, _bounded(journeys, opens, ~everything), ~opens)
        if given.has("start"):
            opens, closes = journeys.mask(start), journeys.mask(end)
            return sessions_answer(journeys, _bounded(journeys, opens, closes), ~opens & ~closes)
        numbers = sessions_of(journeys)
        first = numbers[journeys.offsets[:-1]]
        return sessions_answer(journeys, numbers - np.repeat(first, journeys.lengths()) + 1, everything)

    return Plan(run=run)


def _bounded(journeys: Journeys, opens: Mask, closes: Mask) -> Places:
    """For each event the session it lies in, from 1 in each unit, or 0: what opens and what closes is outside."""
    number = np.cumsum(opens)
    before = np.append(number - opens, 0)[journeys.offsets[:-1]]
    index = number - np.repeat(before, journeys.lengths())
    turn = opens | closes
    turn[journeys.offsets[:-1]] = True
    last = np.maximum.accumulate(np.where(turn, np.arange(len(turn)), 0))
    return np.where(opens[last], index, 0)


def sessions_answer(journeys: Journeys, index: Places, kept: Mask) -> Answer:
    """How many sessions there are, and which event lies in which."""
    per_unit = np.maximum.reduceat(index, journeys.offsets[:-1]) if journeys.size else index[:0]
    result: dict[str, object] = {"sessions": int(per_unit.sum())}
    if journeys.listing:
        told = [None if one == 0 else one for one in index.tolist()]
        result["session_index"] = listed(journeys, kept, told)
        result["events"] = listed(journeys, kept, [journeys.names[code] for code in journeys.codes.tolist()])
    units = np.flatnonzero(per_unit)

    def fact(path: Path) -> Fact | None:
        if path != ("sessions",):
            return None
        return total_of(journeys, units, per_unit[units].astype(np.float64), journeys.size)

    return Answer(result, fact, journeys.size > 0, frozenset({"session_index", "events"}))


def listed(journeys: Journeys, kept: Mask, values: list[object] | list[str]) -> dict[str, object]:
    """For each unit its kept values, in order."""
    edges = journeys.offsets.tolist()
    flags = kept.tolist()
    return {
        name: [values[i] for i in range(edges[unit], edges[unit + 1]) if flags[i]]
        for unit, name in enumerate(journeys.ids_in_order())
    }


def collapse_plan(given: Given) -> Plan:
    """Reads which runs of equal neighbours become one."""
    names = set(given.names("names")) if given.has("names") else None
    keep_last = given.choice("keep", "first", ("first", "last")) == "last"

    def run(journeys: Journeys) -> Answer:
        for name in sorted(names or ()):
            # looking it up notes when it was never seen
            code_of(journeys.asked.columns, name, journeys.asked.notes)
        kept = joined(journeys.codes, journeys.unit_of_event(), keep_last)
        if names is not None:
            chosen = np.array([name in names for name in journeys.names], dtype=np.bool_)
            kept |= ~chosen[journeys.codes]
        return events_answer(journeys, kept, with_times=True)

    return Plan(run=run)


def events_answer(journeys: Journeys, kept: Mask, with_times: bool) -> Answer:
    """What is left of every journey."""
    result: dict[str, object] = {}
    if journeys.listing:
        result["events"] = listed(journeys, kept, [journeys.names[code] for code in journeys.codes.tolist()])
        if with_times:
            result["times"] = listed(journeys, kept, [show_instant(time) for time in journeys.times.tolist()])
    return Answer(result, entered=journeys.size > 0, per_customer=frozenset(result))


def truncate_plan(given: Given) -> Plan:
    """Reads where journeys are cut."""
    start, end = given.condition_or_end("start"), given.condition_or_end("end")

    def run(journeys: Journeys) -> Answer:
        low, high = journeys.offsets[:-1], journeys.offsets[1:]
        first = _first(journeys, start)
        owner = journeys.unit_of_event()
        place = np.arange(len(owner))
        if isinstance(end, Condition):
            after = journeys.mask(end) & (first[owner] >= 0) & (place >= first[owner])
            last = first_event(journeys.offsets, after)
        else:
            last = high - 1 if end == "path_end" else np.where(first == low, low, -1)
        inside = (first[owner] >= 0) & (last[owner] >= 0) & (place >= first[owner]) & (place <= last[owner])
        return events_answer(journeys, inside, with_times=False)

    return Plan(run=run)


def _first(journeys: Journeys, start: Condition | str) -> Places:
    if isinstance(start, Condition):
        return first_event(journeys.offsets, journeys.mask(start))
    return journeys.offsets[:-1] if start == "path_start" else np.full(journeys.size, -1)


ANALYSES = {
    "collapse": Analysis(collapse_plan, params=frozenset({"names", "keep"})),
    "sessions": Analysis(sessions_plan, params=frozenset({"separator", "start", "end"})),
    "truncate": Analysis(truncate_plan, params=frozenset({"start", "end"}), required=frozenset({"start", "end"})),
}
