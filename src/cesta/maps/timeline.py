"""One customer's events in order of time, as a map sees them, and where she is on every map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cesta.maps.behind import Outcome, journey_item, outcome_of
from cesta.maps.document import MapDocument, load
from cesta.maps.library import names
from cesta.maps.trace import Trace, trace
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.profiles.mood import mood, scales
from cesta.profiles.profile import Known, known
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace

MOST = 2000


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """touchpoint, stage: their names on the map. journey: its number, None outside. assumed: only the day is known.

    mood: from −2 to +2, as she said herself; None where she said nothing.
    """

    time: str
    event: str
    channel: str | None
    touchpoint: str | None
    stage: str | None
    journey: int | None
    properties: Mapping[str, Value]
    assumed: bool
    mood: float | None


@dataclass(frozen=True, slots=True)
class TimelineJourney:
    """One of her journeys, numbered from 1."""

    number: int
    started: str
    ended: str | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """Where she is on a map: the touchpoint and the stage she touched last in her latest journey, and when."""

    map: str
    title: str
    stage: str | None
    touchpoint: str | None
    time: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Timeline:
    """total: how many events she has; `events` are the newest of them. first, last: None where there is none."""

    customer: str
    map: str | None
    title: str | None
    first: str | None
    last: str | None
    total: int
    journeys: tuple[TimelineJourney, ...]
    events: tuple[TimelineEvent, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Her events as a map sees them."""

    document: MapDocument
    trace: Trace
    lang: str


def timeline(
    workspace: Workspace, customer: str, *, map_id: str | None = None, lang: str = "en", limit: int = MOST
) -> Timeline:
    """All that the customer with this id did, the newest `limit` events of it. Raises unknown_customer, unknown_map,
    bad_map."""
    her = known(workspace, customer)
    seen = _seen(workspace, her, map_id, lang) if map_id is not None else None
    columns = seen.trace.columns if seen else her.columns
    total, felt = len(columns.times), scales(workspace.snapshot())
    return Timeline(
        customer=her.customer,
        map=map_id,
        title=say(seen.document.title, lang) if seen else None,
        first=show_instant(int(columns.times[0])) if total else None,
        last=show_instant(int(columns.times[-1])) if total else None,
        total=total,
        journeys=_journeys(seen.trace) if seen else (),
        events=tuple(_event(columns, row, seen, felt) for row in range(max(0, total - max(limit, 0)), total)),
        standings=_standings(workspace, her, lang),
    )


def _seen(workspace: Workspace, her: Known, map_id: str, lang: str) -> _Seen:
    """Her events on a map: journeys are cut customer by customer, so nobody else's need be looked at."""
    document = load(workspace, map_id)
    return _Seen(document, trace(document, her.columns, zone_named(workspace.settings.timezone), her.now), lang)


def _journeys(found: Trace) -> tuple[TimelineJourney, ...]:
    items = ((journey, journey_item(found, journey)) for journey in range(len(found.started)))
    return tuple(
        TimelineJourney(journey + 1, show_instant(int(found.started[journey])), item.ended, outcome_of(found, journey))
        for journey, item in items
    )


def _standings(workspace: Workspace, her: Known, lang: str) -> tuple[Standing, ...]:
    found = []
    for map_id in names(workspace, "map"):
        try:
            standing = _standing(_seen(workspace, her, map_id, lang), map_id)
        except CestaError:
            continue  # a map that cannot be read is told where maps are listed
        if standing is not None:
            found.append(standing)
    return tuple(found)


def _standing(seen: _Seen, map_id: str) -> Standing | None:
    found = seen.trace
    if not len(found.started):
        return None
    journey = len(found.started) - 1
    rows = [row for row in range(len(found.touch)) if found.journey[row] == journey]
    touched = [row for row in rows if found.touch[row] >= 0]
    row = touched[-1] if touched else rows[-1]
    touchpoint, stage = _names(seen, row)
    title = say(seen.document.title, seen.lang) or map_id
    return Standing(
        map_id, title, stage, touchpoint, show_instant(int(found.columns.times[row])), outcome_of(found, journey)
    )


def _names(seen: _Seen, row: int) -> tuple[str | None, str | None]:
    """The touchpoint and the stage of an event."""
    place = int(seen.trace.touch[row])
    if place < 0:
        return None, None
    stage = seen.document.stages[int(seen.trace.stage_of[place])]
    return say(seen.document.touchpoints[place].name, seen.lang), say(stage.name, seen.lang)


def _event(columns: Columns, row: int, seen: _Seen | None, felt: Mapping[str, tuple[float, float]]) -> TimelineEvent:
    properties = {
        name: column.values[column.codes[row]] for name, column in columns.props.items() if column.codes[row] >= 0
    }
    own = properties.get("channel")
    channel = own if isinstance(own, str) else None
    touchpoint = stage = journey = None
    if seen is not None:
        touchpoint, stage = _names(seen, row)
        journey = int(seen.trace.journey[row]) + 1 if seen.trace.journey[row] >= 0 else None
        if touchpoint is not None:
            channel = seen.document.touchpoints[int(seen.trace.touch[row])].channel
    return TimelineEvent(
        time=show_instant(int(columns.times[row])),
        event=columns.names[columns.codes[row]],
        channel=channel,
        touchpoint=touchpoint,
        stage=stage,
        journey=journey,
        properties=properties,
        assumed=bool(columns.assumed[row]) if columns.assumed is not None else False,
        mood=mood(properties, felt),
    )
