"""Which kinds of events belong on a first map, and why the others are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cesta.maps.propose.draft import Reason
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.order import Ways

MOST_STOPS = 18
WIDTH = 21.0
"""How wide a map may be, in stops; more would not be read on one screen."""
LEAST = 2.4
"""As wide as so many stops a stage must be for its name."""
RARE = 0.01
"""What fewer journeys have is left out, unless there are hardly any journeys."""
SMALL = 100
TELLING = frozenset({"trouble", "help", "return"})
TELLS_MUCH = 2.0
"""Trouble, help and returns tell twice as much as those who meet them are many."""
LESS = 0.8
"""How much less each further kind of a stage weighs than the one before."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Places of the kinds to draw, ascending; why each other one is left out; what each is worth drawing."""

    shown: list[int]
    left: dict[int, Reason]
    worth: Mapping[int, float]


def chosen(kinds: Sequence[Kind], found: Ways) -> Chosen:
    """The kinds worth drawing. If all are technical or rare, they are all there is."""
    total = max(1, found.journeys)
    left: dict[int, Reason] = {}
    for place, kind in enumerate(kinds):
        least = RARE / 4 if kind.stage in TELLING else RARE
        if kind.technical:
            left[place] = "technical"
        elif found.reached[place] < least * total and total >= SMALL:
            left[place] = "rare"
    if len(left) == len(kinds):
        left = {}
    wanted = [place for place in range(len(kinds)) if place not in left]
    worth = _worth(wanted, kinds, found)
    ranked = sorted(wanted, key=lambda place: (-worth[place], place))
    left |= dict.fromkeys(ranked[MOST_STOPS:], "no_room")
    return Chosen(sorted(ranked[:MOST_STOPS]), left, worth)


def _worth(wanted: Sequence[int], kinds: Sequence[Kind], found: Ways) -> dict[int, float]:
    """What each weighs; a further one of a stage a little less, so that no stage crowds another out."""
    weights = {place: _weight(kinds[place], int(found.reached[place]) / max(1, found.journeys)) for place in wanted}
    seen: dict[str, int] = {}
    worth = {}
    for place in sorted(wanted, key=lambda place: (-weights[place], place)):
        stage = kinds[place].stage or str(place)
        worth[place] = weights[place] * LESS ** seen.get(stage, 0)
        seen[stage] = seen.get(stage, 0) + 1
    return worth


def _weight(kind: Kind, share: float) -> float:
    """What most journeys have matters most; goals and troubles more than their share says."""
    if kind.meaning is None:
        return share
    if kind.meaning.goal is not None:
        return share + 1
    if kind.stage in TELLING:
        return TELLS_MUCH * share + 0.1
    return share / TELLS_MUCH if kind.stage == "account" else share + 0.1


def fitted(stages: Sequence[Sequence[int]], worth: Mapping[int, float]) -> tuple[list[list[int]], list[int]]:
    """The stages without what is worth least in the crowded ones, until all fit on one screen; and what went.

    >>> fitted([[0, 1, 2, 3], [4]], {0: 1.0, 1: 0.1, 2: 1.0, 3: 1.0, 4: 0.1})
    ([[0, 1, 2, 3], [4]], [])
    """
    found, gone = [list(stage) for stage in stages], []
    while sum(max(LEAST, len(stage)) for stage in found) > WIDTH:
        crowded = [place for stage in found if len(stage) > LEAST for place in stage]
        if not crowded:
            break
        least = min(crowded, key=lambda place: (worth[place], place))
        gone.append(least)
        found = [[place for place in stage if place != least] for stage in found]
    return found, gone
