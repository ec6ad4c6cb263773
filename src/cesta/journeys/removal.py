"""Credit by removal: how much rarer conversions would be if a channel led nowhere, in a Markov chain of touches."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Answer, Fact, Path, tidy
from cesta.journeys.touches import Numbers, Touches, told_credit
from cesta.journeys.units import Journeys, Places
from cesta.kernels.absorbing import chances_of_goal
from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import student_quantile, wilson
from cesta.model.errors import CestaError

State = tuple[int, ...]
Moves = Counter[tuple[State, State]]
START: State = ()
CONVERSION: State = (-1,)
END: State = (-2,)
MOST_STATES = 1000
FOLDS, FEWER_FOLDS = 20, 5
"""How many parts are left out in turn for an interval; fewer where each takes long."""
_MANY_STATES = 100


@dataclass(frozen=True)
class Chain:
    """How often one state follows another; a state is the last touches, at most `order` of them."""

    moves: Moves
    states: list[State]
    leaving: Counter[State]
    conversions: int


def chain_of(moves: Moves) -> Chain:
    """The states met, and how often each was left."""
    states = sorted({a for a, _ in moves if a} | {b for _, b in moves if b and b[0] > 0})
    leaving: Counter[State] = Counter()
    for (a, _), count in moves.items():
        leaving[a] += count
    conversions = sum(count for (_, b), count in moves.items() if b == CONVERSION)
    return Chain(moves, states, leaving, conversions)


def removal_answer(journeys: Journeys, touches: Touches, order: int) -> Answer:
    """The credit, and the chain that it comes from."""
    chain = chain_of(_moves(touches, order, np.ones(len(touches.lengths), np.bool_)))
    if len(chain.states) > MOST_STATES:
        raise CestaError(
            "bad_value",
            f"{len(chain.states)} states are too many for a Markov chain; it takes {MOST_STATES}.",
            "Take a smaller markov_order, or a property with fewer values.",
        )
    chance, effects = effects_of(chain, len(touches.names))
    labels = {START: "path_start", CONVERSION: "conversion", END: "path_end"}
    labels |= {state: " > ".join(touches.names[code] for code in state) for state in chain.states}
    table: dict[str, dict[str, float | None]] = {}
    for (a, b), count in sorted(chain.moves.items(), key=lambda item: (labels[item[0][0]], labels[item[0][1]])):
        table.setdefault(labels[a], {})[labels[b]] = tidy(count / chain.leaving[a])
    result = told_credit(touches, credit_of(effects, chain.conversions)) | {
        "transitions": table,
        "conversion_probability": tidy(chance) if len(touches.paths) else None,
        "removal_effect": {name: tidy(float(one)) for name, one in zip(touches.names, effects, strict=True) if one},
    }
    behind = Behind(journeys, touches, order, chain, {label: state for state, label in labels.items()})
    return Answer(result, behind.fact, entered=len(touches.paths) > 0)


def effects_of(chain: Chain, channels: int) -> tuple[float, Numbers]:
    """The chance of a conversion, and for each channel the part of it that goes when the channel leads nowhere."""
    place = {state: row for row, state in enumerate([START, *chain.states])}
    shares = np.zeros((len(place), len(place)))
    goal = np.zeros(len(place))
    for (a, b), count in chain.moves.items():
        if b == CONVERSION:
            goal[place[a]] = count / chain.leaving[a]
        elif b != END:
            shares[place[a], place[b]] = count / chain.leaving[a]
    chance = float(chances_of_goal(shares, goal)[0]) if chain.moves else 0.0
    effects = np.zeros(channels)
    if chance:
        for code in {code for state in chain.states for code in state}:
            gone = [place[state] for state in chain.states if code in state]
            kept = shares.copy()
            kept[:, gone] = 0
            effects[code] = 1 - chances_of_goal(kept, goal)[0] / chance
    return chance, effects


def credit_of(effects: Numbers, conversions: int) -> Numbers:
    """All conversions, shared by effect."""
    return np.asarray(effects * conversions / (effects.sum() or 1))


def _moves(touches: Touches, order: int, kept: NDArray[np.bool_]) -> Moves:
    """The moves of these paths."""
    moves: Moves = Counter()
    ends = np.cumsum(touches.lengths).tolist()
    channels = touches.channels.tolist()
    begin = 0
    for end, converted, counts in zip(ends, touches.converted.tolist(), kept.tolist(), strict=True):
        for move in _of_path(channels[begin:end], converted, order) if counts else []:
            moves[move] += 1
        begin = end
    return moves


def _of_path(channels: list[int], converted: bool, order: int) -> list[tuple[State, State]]:
    states = [START, *(tuple(channels[max(0, at + 1 - order) : at + 1]) for at in range(len(channels)))]
    return list(zip(states, [*states[1:], CONVERSION if converted else END], strict=True))


class Behind:
    """Who stands behind the numbers of a chain, and how sure they are; worked out when asked."""

    def __init__(
        self, journeys: Journeys, touches: Touches, order: int, chain: Chain, states: dict[str, State]
    ) -> None:
        self.journeys, self.touches, self.order, self.chain, self.states = journeys, touches, order, chain, states
        self.folds = cache(self._folds)
        self.movers = cache(self._movers)

    def fact(self, path: Path) -> Fact | None:
        """The fact behind a number of the result."""
        key, touches = str(path[0]), self.touches
        if key == "conversion_probability":
            won = distinct(touches.units[touches.converted[touches.paths]])
            return self._fact(won, *wilson(int(touches.converted.sum()), len(touches.converted)))
        if key == "transitions" and len(path) == 3:
            move = self.states[str(path[1])], self.states[str(path[2])]
            low, high = wilson(self.chain.moves[move], self.chain.leaving[move[0]])
            return self._fact(np.array(sorted(self.movers()[move]), np.int64), low, high)
        if key in ("credit", "shares", "removal_effect") and len(path) == 2:
            code = touches.names.index(str(path[1]))
            return self._fact(distinct(touches.units[touches.channels == code]), *self._interval(key, code))
        return None

    def _fact(self, units: Places, low: float, high: float) -> Fact:
        return Fact(len(units), self.journeys.size, low, high, lambda: self.journeys.ids(units))

    def _movers(self) -> dict[tuple[State, State], set[int]]:
        """For each move the units that made it."""
        touches, found = self.touches, dict[tuple[State, State], set[int]]()
        ends = np.cumsum(touches.lengths).tolist()
        begin = 0
        for end, converted in zip(ends, touches.converted.tolist(), strict=True):
            for move in _of_path(touches.channels[begin:end].tolist(), converted, self.order):
                found.setdefault(move, set()).add(int(touches.units[begin]))
            begin = end
        return found

    def _folds(self) -> tuple[Numbers, Numbers]:
        """Effects and credit, each time without one part of the units."""
        many = min(FOLDS if len(self.chain.states) <= _MANY_STATES else FEWER_FOLDS, self.journeys.size)
        first = np.cumsum(self.touches.lengths) - self.touches.lengths
        part = self.touches.units[first] % many
        effects, credit = [], []
        for left_out in range(many):
            chain = chain_of(_moves(self.touches, self.order, part != left_out))
            effects.append(effects_of(chain, len(self.touches.names))[1])
            credit.append(credit_of(effects[-1], chain.conversions) * many / max(many - 1, 1))
        return np.array(effects), np.array(credit)

    def _interval(self, key: str, code: int) -> tuple[float, float]:
        """Student's, by leaving out one part of the units after another."""
        effects = effects_of(self.chain, len(self.touches.names))[1]
        credit = credit_of(effects, self.chain.conversions)
        whole = float(credit.sum()) or 1.0
        value = float({"credit": credit, "shares": credit / whole, "removal_effect": effects}[key][code])
        removed, shared = self.folds()
        if len(removed) < 2:
            return value, value
        sums = np.maximum(shared.sum(axis=1), 1e-300)
        found = {"credit": shared[:, code], "shares": shared[:, code] / sums, "removal_effect": removed[:, code]}[key]
        many = len(found)
        half = student_quantile(many - 1) * math.sqrt((many - 1) * float(found.var()))
        return max(0.0, value - half), min(value + half, math.inf if key == "credit" else 1.0)
