"""How a map's rules meet the events: names never seen, stops that nobody touches, events that two rules want."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cesta.journeys.where import mask
from cesta.maps.document import MapDocument, named
from cesta.model.calendar import zone_named
from cesta.model.duration import duration
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.model.shape import Complaint, guess, warn
from cesta.store.columns import Columns

QUIET = duration("30d")


def check_events(document: MapDocument, columns: Columns, timezone: str = "UTC") -> Iterator[Complaint]:
    """How the rules meet the events: names never seen, stops that nobody touches, events that two rules want."""
    zone, now = zone_named(timezone), columns.as_of or 0
    taken = np.full(len(columns.codes), -1, dtype=np.int64)
    overlaps: dict[tuple[int, int], int] = {}
    yield from unseen(document, columns)
    for place, touchpoint in enumerate(document.touchpoints):
        pointer = f"{touchpoint.pointer}/match"
        if touchpoint.match is None:
            continue
        try:
            met = mask(columns, touchpoint.match, zone=zone)
        except CestaError as error:
            yield Complaint(error.code, error.message, error.hint, pointer)
            continue
        for earlier, count in zip(*np.unique(taken[met & (taken >= 0)], return_counts=True), strict=True):
            overlaps[int(earlier), place] = int(count)
        taken[met & (taken < 0)] = place
        last = int(columns.times[met].max()) if met.any() else None
        if last is None or now - last > QUIET:
            when = "ever touched it" if last is None else f"has touched it since {show_instant(last)}"
            message = f'Nobody {when}: "{touchpoint.id}".'
            yield warn("unmatched_touchpoint", message, pointer, "Look at its rule, or at the source of its events.")
    for (earlier, later), count in overlaps.items():
        first, second = document.touchpoints[earlier], document.touchpoints[later]
        message = f'{count} events meet both "{first.id}" and "{second.id}"; they count at "{first.id}".'
        yield warn("overlapping_rules", message, f"{second.pointer}/match", "The first in the document wins.")


def unseen(document: MapDocument, columns: Columns) -> Iterator[Complaint]:
    """Names of events that the workspace has never seen."""
    places = [(condition, "/start") for condition in document.rules.starts]
    places += [(condition, "/end") for condition in document.rules.ends]
    if document.goal:
        places.append((document.goal.condition, "/goal"))
    for touchpoint in document.touchpoints:
        if touchpoint.match:
            places.append((touchpoint.match, f"{touchpoint.pointer}/match"))
        if touchpoint.action:
            places.append((touchpoint.action.condition, f"{touchpoint.pointer}/target_action"))
    for condition, pointer in places:
        for name in named(condition):
            if name not in columns.names:
                message = f'No event is called "{name}".'
                yield warn("unknown_event", message, pointer, guess(name, columns.names))
