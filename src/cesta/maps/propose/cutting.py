"""Cutting the customer's order into stages: where the meaning changes, the flow thins or much time goes by."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.meanings import BESIDE
from cesta.maps.propose.order import Ways, sureness

FEWEST, MOST = 3, 7
ANOTHER = 0.45
"""What a cut must be worth."""
NEVER = 9.0
"""Parts of one thing stay together."""
ROOM = 4
"""So many touchpoints a stage holds easily."""
SLIGHT = 0.4
"""What a stage that nobody reached would cost."""
STRAY = 0.3
"""What is further from its like than this part of the whole way stays where it is, if its place is so sure."""
SURE = 0.4
APART = 0.4
SURELY_AFTER = 0.65
Table = NDArray[np.float64]


def stages_of(kinds: Sequence[Kind], found: Ways, order: Sequence[int], goal: int | None) -> list[list[int]]:
    """The kinds, parted into stages, both in the customer's order.

    Kinds of one meaning are drawn together to the middle of theirs. What may happen anywhere joins the stage that leads
    to it most often.
    """
    own = [place for place in order if not _is_beside(kinds[place], place, found, goal)]
    if not own:
        own = list(order)
    ranked = _together(kinds, found, own)
    stages = _cut(ranked, _worth(kinds, found, ranked), _slight(found, ranked), _fewest(kinds, ranked))
    stages = _goal_apart(stages, found, goal)
    rank = {place: at for at, place in enumerate(order)}
    for place in order:
        if place not in own:
            stages[_host(place, stages, found, rank)].append(place)
    return [_settled(stage, rank, own) for stage in stages]


def _goal_apart(stages: list[list[int]], found: Ways, goal: int | None) -> list[list[int]]:
    """A goal that few of its stage come to is a stage of its own, right after: how many come on is what matters."""
    for at, stage in enumerate(stages):
        if goal in stage and len(stage) > 1:
            most = max(int(found.reached[place]) for place in stage)
            if found.reached[goal] < APART * most and len(stages) < MOST:
                return [*stages[:at], [place for place in stage if place != goal], [goal], *stages[at + 1 :]]
    return stages


def _settled(stage: list[int], rank: dict[int, int], own: list[int]) -> list[int]:
    """In the customer's order, what happens beside it last."""
    return sorted(stage, key=lambda place: (place not in own, rank[place]))


def _is_beside(kind: Kind, place: int, found: Ways, goal: int | None) -> bool:
    if kind.stage not in BESIDE:
        return False
    if kind.stage not in ("help", "leave") or goal is None:
        return True
    after, both = found.before[goal, place], found.before[goal, place] + found.before[place, goal]
    return bool(both < 5 or after / both < SURELY_AFTER)


def _together(kinds: Sequence[Kind], found: Ways, order: Sequence[int]) -> list[int]:
    """The order with those of one meaning side by side, at the place of their middle journey; strays stay astray."""
    rank, sure = {place: at for at, place in enumerate(order)}, sureness(found)
    middle: dict[str, float] = {}
    for stage in {kinds[place].stage for place in order} - {None}:
        mates = [place for place in order if kinds[place].stage == stage]
        weights = np.cumsum([found.reached[place] + 1e-9 for place in mates])
        middle[str(stage)] = rank[mates[int(np.searchsorted(weights, weights[-1] / 2))]]

    def key(place: int) -> tuple[float, str, int]:
        stage = kinds[place].stage or ""
        at = middle.get(stage, rank[place])
        astray = abs(at - rank[place]) > STRAY * len(order) and sure[place] > SURE
        return (rank[place], "", rank[place]) if astray else (at, stage, rank[place])

    return sorted(order, key=key)


def _worth(kinds: Sequence[Kind], found: Ways, ranked: Sequence[int]) -> list[float]:
    """What a cut between each two neighbours is worth."""
    worth = []
    for left, right in pairwise(ranked):
        one, other = kinds[left].stage, kinds[right].stage
        if kinds[left].in_row and kinds[left].events == kinds[right].events:
            worth.append(-NEVER)
            continue
        meaning = 0.0 if one is None or other is None else (1.2 if one != other else -1.5)
        joint = found.flow[left, right] + found.flow[right, left]
        least = max(
            1.0, min(found.flow[left].sum() + found.ends[left], found.flow[:, right].sum() + found.begins[right])
        )
        thin = 1 - min(1.0, float(joint / least))
        longer = math.log10((found.waited[right] + 60) / (found.waited[left] + 60))
        worth.append(meaning + 0.8 * thin + 0.5 * min(1.0, max(0.0, longer)))
    return worth


def _slight(found: Ways, ranked: Sequence[int]) -> list[float]:
    """For each, how few journeys have it: a stage of hardly anybody says little."""
    return [1 - float(found.reached[place]) / max(1, found.journeys) for place in ranked]


def _fewest(kinds: Sequence[Kind], ranked: Sequence[int]) -> int:
    """Three stages, but no more than there are meanings; what has none is one by itself."""
    return min(FEWEST, len({kinds[place].stage or str(place) for place in ranked}))


def _cut(ranked: list[int], worth: list[float], slight: list[float], fewest: int) -> list[list[int]]:
    """The cuts whose worth is highest, less a price for each and for crowded or slight stages; at most seven."""
    size = len(ranked)
    most = min(MOST, size)
    best = {(0, 0): (0.0, [0])}
    for stages in range(1, most + 1):
        for end in range(stages, size + 1):
            choices = []
            for begin in range(stages - 1, end):
                if (stages - 1, begin) in best:
                    value, cuts = best[stages - 1, begin]
                    gain = worth[begin - 1] - ANOTHER if begin else 0.0
                    cost = _crowd(end - begin) + SLIGHT * min(slight[begin:end])
                    choices.append((value + gain - cost, [*cuts, end]))
            if choices:
                best[stages, end] = max(choices, key=lambda choice: choice[0])
    whole = [best[stages, size] for stages in range(fewest, most + 1)]
    cuts = max(whole, key=lambda choice: choice[0])[1]
    return [ranked[begin:end] for begin, end in pairwise(cuts)]


def _crowd(size: int) -> float:
    return 0.12 * max(0, size - ROOM) ** 2


def _host(place: int, stages: Sequence[Sequence[int]], found: Ways, rank: dict[int, int]) -> int:
    """The stage from which journeys come to it most readily; the nearest in order when none does."""
    readily = []
    for at, stage in enumerate(stages):
        leaving = max(1.0, float(found.flow[list(stage)].sum()))
        near = -min(abs(rank[place] - rank[one]) for one in stage)
        readily.append((float(found.flow[list(stage), place].sum()) / leaving, near, -at))
    return -max(readily)[2]
