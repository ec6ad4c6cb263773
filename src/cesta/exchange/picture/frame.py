"""Where everything of the drawn map stands: columns of the stages, stops on the bank, heights of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from cesta.exchange.picture.lettering import wrapped
from cesta.exchange.sheet import Sheet
from cesta.maps.view import MapView, Return

RAIL, SIDE = 150.0, 20.0
LEAST_WIDTH, LEAST_PITCH = 1600.0, 66.0
STAGE_TOP = 112.0
NAME, NAME_LINE = 13.0, 15.0
RIVER_HEIGHT = 190.0
MOOD_HEIGHT = 92.0
NARROWEST = 2.4
"""Stops that a stage is at least as wide as, for its name."""
MOST_ARCS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """cols: left edge and width of each stage. names: lines of each stop's name. tracks: of each arc back, the first
    nearest to the stops. bank: y of the water. mood: y where the mood's band begins; None without one."""

    width: float
    cols: tuple[tuple[float, float], ...]
    xs: tuple[float, ...]
    pitch: float
    names: tuple[tuple[str, ...], ...]
    returns: tuple[Return, ...]
    tracks: tuple[int, ...]
    head: float
    bank: float
    k: float
    start: float
    mood: float | None
    bottom: float


def frame_of(sheet: Sheet) -> Frame:
    """The frame of a whole map."""
    view = sheet.view
    counts = [len(stage.touchpoints) for stage in view.stages]
    weights = [max(float(n), NARROWEST) for n in counts]
    width = max(LEAST_WIDTH, RAIL + SIDE + sum(weights) * LEAST_PITCH)
    unit = (width - RAIL - SIDE) / sum(weights)
    cols, x = [], RAIL
    for weight in weights:
        cols.append((x, weight * unit))
        x += weight * unit
    xs = tuple(left + wide * (j + 0.5) / n for (left, wide), n in zip(cols, counts, strict=True) for j in range(n))
    pitch = min((b - a for a, b in pairwise(xs)), default=width - RAIL)
    names = _names(sheet, pitch - 6)
    back = _returns(view)
    tracks = _tracks([_span(view, each) for each in back])
    above = 14 + 16 * (max(tracks, default=-1) + 1)
    head = STAGE_TOP + 62 + above + max(map(len, names), default=1) * NAME_LINE + 22 + 16
    start = max(view.journeys.value or 0, view.stages[0].reached.value or 0) if sheet.numbers else 0
    water = RIVER_HEIGHT if start else 0
    bank = head + 16
    has_mood = "emotion" in view.lanes and any(stop.emotion.value is not None for stop in sheet.stops)
    mood = bank + water + (64 if start else 34) if has_mood else None
    bottom = mood + MOOD_HEIGHT + 30 if mood is not None else bank + water + (64 if start else 34)
    return Frame(
        width=width,
        cols=tuple(cols),
        xs=xs,
        pitch=pitch,
        names=names,
        returns=back,
        tracks=tracks,
        head=head,
        bank=bank,
        k=water / start if start else 0,
        start=start,
        mood=mood,
        bottom=bottom,
    )


def _names(sheet: Sheet, room: float) -> tuple[tuple[str, ...], ...]:
    """All whole names if every one fits in three lines, all short ones otherwise: never a mixture."""
    whole = [wrapped(stop.name, room, NAME) for stop in sheet.stops]
    if all(len(lines) <= 3 and not any(line.endswith("…") for line in lines) for lines in whole):
        return tuple(map(tuple, whole))
    return tuple(tuple(wrapped(stop.short, room, NAME, most=3)) for stop in sheet.stops)


def _returns(view: MapView) -> tuple[Return, ...]:
    floor = max(1.0, (view.journeys.value or 0) * 0.01)
    found = [back for back in view.returns if (back.journeys.value or 0) >= floor]
    return tuple(sorted(found, key=lambda back: -(back.journeys.value or 0))[:MOST_ARCS])


def ends_of(view: MapView, back: Return) -> tuple[int, int]:
    """The last stop of the stage an arc leaves, the first of the stage it comes back to."""
    owners = [stage.id for stage in view.stages for _ in stage.touchpoints]
    leaves = max((place for place, owner in enumerate(owners) if owner == back.origin), default=0)
    return leaves, next((place for place, owner in enumerate(owners) if owner == back.target), 0)


def _span(view: MapView, back: Return) -> tuple[int, int]:
    leaves, comes = ends_of(view, back)
    return min(leaves, comes), max(leaves, comes)


def _tracks(spans: list[tuple[int, int]]) -> tuple[int, ...]:
    """Each arc on the lowest track where it touches no other; shorter arcs first, so that longer ones span them."""
    taken: list[list[tuple[int, int]]] = []
    tracks = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda each: spans[each][1] - spans[each][0]):
        low, high = spans[place]
        clashes = [any(low <= b and high >= a for a, b in track) for track in taken]
        track = max((number + 1 for number, clash in enumerate(clashes) if clash), default=0)
        while len(taken) <= track:
            taken.append([])
        taken[track].append((low, high))
        tracks[place] = track
    return tuple(tracks)
