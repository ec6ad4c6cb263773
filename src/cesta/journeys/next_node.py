"""Next node: what happens right after, or right before, a chain of events."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition
from cesta.kernels.picking import first_event, last_event


def plan(given: Given) -> Plan:
    """Reads the question."""
    chain = given.conditions("chain")
    forward = given.choice("direction", "forward", ("forward", "backward")) == "forward"
    first = given.choice("occurrence", "first", ("first", "last")) == "first"
    return Plan(run=lambda journeys: next_answer(journeys, found_next(journeys, chain, forward, first)))


def found_next(journeys: Journeys, chain: list[Condition], forward: bool, first: bool) -> Places:
    """For each unit, the event right beyond the chain, or -1."""
    links = chain if forward else chain[::-1]
    masks = [journeys.mask(condition) for condition in links]
    count, length = int(journeys.offsets[-1]), len(links)
    owner = journeys.unit_of_event()
    met = np.zeros(count, dtype=np.bool_)
    if length <= count:
        inside = owner[: count - length + 1] == owner[length - 1 :]
        for place, mask in enumerate(masks):
            inside &= mask[place : count - length + 1 + place]
        met[: count - length + 1] = inside
    at = (first_event if first else last_event)(journeys.offsets, met)
    beyond = at + length if forward else at - 1
    there = (at >= 0) & (beyond >= journeys.offsets[:-1]) & (beyond < journeys.offsets[1:])
    return np.where(there, beyond, -1)


def next_answer(journeys: Journeys, beyond: Places) -> Answer:
    """How many units meet which name next."""
    codes = np.where(beyond >= 0, np.append(journeys.codes, -1)[beyond], -1)
    names, counts = np.unique(codes[codes >= 0], return_counts=True)
    result: dict[str, object] = {
        "next_counts": {journeys.names[name]: int(n) for name, n in zip(names.tolist(), counts, strict=True)}
    }
    if journeys.listing:
        found = [None if code < 0 else journeys.names[code] for code in codes.tolist()]
        result["next"] = dict(zip(journeys.ids_in_order(), found, strict=True))

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or path[0] != "next_counts":
            return None
        units = np.flatnonzero(codes == journeys.names.index(str(path[1])))
        return count_of(journeys, units, journeys.size)

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"next"}))


ANALYSIS = Analysis(plan, params=frozenset({"direction", "chain", "occurrence"}), required=frozenset({"chain"}))
