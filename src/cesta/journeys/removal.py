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
    walks = walks_of(touches, order)
    chain = chain_of(walks.count())
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
    behind = Behind(journeys, touches, walks, chain, {label: state for state, label in labels.items()})
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


@dataclass(frozen=True)
class Walks:
    """Every path as moves from state to state, path by path: move m goes from names[m // wide] to names[m % wide]."""

    names: list[State]
    moves: Places
    paths: Places

    @property
    def wide(self) -> int:
        return len(self.names)

    def count(self, which: NDArray[np.bool_] | slice = slice(None)) -> Moves:
        """How often each of these moves was made."""
        found = np.bincount(self.moves[which], minlength=self.wide**2)
        met = np.flatnonzero(found)
        told = zip(met.tolist(), found[met].tolist(), strict=True)
        return Counter({(self.names[move // self.wide], self.names[move % self.wide]): many for move, many in told})

    def of(self, move: tuple[State, State]) -> Places:
        """The paths on which this move was made."""
        code = self.names.index(move[0]) * self.wide + self.names.index(move[1])
        return np.asarray(self.paths[self.moves == code], np.int64)


def walks_of(touches: Touches, order: int) -> Walks:
    """The paths from START by way of the states to CONVERSION or END. Raises bad_value where states are too many."""
    state, tuples = _states_of(touches, order)
    if len(tuples) > MOST_STATES:
        raise CestaError(
            "bad_value",
            f"{len(tuples)} states are too many for a Markov chain; it takes {MOST_STATES}.",
            "Take a smaller markov_order, or a property with fewer values.",
        )
    names = [START, CONVERSION, END, *tuples]
    many = len(touches.lengths)
    at = np.cumsum(touches.lengths + 1) - 1  # where each path's last move lies
    into = np.empty(len(state) + many, np.int64)
    is_last = np.zeros(len(into), np.bool_)
    is_last[at] = True
    into[~is_last] = state + 3
    into[at] = np.where(touches.converted, names.index(CONVERSION), names.index(END))
    out_of = np.concatenate(([0], into[:-1]))
    out_of[at - touches.lengths] = names.index(START)
    return Walks(names, out_of * len(names) + into, np.repeat(np.arange(many), touches.lengths + 1))


def _states_of(touches: Touches, order: int) -> tuple[Places, list[State]]:
    """The state after each touch, and what touches each state stands for."""
    channels, kinds = touches.channels, len(touches.names)
    met, state = np.unique(channels, return_inverse=True)
    tuples: list[State] = [(code,) for code in met.tolist()]
    for _ in range(order - 1):
        # one touch more to look back on, where the path has one
        earlier = np.concatenate(([0], state[:-1] + 1))
        earlier[touches.nth == 0] = 0
        found, state = np.unique(earlier * kinds + channels, return_inverse=True)
        tuples = [(*(tuples[key // kinds - 1] if key >= kinds else ()), key % kinds) for key in found.tolist()]
    return state.astype(np.int64), tuples


class Behind:
    """Who stands behind the numbers of a chain, and how sure they are; worked out when asked."""

    def __init__(
        self, journeys: Journeys, touches: Touches, walks: Walks, chain: Chain, states: dict[str, State]
    ) -> None:
        self.journeys, self.touches, self.walks, self.chain, self.states = journeys, touches, walks, chain, states
        self.folds = cache(self._folds)

    def fact(self, path: Path) -> Fact | None:
        """The fact behind a number of the result."""
        key, touches = str(path[0]), self.touches
        if key == "conversion_probability":
            won = distinct(touches.units[touches.converted[touches.paths]])
            return self._fact(won, *wilson(int(touches.converted.sum()), len(touches.converted)))
        if key == "transitions" and len(path) == 3:
            move = self.states[str(path[1])], self.states[str(path[2])]
            low, high = wilson(self.chain.moves[move], self.chain.leaving[move[0]])
            return self._fact(distinct(self._owners()[self.walks.of(move)]), low, high)
        if key in ("credit", "shares", "removal_effect") and len(path) == 2:
            code = touches.names.index(str(path[1]))
            return self._fact(distinct(touches.units[touches.channels == code]), *self._interval(key, code))
        return None

    def _fact(self, units: Places, low: float, high: float) -> Fact:
        return Fact(len(units), self.journeys.size, low, high, lambda: self.journeys.ids(units))

    def _owners(self) -> Places:
        """The unit of each path."""
        return np.asarray(self.touches.units[np.cumsum(self.touches.lengths) - self.touches.lengths], np.int64)

    def _folds(self) -> tuple[Numbers, Numbers]:
        """Effects and credit, each time without one part of the units."""
        many = min(FOLDS if len(self.chain.states) <= _MANY_STATES else FEWER_FOLDS, self.journeys.size)
        part = (self._owners() % many)[self.walks.paths]
        effects, credit = [], []
        for left_out in range(many):
            chain = chain_of(self.walks.count(part != left_out))
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
