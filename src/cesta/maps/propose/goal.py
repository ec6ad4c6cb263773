"""What a journey is for: what was bought, booked or joined; else what the end of most journeys tells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.meanings import BESIDE
from cesta.maps.propose.order import Ways

NEVER = BESIDE | {"return", "leave", "appeal"}
"""Nobody comes for these."""


MOST = 0.98
"""What nearly every journey has is no goal where something else can be one."""
SURER = 1.3
"""A goal without a known meaning ends its journeys so many times as often as the others do."""


FINAL = 0.97
"""What ends so many of its journeys ends a journey at once, where customers walk the way once."""
SELDOM = 0.01


def finals_of(kinds: Sequence[Kind], found: Ways) -> list[Kind]:
    """What nothing follows: a cancelled booking need not wait for silence to be over."""
    return [
        kind
        for place, kind in enumerate(kinds)
        if found.reached[place] >= SELDOM * found.journeys and found.ends[place] >= FINAL * found.reached[place]
    ]


def goal_of(kinds: Sequence[Kind], found: Ways, order: Sequence[int]) -> int | None:
    """The place of the goal among the kinds, if anything can be one.

    The best meaning of an end wins; among equals the one that more journeys reach. Without any: among the later half
    the kind that most surely ends the journeys it is in.
    """
    whole = {place: _reached_whole(place, kinds, found) for place in range(len(kinds))}
    ranked = [
        (whole[place] > MOST * found.journeys, kind.meaning.goal, -int(found.reached[place]), place)
        for place, kind in enumerate(kinds)
        if kind.meaning is not None and kind.meaning.goal is not None and found.reached[place] > 0
    ]
    if ranked:
        return min(ranked)[3]
    late = [place for place in order[len(order) // 2 :] if kinds[place].stage not in NEVER]
    best = max(late, key=lambda place: (_tells(place, found), -place), default=None)
    usual = found.journeys / max(1, int(found.reached.sum()))
    if best is None or (len(order) > 1 and found.ends[best] < SURER * usual * found.reached[best]):
        return None
    return best


def _reached_whole(place: int, kinds: Sequence[Kind], found: Ways) -> int:
    """At most so many journeys have any of the parts of this one."""
    if not kinds[place].in_row:
        return int(found.reached[place])
    return sum(int(found.reached[one]) for one, kind in enumerate(kinds) if kind.events == kinds[place].events)


def _tells(place: int, found: Ways) -> float:
    reached = int(found.reached[place])
    return float(found.ends[place]) / reached * float(np.sqrt(reached / found.journeys)) if reached else 0.0
