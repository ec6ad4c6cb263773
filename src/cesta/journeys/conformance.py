"""Conformance: how well journeys keep to the wanted one, where they stray, and what that costs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.deviations import Deviations, deviations_of
from cesta.journeys.facts import Answer, Fact, Path, mean_of, ratio, share_of, tidy
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.wanted import Compared, compared
from cesta.journeys.where import Condition, Mask, code_of
from cesta.kernels.alignment import cheapest_alignments
from cesta.kernels.beginnings import escapes_of
from cesta.kernels.picking import first_event
from cesta.kernels.strays import weigh_strays
from cesta.kernels.tokens import replay
from cesta.model.wanted_journey import read_wanted_journey

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """What a method found, variant by variant: `part` of `whole` does not fit.

    told: for a variant what its journeys are told of it, besides the fitness.
    """

    fitness: Numbers
    part: Numbers
    whole: Numbers
    fits: Mask
    told: Callable[[int], dict[str, object]]


def plan(given: Given) -> Plan:
    """Reads the question."""
    model = read_wanted_journey(given.raw("model"))
    method = given.choice("method", "alignment", ("replay", "alignment"))
    costs = _cost(given, "cost_log_move"), _cost(given, "cost_model_move")
    goal = given.condition("goal") if given.has("goal") else None

    def run(journeys: Journeys) -> Answer:
        for name in model.names[1:]:
            # weighing a name notes when it was never seen
            code_of(journeys.asked.columns, name, journeys.asked.notes)
        events = compared(journeys, model, goal)
        if method == "replay":
            return _answer(events, _replayed(events), skip_unknown=True)
        fit, served = _aligned(events, *costs)
        answer = _answer(events, fit, skip_unknown=False)
        return _with_deviations(answer, deviations_of(events, served, _reached(journeys, goal)), goal is not None)

    return Plan(run=run)


def _cost(given: Given, name: str) -> float:
    value = given.raw(name)
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1e6:
        raise bad_value(name, value, "a number above 0, at most 1000000")
    return float(value)


def _replayed(events: Compared) -> Fit:
    wanted = events.wanted
    found = replay(events.paths, wanted.steps, wanted.follows, wanted.ending)
    # as many tokens are consumed as produced, so both halves of the fitness have one denominator
    part, whole = (one.astype(np.float64) for one in (found.missing + found.remaining, 2 * found.consumed))
    fitness = (1 - found.missing / found.consumed) / 2 + (1 - found.remaining / found.consumed) / 2

    def told(variant: int) -> dict[str, object]:
        missing, remaining, consumed = (int(one[variant]) for one in found)
        return {"missing": missing, "remaining": remaining, "consumed": consumed, "produced": consumed}

    return Fit(fitness, part, whole, part == 0, told)


def _aligned(events: Compared, log_move: float, model_move: float) -> tuple[Fit, Places]:
    """The fit, and for each event of each variant the step it serves, or -1."""
    wanted = events.wanted
    codes, offsets = events.paths
    costs, served = cheapest_alignments(
        offsets, codes, wanted.steps, wanted.distances, wanted.ending, log_move, model_move
    )
    whole = np.diff(offsets).astype(np.float64) * log_move + float(wanted.ending[0]) * model_move
    fitness = np.where(whole > 0, 1 - costs / np.where(whole > 0, whole, 1), 1.0)

    @cache
    def moves() -> tuple[Places, Places]:
        owner = np.repeat(np.arange(len(costs)), np.diff(offsets))
        ones = np.ones(len(costs), np.int64)
        _, lacking, _ = weigh_strays(events.paths, served, wanted, (ones, ones))
        return np.bincount(owner[served < 0], minlength=len(costs)), lacking

    def told(variant: int) -> dict[str, object]:
        extra, missing = (int(one[variant]) for one in moves())
        return {"cost": tidy(float(costs[variant])), "extra_steps": extra, "missing_steps": missing}

    return Fit(fitness, costs, whole, costs == 0, told), served


def _reached(journeys: Journeys, goal: Condition | None) -> Places:
    """1 for each unit that reaches the goal."""
    if goal is None:
        return np.zeros(journeys.size, np.int64)
    return (first_event(journeys.offsets, journeys.mask(goal)) >= 0).astype(np.int64)


def _answer(events: Compared, fit: Fit, *, skip_unknown: bool) -> Answer:
    journeys, variants, wanted = events.journeys, events.variants, events.wanted
    escapes = escapes_of(events.paths, wanted.steps, wanted.follows, wanted.wide, skip_unknown=skip_unknown)
    next_allowed, next_escaped = (one.astype(np.float64) for one in escapes)
    many, mine = variants.counts, variants.of_unit
    everybody = np.arange(journeys.size)
    result: dict[str, object] = {
        "log_fitness": _kept(fit.part, fit.whole, many) if journeys.size else None,
        "average_fitness": ratio(_sum(fit.fitness, many), journeys.size),
        "fitting_share": ratio(int(many[fit.fits].sum()), journeys.size),
        "precision": _kept(next_escaped, next_allowed, many) if next_allowed.any() else None,
    }
    if journeys.listing:
        result["per_customer"] = _per_customer(journeys, fit, mine)
    facts: dict[str, Callable[[], Fact]] = {
        "log_fitness": lambda: _kept_of(journeys, everybody, fit.part[mine], fit.whole[mine]),
        "average_fitness": lambda: mean_of(journeys, everybody, fit.fitness[mine], journeys.size),
        "fitting_share": lambda: share_of(journeys, np.flatnonzero(fit.fits[mine]), journeys.size),
        "precision": lambda: _kept_of(
            journeys, np.flatnonzero(next_allowed[mine]), next_escaped[mine], next_allowed[mine]
        ),
    }

    def fact(path: Path) -> Fact | None:
        name = str(path[0])
        return facts[name]() if name in facts and result[name] is not None else None

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"per_customer"}))


def _per_customer(journeys: Journeys, fit: Fit, mine: Places) -> dict[str, object]:
    told = [{"fitness": tidy(one), **fit.told(variant)} for variant, one in enumerate(fit.fitness.tolist())]
    return {who: told[variant] for who, variant in zip(journeys.ids_in_order(), mine.tolist(), strict=True)}


def _sum(values: Numbers, many: Places) -> float:
    """The sum over all journeys of something that each variant has."""
    return math.fsum(values * many)


def _kept(part: Numbers, whole: Numbers, many: Places) -> float | None:
    """1 - part / whole over all; where there is nothing at all, nothing is wrong."""
    everything = _sum(whole, many)
    return tidy(1 - _sum(part, many) / everything) if everything else 1


def _kept_of(journeys: Journeys, units: Places, part: Numbers, whole: Numbers) -> Fact:
    """The interval of a ratio of two sums, by how far each unit lies from it (linearised)."""
    here = part[units], whole[units]
    value = _kept(*here, np.ones(len(units), np.int64)) or 0.0
    middle = float(whole[units].mean()) or 1.0
    apart = (whole[units] * (1 - value) - part[units]) / middle
    return mean_of(journeys, units, value + apart, journeys.size)


def _with_deviations(answer: Answer, found: Deviations, has_goal: bool) -> Answer:
    """Adds where journeys stray, and how often those that do and those that do not reach the goal."""
    rows = found.rows(has_goal)

    def fact(path: Path) -> Fact | None:
        if path[0] != "deviations":
            return answer.fact(path)
        if len(path) != 3 or path[2] in ("kind", "step") or rows[int(path[1])][str(path[2])] is None:
            return None
        return found.fact(int(path[1]), str(path[2]))

    result = {**answer.result, "deviations": rows}
    return Answer(result, fact, entered=answer.entered, per_customer=answer.per_customer)


PARAMS = frozenset({"model", "method", "cost_log_move", "cost_model_move", "goal"})
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"model"}), keys=("kind", "step"))
