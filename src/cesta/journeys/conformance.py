"""Conformance: how well journeys keep to the wanted one, where they stray, and what that costs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.deviations import Deviation, deviations, endings, late_events
from cesta.journeys.escapes import escapes
from cesta.journeys.facts import Answer, Fact, Path, count_of, mean, mean_of, ratio, share_of, tidy
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.replay import replay
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition, Mask
from cesta.kernels.alignment import cheapest_alignments, step_distances
from cesta.kernels.distinct import distinct
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Compared:
    """The events that are compared with the model: unit u has offsets[u] … offsets[u + 1] - 1 of `events`."""

    journeys: Journeys
    model: WantedJourney
    events: Places
    offsets: Places

    @cached_property
    def variants(self) -> tuple[list[list[str]], Places, Places]:
        """The different sequences of names; for each unit its own; for each sequence the first unit that has it."""
        codes, edges = self.journeys.codes[self.events].astype(np.int32), self.offsets.tolist()
        place: dict[bytes, int] = {}
        of_unit = [place.setdefault(codes[begin:end].tobytes(), len(place)) for begin, end in pairwise(edges)]
        names = self.journeys.names
        paths = [[names[code] for code in np.frombuffer(one, np.int32).tolist()] for one in place]
        mine = np.array(of_unit, np.int64)
        return paths, mine, np.unique(mine, return_index=True)[1].astype(np.int64)


@dataclass(frozen=True)
class Fit:
    """What a method found, unit by unit: `part` of `whole` does not fit; log_fitness = 1 - sum(part) / sum(whole)."""

    fitness: Numbers
    part: Numbers
    whole: Numbers
    fits: Mask
    told: list[dict[str, object]]


def compared(journeys: Journeys, model: WantedJourney, goal: Condition | None) -> Compared:
    """Leaves out goal events whose names the model lacks."""
    kept = np.ones(len(journeys.rows), np.bool_)
    if goal is not None:
        known = np.isin(np.array(journeys.names, object), np.array(model.names[1:], object))
        kept = ~journeys.mask(goal) | known[journeys.codes]
    counts = np.bincount(journeys.unit_of_event()[kept], minlength=journeys.size)
    return Compared(journeys, model, np.flatnonzero(kept), np.append(0, np.cumsum(counts)).astype(np.int64))


def plan(given: Given) -> Plan:
    """Reads the question."""
    model = read_wanted_journey(given.raw("model"))
    method = given.choice("method", "alignment", ("replay", "alignment"))
    costs = _cost(given, "cost_log_move"), _cost(given, "cost_model_move")
    goal = given.condition("goal") if given.has("goal") else None

    def run(journeys: Journeys) -> Answer:
        for name in model.names[1:]:
            # weighing a name notes when it was never seen
            journeys.asked.mask(Condition(event=name))
        events = compared(journeys, model, goal)
        if method == "replay":
            return _answer(events, _replayed(events), skip_unknown=True)
        fit, strays = _aligned(events, *costs)
        answer = _answer(events, fit, skip_unknown=False)
        return _with_deviations(journeys, answer, strays, goal)

    return Plan(run=run)


def _cost(given: Given, name: str) -> float:
    value = given.raw(name)
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1e6:
        raise bad_value(name, value, "a number above 0, at most 1000000")
    return float(value)


def _replayed(events: Compared) -> Fit:
    paths, mine, _first = events.variants
    tokens = [replay(events.model, path) for path in paths]
    counts = np.array([[one.missing, one.remaining, one.consumed, one.produced] for one in tokens], np.float64)
    missing, remaining, consumed, produced = counts.reshape(-1, 4)[mine].T
    fitness = np.array([one.fitness for one in tokens], np.float64)[mine]
    told: list[dict[str, object]] = [{"fitness": tidy(one.fitness), **asdict(one)} for one in tokens]
    # as many tokens are consumed as produced, so both halves of the fitness have one denominator
    return Fit(fitness, missing + remaining, consumed + produced, missing + remaining == 0, told)


def _aligned(events: Compared, log_move: float, model_move: float) -> tuple[Fit, dict[Deviation, Places]]:
    """The fit, and for each deviation its units, ascending."""
    model, journeys = events.model, events.journeys
    paths, mine, first = events.variants
    size = len(model.names)
    distances = step_distances(np.array([[t in model.follow[s] for t in range(size)] for s in range(size)], np.bool_))
    place = {name: number for number, name in enumerate(sorted(set(model.names[1:])))}
    steps = np.array([-2, *(place[name] for name in model.names[1:])], np.int64)
    numbers = np.array([place.get(name, -1) for name in journeys.names], np.int64)[journeys.codes[events.events]]
    ending = endings(model, distances)
    costs, served = cheapest_alignments(
        events.offsets, numbers, steps, distances, ending, float(log_move), float(model_move)
    )
    strays: dict[Deviation, list[Places]] = {}
    order = np.argsort(mine, kind="stable")
    groups = np.split(order, np.searchsorted(mine[order], np.arange(1, len(paths))))
    told: list[dict[str, object]] = []
    lengths = np.diff(events.offsets)
    whole = lengths * log_move + ending[0] * model_move
    fitness = np.where(whole > 0, 1 - costs / np.where(whole > 0, whole, 1), 1.0)
    for path, unit, units in zip(paths, first.tolist(), groups, strict=len(paths) > 0):
        steps_here = served[events.offsets[unit] : events.offsets[unit + 1]].tolist()
        kinds, lacking = deviations(model, distances, path, steps_here)
        for kind in kinds:
            strays.setdefault(kind, []).append(units)
        extra = steps_here.count(-1)
        told.append({"fitness": tidy(float(fitness[unit])), "cost": tidy(float(costs[unit]))})
        told[-1] |= {"extra_steps": extra, "missing_steps": lacking}
    owners = np.repeat(np.arange(journeys.size), lengths)
    late = late_events(model, distances, served, journeys.times[events.events], owners)
    for step in distinct(served[late]).tolist():
        strays.setdefault(("late", model.names[step]), []).append(owners[late][served[late] == step])
    found = {kind: distinct(np.concatenate(units)) for kind, units in strays.items()}
    return Fit(fitness, costs, whole, costs == 0, told), found


def _answer(events: Compared, fit: Fit, *, skip_unknown: bool) -> Answer:
    journeys = events.journeys
    paths, mine, _first = events.variants
    allowed, escaped = escapes(events.model, paths, skip_unknown=skip_unknown)
    next_allowed, next_escaped = (np.array(one, np.float64)[mine] for one in (allowed, escaped))
    everybody = np.arange(journeys.size)
    fitting = np.flatnonzero(fit.fits)
    result: dict[str, object] = {
        "log_fitness": _kept(fit.part, fit.whole) if journeys.size else None,
        "average_fitness": tidy(mean(fit.fitness)),
        "fitting_share": ratio(len(fitting), journeys.size),
        "precision": _kept(next_escaped, next_allowed) if next_allowed.any() else None,
    }
    if journeys.listing:
        told = zip(journeys.ids_in_order(), mine.tolist(), strict=True)
        result["per_customer"] = {who: fit.told[variant] for who, variant in told}
    facts: dict[str, Callable[[], Fact]] = {
        "log_fitness": lambda: _kept_of(journeys, everybody, fit.part, fit.whole),
        "average_fitness": lambda: mean_of(journeys, everybody, fit.fitness, journeys.size),
        "fitting_share": lambda: share_of(journeys, fitting, journeys.size),
        "precision": lambda: _kept_of(journeys, np.flatnonzero(next_allowed), next_escaped, next_allowed),
    }

    def fact(path: Path) -> Fact | None:
        name = str(path[0])
        return facts[name]() if name in facts and result[name] is not None else None

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"per_customer"}))


def _kept(part: Numbers, whole: Numbers) -> float | None:
    """1 - part / whole over all; where there is nothing at all, nothing is wrong."""
    everything = math.fsum(whole)
    return tidy(1 - math.fsum(part) / everything) if everything else 1


def _kept_of(journeys: Journeys, units: Places, part: Numbers, whole: Numbers) -> Fact:
    """The interval of a ratio of two sums, by how far each unit lies from it (linearised)."""
    value = _kept(part[units], whole[units]) or 0.0
    middle = float(whole[units].mean()) or 1.0
    apart = (whole[units] * (1 - value) - part[units]) / middle
    return mean_of(journeys, units, value + apart, journeys.size)


def _with_deviations(
    journeys: Journeys, answer: Answer, strays: dict[Deviation, Places], goal: Condition | None
) -> Answer:
    """Adds where journeys stray, and how often those that do and those that do not reach the goal."""
    reached = np.zeros(journeys.size, np.bool_)
    if goal is not None:
        reached[journeys.unit_of_event()[journeys.mask(goal)]] = True
    ranked = sorted(strays, key=lambda one: (-len(strays[one]), one))

    def groups(one: Deviation) -> dict[str, Places]:
        others = np.setdiff1d(np.arange(journeys.size), strays[one])
        return {"goal_rate": strays[one], "goal_rate_without": others}

    rows = [
        {
            "kind": one[0],
            "step": one[1],
            "customers": len(strays[one]),
            "share": ratio(len(strays[one]), journeys.size),
            **{
                key: None if goal is None else ratio(int(reached[units].sum()), len(units))
                for key, units in groups(one).items()
            },
        }
        for one in ranked
    ]

    def fact(path: Path) -> Fact | None:
        if path[0] != "deviations":
            return answer.fact(path)
        if len(path) != 3 or path[2] in ("kind", "step") or rows[int(path[1])][str(path[2])] is None:
            return None
        one, key = ranked[int(path[1])], str(path[2])
        if key in ("customers", "share"):
            return (count_of if key == "customers" else share_of)(journeys, strays[one], journeys.size)
        units = groups(one)[key]
        return share_of(journeys, units[reached[units]], len(units))

    result = {**answer.result, "deviations": rows}
    return Answer(result, fact, entered=answer.entered, per_customer=answer.per_customer)


PARAMS = frozenset({"model", "method", "cost_log_move", "cost_model_move", "goal"})
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"model"}), keys=("kind", "step"))
