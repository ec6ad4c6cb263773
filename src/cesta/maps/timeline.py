"""One customer's events in order of time, as a map sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cesta.maps.behind import Outcome, journey_item, outcome_of
from cesta.maps.bind import ground
from cesta.maps.compose import Ground
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """touchpoint, stage: their names on the map. journey: its number, None outside. assumed: only the day is known."""

    time: str
    event: str
    channel: str | None
    touchpoint: str | None
    stage: str | None
    journey: int | None
    properties: Mapping[str, Value]
    assumed: bool


@dataclass(frozen=True, slots=True)
class TimelineJourney:
    """One of her journeys, numbered from 1."""

    number: int
    started: str
    ended: str | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Timeline:
    customer: str
    map: str | None
    title: str | None
    first: str
    last: str
    journeys: tuple[TimelineJourney, ...]
    events: tuple[TimelineEvent, ...]


def timeline(workspace: Workspace, customer: str, *, map_id: str | None = None, lang: str = "en") -> Timeline:
    """All that is known of a customer. Raises unknown_customer, unknown_map, bad_map."""
    columns = workspace.columns()
    given = ground(workspace, map_id) if map_id is not None else None
    return timeline_of(given.trace.columns if given else columns, customer, given, lang)


def timeline_of(columns: Columns, customer: str, given: Ground | None, lang: str) -> Timeline:
    """Her events and, with a map, her journeys on it."""
    place = int(np.searchsorted(np.array(columns.customers, dtype=object), customer)) if columns.customers else 0
    if place >= len(columns.customers) or columns.customers[place] != customer:
        raise CestaError("unknown_customer", f'There is no customer "{customer}".', "Ids are exact, capitals included.")
    begin, end = int(columns.offsets[place]), int(columns.offsets[place + 1])
    first_journey = int(np.searchsorted(given.trace.cut.owner, place)) if given else 0
    return Timeline(
        customer=customer,
        map=given.document.id if given else None,
        title=say(given.document.title, lang) if given else None,
        first=show_instant(int(columns.times[begin])),
        last=show_instant(int(columns.times[end - 1])),
        journeys=_journeys(given, place, first_journey) if given else (),
        events=tuple(_event(columns, row, given, first_journey, lang) for row in range(begin, end)),
    )


def _journeys(given: Ground, place: int, first: int) -> tuple[TimelineJourney, ...]:
    trace, found = given.trace, []
    for journey in range(first, int(np.searchsorted(trace.cut.owner, place + 1))):
        item = journey_item(trace, journey)
        started = show_instant(int(trace.started[journey]))
        found.append(TimelineJourney(journey - first + 1, started, item.ended, outcome_of(trace, journey)))
    return tuple(found)


def _event(columns: Columns, row: int, given: Ground | None, first_journey: int, lang: str) -> TimelineEvent:
    properties = {
        name: column.values[column.codes[row]] for name, column in columns.props.items() if column.codes[row] >= 0
    }
    own = properties.get("channel")
    touchpoint = stage = None
    channel, journey = (own if isinstance(own, str) else None), None
    if given is not None:
        trace = given.trace
        journey = int(trace.journey[row]) - first_journey + 1 if trace.journey[row] >= 0 else None
        if trace.touch[row] >= 0:
            document = given.document.touchpoints[int(trace.touch[row])]
            touchpoint, channel = say(document.name, lang), document.channel
            stage = say(given.document.stages[int(trace.stage_of[trace.touch[row]])].name, lang)
    return TimelineEvent(
        time=show_instant(int(columns.times[row])),
        event=columns.names[columns.codes[row]],
        channel=channel,
        touchpoint=touchpoint,
        stage=stage,
        journey=journey,
        properties=properties,
        assumed=bool(columns.assumed[row]) if columns.assumed is not None else False,
    )
