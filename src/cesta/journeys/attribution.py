"""Attribution: which channels earn the credit for a conversion, by one of the usual models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Answer, Fact, Path, tidy, total_of
from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition
from cesta.kernels.absorbing import chances_of_goal
from cesta.model.errors import CestaError

Numbers = NDArray[np.float64]
MOST_STATES = 1000


@dataclass(frozen=True)
class Touches:
    """All touches, path by path: what a customer met up to a conversion, or since the last one.

    `before`: microseconds until the conversion. A conversion that no touch came before earns no credit.
    """

    channels: Places
    names: tuple[str, ...]
    units: Places
    paths: Places
    converted: NDArray[np.bool_]
    before: Places

    @property
    def lengths(self) -> Places:
        return np.bincount(self.paths)

    @property
    def nth(self) -> Places:
        """The place of each touch in its path, from 0."""
        ends = np.cumsum(self.lengths)
        return np.arange(len(self.paths)) - (ends - self.lengths)[self.paths]


def touches_of(journeys: Journeys, conversion: Condition, channel: str) -> Touches:
    """Cuts journeys after each conversion. A conversion that carries a channel is its own last touch."""
    codes, names = journeys.asked.text_codes(channel)
    channels, times, owners = codes[journeys.rows], journeys.times, journeys.unit_of_event()
    converts = journeys.mask(conversion)
    begins = np.diff(owners, prepend=-1) > 0
    begins[1:] |= converts[:-1]
    stretch = np.cumsum(begins) - 1
    done, when = np.zeros(len(begins), np.bool_), np.zeros(len(begins), np.int64)
    done[stretch[converts]], when[stretch[converts]] = True, times[converts]
    touched = np.flatnonzero(channels)
    kept, paths = np.unique(stretch[touched], return_inverse=True)
    before = np.where(done[stretch[touched]], when[stretch[touched]] - times[touched], 0)
    return Touches(channels[touched], names, owners[touched], paths.astype(np.int64), done[kept], before)


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
            return markov_answer(touches, order)
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

    return Answer(_credit(touches, credit), fact, entered=len(touches.paths) > 0)


def summed(places: Places, weights: Numbers, size: int) -> Numbers:
    """The weights that fall on each place."""
    return np.bincount(places, weights, size).astype(np.float64)


def _credit(touches: Touches, credit: Numbers) -> dict[str, object]:
    whole = float(credit.sum())
    given = {name: float(one) for name, one in zip(touches.names, credit.tolist(), strict=True) if one}
    return {
        "credit": {name: tidy(one) for name, one in given.items()},
        "shares": {name: tidy(one / whole) for name, one in given.items()},
    }


def markov_answer(touches: Touches, order: int) -> Answer:
    """Credit by removal effect: how much rarer conversions would be if a channel led nowhere."""
    moves = _moves(touches, order)
    states = sorted({a for a, _ in moves if a} | {b for _, b in moves if b and b[0] > 0})
    if len(states) > MOST_STATES:
        raise CestaError(
            "bad_value",
            f"{len(states)} states are too many for a Markov chain; it takes {MOST_STATES}.",
            "Take a smaller markov_order, or a property with fewer values.",
        )
    place = {state: row for row, state in enumerate([START, *states])}
    shares = np.zeros((len(place), len(place)))
    goal = np.zeros(len(place))
    leaving = Counter(dict.fromkeys(place, 0))
    for (a, _), count in moves.items():
        leaving[a] += count
    for (a, b), count in moves.items():
        if b == CONVERSION:
            goal[place[a]] = count / leaving[a]
        elif b != END:
            shares[place[a], place[b]] = count / leaving[a]
    chance = float(chances_of_goal(shares, goal)[0]) if len(touches.paths) else None
    effects = np.zeros(len(touches.names))
    if chance:
        for code in {code for state in states for code in state}:
            gone = [place[state] for state in states if code in state]
            kept = shares.copy()
            kept[:, gone] = 0
            effects[code] = 1 - chances_of_goal(kept, goal)[0] / chance
    credit = effects * touches.converted.sum() / (effects.sum() or 1)
    told = {START: "path_start", CONVERSION: "conversion", END: "path_end"}
    told |= {state: " > ".join(touches.names[code] for code in state) for state in states}
    table: dict[str, dict[str, float | None]] = {}
    for (a, b), count in sorted(moves.items(), key=lambda item: (told[item[0][0]], told[item[0][1]])):
        table.setdefault(told[a], {})[told[b]] = tidy(count / leaving[a])
    result = _credit(touches, credit) | {
        "transitions": table,
        "conversion_probability": tidy(chance),
        "removal_effect": {name: tidy(float(one)) for name, one in zip(touches.names, effects, strict=True) if one},
    }
    return Answer(result, entered=len(touches.paths) > 0)


State = tuple[int, ...]
START: State = ()
CONVERSION: State = (-1,)
END: State = (-2,)


def _moves(touches: Touches, order: int) -> Counter[tuple[State, State]]:
    """How often one state follows another; a state is the last touches, at most `order` of them."""
    moves: Counter[tuple[State, State]] = Counter()
    ends = np.cumsum(touches.lengths).tolist()
    channels = touches.channels.tolist()
    begin = 0
    for end, converted in zip(ends, touches.converted.tolist(), strict=True):
        state = START
        for code in channels[begin:end]:
            after = (*state, code)[-order:]
            moves[state, after] += 1
            state = after
        moves[state, CONVERSION if converted else END] += 1
        begin = end
    return moves


PARAMS = frozenset({"conversion", "channel", "model", "half_life", "markov_order"})
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"conversion", "channel"}))
