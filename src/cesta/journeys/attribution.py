"""Attribution: which channels earn the credit for a conversion, by one of the usual models."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Answer, Fact, Path, total_of
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.removal import removal_answer
from cesta.journeys.touches import Touches, summed, told_credit, touches_of
from cesta.journeys.units import Journeys

Numbers = NDArray[np.float64]


def _first(touches: Touches, _: int) -> Numbers:
    return np.asarray(touches.nth == 0, np.float64)


def _last(touches: Touches, _: int) -> Numbers:
    return np.asarray(touches.nth == touches.lengths[touches.paths] - 1, np.float64)


def _linear(touches: Touches, _: int) -> Numbers:
    return np.asarray(1 / touches.lengths[touches.paths])


def _u_shaped(touches: Touches, _: int) -> Numbers:
    """40 % to the first, 40 % to the last, the rest to those between; two share alike, one has all."""
    many = touches.lengths[touches.paths]
    edge = (touches.nth == 0) | (touches.nth == many - 1)
    return np.asarray(np.where(many <= 2, 1 / many, np.where(edge, 0.4, 0.2 / np.maximum(many - 2, 1))))


def _time_decay(touches: Touches, half_life: int) -> Numbers:
    """Half as much for each half-life before the conversion."""
    nearest = np.full(len(touches.lengths), np.iinfo(np.int64).max)
    np.minimum.at(nearest, touches.paths, touches.before)
    weights = np.exp2(-(touches.before - nearest[touches.paths]) / half_life)
    return np.asarray(weights / np.bincount(touches.paths, weights)[touches.paths])


def _shapley(touches: Touches, _: int) -> Numbers:
    """Each conversion shared equally by the distinct channels before it."""
    pairs = touches.paths * len(touches.names) + touches.channels
    found, first = np.unique(pairs, return_index=True)
    each = np.bincount(found // len(touches.names))
    weights = np.zeros(len(pairs))
    weights[first] = 1 / each[touches.paths[first]]
    return weights


MODELS: Mapping[str, Callable[[Touches, int], Numbers]] = {
    "first_touch": _first,
    "last_touch": _last,
    "linear": _linear,
    "u_shaped": _u_shaped,
    "time_decay": _time_decay,
    "shapley": _shapley,
}


def plan(given: Given) -> Plan:
    """Reads the question."""
    conversion, channel = given.condition("conversion"), given.text("channel")
    if not channel:
        raise bad_value("channel", channel, "the name of a property")
    model = given.choice("model", "linear", (*MODELS, "markov"))
    half_life, order = given.length("half_life", "7d"), given.number("markov_order", 1, most=10)

    def run(journeys: Journeys) -> Answer:
        touches = touches_of(journeys, conversion, channel)
        if model == "markov":
            return removal_answer(journeys, touches, order)
        return shared_answer(journeys, touches, MODELS[model](touches, half_life))

    return Plan(run=run)


def shared_answer(journeys: Journeys, touches: Touches, weights: Numbers) -> Answer:
    """Each conversion is shared among the touches before it."""
    weights = np.where(touches.converted[touches.paths], weights, 0.0)
    credit = summed(touches.channels, weights, len(touches.names))

    def fact(path: Path) -> Fact | None:
        if path[0] not in ("credit", "shares"):
            return None
        mine = (touches.channels == touches.names.index(str(path[1]))) & (weights > 0)
        values = summed(touches.units[mine], weights[mine], journeys.size)
        units = np.flatnonzero(values)
        whole = total_of(journeys, units, values[units], journeys.size)
        scale = 1.0 if path[0] == "credit" else float(touches.converted.sum())
        return Fact(whole.n, whole.of, whole.low / scale, whole.high / scale, whole.ids)

    return Answer(told_credit(touches, credit), fact, entered=len(touches.paths) > 0)


PARAMS = frozenset({"conversion", "channel", "model", "half_life", "markov_order"})
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"conversion", "channel"}))
