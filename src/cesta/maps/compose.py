"""Puts a whole view together from a document, its journeys and what the reader picked. No files, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from cesta.maps.asked import Answered, answered, with_answers
from cesta.maps.beside import Beside
from cesta.maps.book import Book
from cesta.maps.details import lane_rows
from cesta.maps.document import MapDocument
from cesta.maps.felt import Rows, Spoken, places_of, spoken
from cesta.maps.insight import insight
from cesta.maps.measured import map_measures, with_measures
from cesta.maps.mixed import Told, told, turns, with_moods
from cesta.maps.problems import in_order, of_error, to_problems
from cesta.maps.reviews import review_days
from cesta.maps.stages import Group, return_views, stage_views
from cesta.maps.stops import rule_text
from cesta.maps.trace import Trace, trace
from cesta.maps.tray import tray
from cesta.maps.trend import last_day, trend
from cesta.maps.view import Goal, MapView, Number, Persona, Problem, SegmentChoice
from cesta.model.calendar import day_after, first_day, midnight, zone_named
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import parse_day, show_instant, to_datetime
from cesta.model.shape import say
from cesta.segments.shelf import Members
from cesta.store.columns import Columns

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a view is worked out from, for one state of the workspace; nothing in it depends on what was picked.

    members: for each segment that could be worked out, a mask over customers; unusable: why the others could not.
    spoken: all texts, about: the touchpoint of each; None where nobody wrote anything. moods: all that tells one.
    """

    document: MapDocument
    trace: Trace
    near: Beside
    members: Mapping[str, Mask]
    unusable: Mapping[str, CestaError]
    problems: tuple[Problem, ...]
    timezone: str
    min_n: int
    generation: str
    asked: Answered
    spoken: Spoken | None
    about: Rows | None
    moods: Told


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader chose; None is what the document says."""

    segment: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Span:
    """The period: whole days, and its edges in microseconds (the end excluded)."""

    first_day: date
    last_day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A view with the book of whom its numbers count, and what both were worked out from."""

    view: MapView
    book: Book
    ground: Ground

    @property
    def trace(self) -> Trace:
        return self.ground.trace


def lay(
    document: MapDocument,
    columns: Columns,
    near: Beside,
    *,
    timezone: str = "UTC",
    min_n: int = 30,
    generation: str = "",
    problems: tuple[Problem, ...] = (),
) -> Ground:
    """Cuts and follows the journeys and works out every segment; what cannot be used becomes a problem."""
    found = trace(document, columns, zone_named(timezone))
    resolve = Members(near.segments, columns, timezone)
    members, unusable = {}, {}
    for segment_id in near.segments:
        mask = np.zeros(len(columns.customers), dtype=np.bool_)
        try:
            mask[resolve(segment_id)] = True
            members[segment_id] = mask
        except CestaError as error:
            unusable[segment_id] = error
    said = spoken(columns, near.read)
    return _ground(document, found, near, (members, unusable), problems, (timezone, min_n, generation), said)


def relay(ground: Ground, document: MapDocument, near: Beside, problems: tuple[Problem, ...]) -> Ground:
    """The same for another document of the same state of the workspace: only what its rules change is done again."""
    found = ground.trace
    if _rules(document) != _rules(ground.document):
        found = trace(document, found.columns, found.zone)
    about = ground.timezone, ground.min_n, ground.generation
    return _ground(document, found, near, (ground.members, ground.unusable), problems, about, ground.spoken)


def _rules(document: MapDocument) -> tuple[object, ...]:
    """All that the way of journeys through a map depends on."""
    stops = tuple(tuple((stop.id, stop.pointer, stop.match) for stop in stage.touchpoints) for stage in document.stages)
    return document.rules, document.goal and document.goal.condition, stops


def _ground(
    document: MapDocument,
    found: Trace,
    near: Beside,
    segments: tuple[Mapping[str, Mask], Mapping[str, CestaError]],
    problems: tuple[Problem, ...],
    about: tuple[str, int, str],
    said: Spoken | None,
) -> Ground:
    members, unusable = segments
    wrong = (*problems, *near.problems, *to_problems(document, found.problems), *map(of_error, unusable.values()))
    timezone, min_n, generation = about
    places = None if said is None else places_of(said, found.touch, found.ids)
    return Ground(
        document=document,
        trace=found,
        near=near,
        members=members,
        unusable=unusable,
        problems=in_order(dict.fromkeys(wrong)),
        timezone=timezone,
        min_n=min_n,
        generation=generation,
        asked=answered(found.columns, found.ids),
        spoken=said,
        about=places,
        moods=told(found.columns, found.touch, document.touchpoints, said, places),
    )


def compose(ground: Ground, picked: Picked, today: date, persona: Persona | None = None) -> Bound:
    """The view of what was picked."""
    document, found = ground.document, ground.trace
    segment = picked.segment or document.segment
    customers = customers_of(ground, segment)
    span = span_of(ground, picked)
    journeys_of_them = customers[found.cut.owner]
    pool = _starting(found, span) & journeys_of_them
    book = Book(pool, found.cut.owner, ground.min_n)
    groups = _groups(ground, segment, picked.language)
    stages = stage_views(found, book, document, groups, picked.language)
    stages = with_measures(stages, document, ground.near.measures, picked.language)
    stages = with_answers(stages, ground.asked, customers, (span.start, span.end), ground.min_n)
    stages = with_moods(stages, ground.moods, ground.moods.within(customers, span.start, span.end), ground.min_n)
    goal = _goal(ground, book, span, journeys_of_them, picked.language)
    everything = np.ones(len(pool), dtype=np.bool_)
    journeys, people = book.count("/journeys", everything), book.people("/people", everything)
    reviewed, due = review_days(document)
    columns = found.columns
    seen = columns.as_of is not None
    view = MapView(
        id=document.id,
        title=say(document.title, picked.language) or document.id,
        level=document.level,
        state=document.state,
        status=document.status,
        owner=document.owner,
        purpose=document.purpose,
        scenario=say(document.scenario, picked.language),
        trigger=say(document.trigger, picked.language),
        expectations=tuple(say(item, picked.language) or "" for item in document.expectations),
        reviewed=reviewed.isoformat() if reviewed else None,
        review_due=due.isoformat() if due else None,
        review_late=due is not None and today > due,
        lanes=document.lanes,
        persona=persona,
        segment=segment,
        segments=_choices(ground, book, span, picked.language),
        date_from=span.first_day.isoformat(),
        date_to=span.last_day.isoformat(),
        known_from=_day(int(columns.times.min()), ground) if seen else None,
        known_to=_day(found.now, ground) if seen else None,
        timezone=ground.timezone,
        as_of=show_instant(found.now) if seen else None,
        generation=ground.generation,
        counts="people" if journeys.n == people.n else "journeys",
        journeys=journeys,
        people=people,
        open=book.count("/open", found.open, journeys.n),
        goal=goal,
        measures=map_measures(document, goal, ground.near.measures, picked.language),
        stages=stages,
        mood=turns(stages),
        returns=return_views(found, book, stages),
        insight=insight(found, book, stages, groups),
        trend=trend(found, book, journeys_of_them),
        tray=tray(found, book, span.start, span.end, customers),
        problems=ground.problems,
        min_n=ground.min_n,
        rows=lane_rows(document.data, document.lanes, picked.language),
    )
    return Bound(view, book, ground)


def said_by(said: Spoken, customers: Mask, span: Span) -> Mask:
    """The texts that these customers wrote in the period."""
    return np.asarray(customers[said.customer] & (said.time >= span.start) & (said.time < span.end))


def span_of(ground: Ground, picked: Picked) -> Span:
    """The period picked, else the document's, else all that is known. Raises bad_time, bad_range."""
    zone, times = ground.trace.zone, ground.trace.columns.times
    known = (int(times.min()), ground.trace.now) if len(times) else (0, 0)
    first, last = (first_day(moment, "day", zone) for moment in known)
    given_first, given_last = picked.date_from or ground.document.period[0], picked.date_to or ground.document.period[1]
    first = parse_day(given_first) if given_first else first
    last = parse_day(given_last) if given_last else max(first, last)
    if first > last:
        raise CestaError("bad_range", f"The period ends before it begins: {first} … {last}.", "Swap the two days.")
    return Span(first, last, midnight(first, zone), midnight(day_after(last), zone))


def customers_of(ground: Ground, segment: str | None) -> Mask:
    if segment is None:
        return np.ones(len(ground.trace.columns.customers), dtype=np.bool_)
    if segment in ground.unusable:
        raise ground.unusable[segment]
    if segment not in ground.members:
        raise unknown("unknown_segment", "segment", segment, ground.near.segments)
    return ground.members[segment]


def _starting(found: Trace, span: Span) -> Mask:
    """Journeys that start in the period."""
    return np.asarray((found.started >= span.start) & (found.started < span.end))


def _groups(ground: Ground, chosen: str | None, language: str) -> list[Group]:
    """The segments that the map may compare: all that could be worked out, but the one picked."""
    owner = ground.trace.cut.owner
    return [
        Group(segment, say(ground.near.segments[segment].name, language) or segment, mask[owner])
        for segment, mask in ground.members.items()
        if segment != chosen
    ]


def _choices(ground: Ground, book: Book, span: Span, language: str) -> tuple[SegmentChoice, ...]:
    """Each segment with its people on this map in this period."""
    travelling = np.zeros(len(ground.trace.columns.customers), dtype=np.bool_)
    travelling[ground.trace.cut.owner[_starting(ground.trace, span)]] = True
    everybody = int(np.count_nonzero(travelling))
    choices = []
    for row, (segment, mask) in enumerate(ground.members.items()):
        here = np.flatnonzero(mask & travelling)
        document = ground.near.segments[segment]
        choices.append(
            SegmentChoice(
                id=segment,
                name=say(document.name, language) or segment,
                description=say(document.description, language),
                people=book.customers(f"/segments/{row}/people", here, everybody),
            )
        )
    return tuple(choices)


def _goal(ground: Ground, book: Book, span: Span, everyone: Mask, language: str) -> Goal | None:
    goal, found = ground.document.goal, ground.trace
    if goal is None:
        return None
    everything = np.ones(len(found.won), dtype=np.bool_)
    return Goal(
        name=say(goal.name, language) or rule_text(goal.condition),
        rate=book.share("/goal/rate", found.won, everything),
        reached=book.count("/goal/reached", found.won, int(np.count_nonzero(book.pool))),
        target=goal.target,
        previous=_previous(ground, book, span, everyone),
    )


def _previous(ground: Ground, book: Book, span: Span, everyone: Mask) -> Number | None:
    """The goal's share in the period of the same length just before; None when that was not all observed."""
    found, zone = ground.trace, ground.trace.zone
    days = (span.last_day - span.first_day).days + 1
    start = midnight(span.first_day - timedelta(days=days), zone)
    if not len(found.columns.times) or start < midnight(
        to_datetime(int(found.columns.times.min())).astimezone(zone).date(), zone
    ):
        return None
    before = (found.started >= start) & (found.started < span.start)
    return book.share("/goal/previous", found.won, before, everyone)


def _day(moment: int, ground: Ground) -> str:
    return last_day(moment + 1, ground.trace.zone)
