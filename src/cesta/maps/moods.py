"""How the mood of a map, a stage or a touchpoint has gone month by month, and how segments differ in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from cesta.maps.bind import ground
from cesta.maps.compose import Ground, Picked, customers_of, span_of
from cesta.maps.mixed import Mask, Rows, mood
from cesta.maps.trend import last_day
from cesta.maps.view import Emotion
from cesta.model.calendar import edges_until, first_day
from cesta.model.errors import unknown
from cesta.model.shape import say
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MoodMonth:
    """The mood of a month; its value is None where too few said anything: a gap."""

    start: str
    end: str
    emotion: Emotion


@dataclass(frozen=True, slots=True)
class SegmentMood:
    segment: str
    name: str
    emotion: Emotion


@dataclass(frozen=True, slots=True)
class MoodsView:
    """part: a stage's or touchpoint's id; None for the whole map. months: over all that is known, oldest first.

    segments: in the picked period, those with anybody who said anything.
    """

    map: str
    part: str | None
    months: tuple[MoodMonth, ...]
    segments: tuple[SegmentMood, ...]


def moods(workspace: Workspace, map_id: str, part: str | None, picked: Picked) -> MoodsView:
    """Raises as the map's view does, and unknown_touchpoint."""
    return moods_of(ground(workspace, map_id), part, picked)


def moods_of(given: Ground, part: str | None, picked: Picked) -> MoodsView:
    """The moods of a part of the map."""
    rows, everyone = _rows(given, part), customers_of(given, picked.segment or given.document.segment)
    span = span_of(given, picked)
    inside = (given.moods.time[rows] >= span.start) & (given.moods.time[rows] < span.end)
    found = []
    for segment, mask in given.members.items():
        hers = rows[inside & mask[given.moods.customer[rows]]]
        if len(hers):
            name = say(given.near.segments[segment].name, picked.language) or segment
            found.append(SegmentMood(segment, name, mood(given.moods, hers, given.min_n, None)))
    return MoodsView(given.document.id, part, tuple(_months(given, rows, everyone)), tuple(found))


def _rows(given: Ground, part: str | None) -> Rows:
    """What was told of this part."""
    places = [place for place, (stop, stage) in enumerate(zip(given.trace.ids, given.trace.stage_of, strict=True))
              if part in (None, stop, given.document.stages[int(stage)].id)]  # fmt: skip
    stages = [stage.id for stage in given.document.stages]
    if part is not None and part not in (*given.trace.ids, *stages):
        raise unknown("unknown_touchpoint", "touchpoint", part, given.trace.ids)
    return np.flatnonzero(np.isin(given.moods.place, places))


def _months(given: Ground, rows: Rows, everyone: Mask) -> list[MoodMonth]:
    told, zone = given.moods, given.trace.zone
    rows = rows[everyone[told.customer[rows]]]
    if not len(rows):
        return []
    times = told.time[rows]
    return [
        MoodMonth(
            start=first_day(start, "day", zone).isoformat(),
            end=last_day(end, zone),
            emotion=mood(told, rows[(times >= start) & (times < end)], given.min_n, None),
        )
        for start, end in pairwise(edges_until(int(times.min()), int(times.max()), "month", zone))
    ]
