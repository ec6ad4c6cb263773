"""Draws a first map from the events alone: which belong, in which order, in which stages, from where to where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.maps.propose.cutting import stages_of
from cesta.maps.propose.draft import Draft, Reason, Why
from cesta.maps.propose.goal import goal_of
from cesta.maps.propose.kinds import Kind, kinds_of, places
from cesta.maps.propose.meanings import dictionary
from cesta.maps.propose.naming import named, title_of
from cesta.maps.propose.order import Ways, in_order, ways
from cesta.maps.propose.rhythm import rhythm
from cesta.maps.propose.split import split
from cesta.maps.propose.stops import Maker
from cesta.model.errors import CestaError
from cesta.store.columns import Columns

MOST_STOPS = 16
"""More would not be read on one screen."""
RARE = 0.01
"""What fewer journeys have is left out, unless there are hardly any journeys."""
SMALL = 100
TELLING = frozenset({"trouble", "help", "return"})
TELLS_MUCH = 0.4
"""What a goal, trouble or a return tells beyond the number of those who meet it."""
ENOUGH = 0.98
"""So many journeys must begin with one of the events that begin journeys."""
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The kinds there are, each event's kind, and how they follow each other."""

    kinds: list[Kind]
    place: Places
    found: Ways


def sketch(columns: Columns, channels: Sequence[str], map_id: str = "first-map") -> Draft:
    """The map that these events propose. Raises too_little when there are none."""
    if not len(columns.codes):
        raise CestaError("too_little", "There are no events to draw a map from.", "Load a file, or send some events.")
    beat = rhythm(columns)
    journey = beat.journeys(columns)
    kinds = split(kinds_of(columns), columns, journey)
    whole = _seen(kinds, places(kinds, columns), columns, journey, beat.visits(columns))
    chosen, left = _chosen(whole)
    shown = [whole.kinds[one] for one in chosen]
    renumbered = np.full(len(kinds) + 1, -1, dtype=np.int64)
    renumbered[chosen] = np.arange(len(chosen))
    seen = _seen(shown, renumbered[whole.place], columns, journey, beat.visits(columns))
    order = _bands_in_row(in_order(seen.found, [_usual(kind) for kind in shown]), shown)
    goal = goal_of(shown, seen.found, order)
    stages = stages_of(shown, seen.found, order, goal)
    rank = {place: at / max(1, len(order) - 1) for at, place in enumerate(order)}
    maker = Maker(columns, tuple(channels))
    stops = maker.unlike(
        [
            maker.stop(kind, seen.place == place, _why(place, kind, seen.found, goal), rank[place])
            for place, kind in enumerate(shown)
        ]
    )
    aside = [maker.stop(whole.kinds[place], whole.place == place, "frequent", 0.5, reason) for place, reason in left]
    counted = {stop.id: int(seen.found.reached[place]) for place, stop in enumerate(stops)}
    return Draft(
        id=map_id,
        title=title_of(shown[goal] if goal is not None else None),
        starts=_starts(shown, seen.found),
        rhythm=beat,
        goal=shown[goal] if goal is not None else None,
        stages=named([[stops[place] for place in stage] for stage in stages], counted),
        aside=tuple(aside),
    )


def _seen(kinds: list[Kind], place: Places, columns: Columns, journey: Places, visit: Places) -> _Seen:
    return _Seen(kinds, place, ways(place, columns.times, journey, visit, len(kinds)))


def _chosen(seen: _Seen) -> tuple[list[int], list[tuple[int, Reason]]]:
    """Which kinds are drawn, and why the others are not; if all are technical or rare, they are all there is."""
    reached, total = seen.found.reached, max(1, seen.found.journeys)
    few = total < SMALL
    left: list[tuple[int, Reason]] = []
    wanted: list[int] = []
    for place, kind in enumerate(seen.kinds):
        if kind.technical:
            left.append((place, "technical"))
        elif reached[place] < (RARE if kind.stage not in TELLING else RARE / 4) * total and not few:
            left.append((place, "rare"))
        else:
            wanted.append(place)
    if not wanted:
        wanted, left = [place for place, _ in left], []
    wanted.sort(key=lambda place: (-_weight(seen.kinds[place], int(reached[place]) / total), place))
    left += [(place, "no_room") for place in wanted[MOST_STOPS:]]
    left.sort(key=lambda item: (-int(reached[item[0]]), item[0]))
    return sorted(wanted[:MOST_STOPS]), left


def _weight(kind: Kind, share: float) -> float:
    """What most journeys have matters most; goals and troubles more than their share says."""
    if kind.meaning is None:
        return share
    if kind.stage in TELLING or kind.meaning.goal is not None:
        return share + TELLS_MUCH
    return share - TELLS_MUCH if kind.stage == "account" else share + 0.1


def _bands_in_row(order: Sequence[int], kinds: Sequence[Kind]) -> list[int]:
    """Small, usual and large ones of one thing keep that order among themselves."""
    found = list(order)
    for events in {kind.events for kind in kinds if kind.said is not None}:
        spots = [at for at, place in enumerate(order) if kinds[place].events == events]
        for at, place in zip(spots, sorted(order[at] for at in spots), strict=True):
            found[at] = place
    return found


def _usual(kind: Kind) -> int | None:
    place = dictionary().places.get(kind.stage or "")
    return place.order if place else None


def _why(place: int, kind: Kind, found: Ways, goal: int | None) -> Why:
    if place == goal:
        return "goal"
    if found.begins[place] > 0.2 * found.journeys:
        return "begins"
    if kind.stage == "trouble":
        return "trouble"
    return "frequent" if found.reached[place] > 0.2 * found.journeys or kind.meaning is None else "known"


def _starts(kinds: Sequence[Kind], found: Ways) -> tuple[str, ...]:
    """The names of the events that nearly all journeys begin with, the most frequent first."""
    ranked = sorted(range(len(kinds)), key=lambda place: (-int(found.begins[place]), place))
    names: list[str] = []
    seen = 0
    for place in ranked:
        if names and (seen >= ENOUGH * found.journeys or not found.begins[place]):
            break
        seen += int(found.begins[place])
        names += [name for name in kinds[place].events if name not in names]
    return tuple(names)
