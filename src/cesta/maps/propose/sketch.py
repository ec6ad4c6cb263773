"""Draws a first map from the events alone: which belong, in which order, in which stages, from where to where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.maps.propose.choosing import chosen, fitted
from cesta.maps.propose.cutting import stages_of
from cesta.maps.propose.draft import Draft, Why
from cesta.maps.propose.goal import finals_of, goal_of
from cesta.maps.propose.kinds import Kind, kinds_of, places, whole_of
from cesta.maps.propose.meanings import dictionary
from cesta.maps.propose.naming import named, title_of
from cesta.maps.propose.order import Ways, in_order, ways
from cesta.maps.propose.rhythm import Rhythm, rhythm
from cesta.maps.propose.split import split
from cesta.maps.propose.stops import Maker
from cesta.model.errors import CestaError
from cesta.store.columns import Columns

MANY = 0.2
"""What so many customers met can begin the journeys of a map."""
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
    plain = kinds_of(columns)
    beat = _called(rhythm(columns), plain, columns)
    journey = beat.journeys(columns)
    kinds = split(plain, columns, journey)
    inside = np.where(journey >= 0, places(kinds, columns), -1)
    whole = _seen(kinds, inside, columns, journey, beat.visits(columns))
    choice = chosen(kinds, whole.found)
    shown = [kinds[place] for place in choice.shown]
    renumbered = np.full(len(kinds) + 1, -1, dtype=np.int64)
    renumbered[choice.shown] = np.arange(len(shown))
    seen = _seen(shown, renumbered[whole.place], columns, journey, beat.visits(columns))
    order = _bands_in_row(in_order(seen.found, [_usual(kind) for kind in shown]), shown)
    goal = goal_of(shown, seen.found, order)
    aim = None if goal is None else whole_of(shown[goal])
    worth = [choice.worth[place] for place in choice.shown]
    stages, gone = fitted(stages_of(shown, seen.found, order, goal), dict(enumerate(worth)))
    rank = {place: at / max(1, len(order) - 1) for at, place in enumerate(order)}
    maker = Maker(columns, tuple(channels))
    stops = maker.unlike(
        [
            maker.stop(kind, seen.place == place, _why(place, kind, seen.found, goal), rank[place])
            for place, kind in enumerate(shown)
        ]
    )
    ranked = sorted(choice.left, key=lambda place: (-int(whole.found.reached[place]), place))
    aside = [replace(stops[place], reason="no_room") for place in gone]
    aside += [maker.stop(kinds[place], whole.place == place, "frequent", 0.5, choice.left[place]) for place in ranked]
    counted = {stop.id: int(seen.found.reached[place]) for place, stop in enumerate(stops)}
    return Draft(
        id=map_id,
        title=title_of(aim, [stop.kinds[0] for stop in stops]),
        finals=tuple(finals_of(shown, seen.found)) if beat.once and len(shown) > 1 else (),
        starts=beat.calls or _starts(shown, seen.found),
        rhythm=beat,
        goal=aim,
        stages=named([[stops[place] for place in stage] for stage in stages], counted),
        aside=tuple(aside),
    )


def _called(beat: Rhythm, kinds: Sequence[Kind], columns: Columns) -> Rhythm:
    """With customers who never fall silent, journeys begin with what calls them, if many are called."""
    if beat.after is None:
        return beat
    calls = tuple(name for kind in kinds if kind.stage == "hear" for name in kind.events)
    codes = [code for code, name in enumerate(columns.names) if name in calls]
    people = len(distinct(columns.owners()[np.isin(columns.codes, codes)]))
    return replace(beat, calls=calls) if people >= MANY * len(columns.customers) else beat


def _seen(kinds: list[Kind], place: Places, columns: Columns, journey: Places, visit: Places) -> _Seen:
    return _Seen(kinds, place, ways(place, columns.times, journey, visit, len(kinds)))


def _bands_in_row(order: Sequence[int], kinds: Sequence[Kind]) -> list[int]:
    """Small, usual and large ones of one thing, and parts in no order, keep the order they were given."""
    found = list(order)
    for events in {kind.events for kind in kinds if kind.in_row}:
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
