"""Why a customer is in a segment at a moment, or is not: each part of the rule, and the events that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cesta.model.calendar import zone_named
from cesta.model.event import Event
from cesta.model.instant import show_instant
from cesta.segments.chain import ends_of, places_of
from cesta.segments.evidence import events_of
from cesta.segments.histories import Places, histories
from cesta.segments.meets import Look
from cesta.segments.sentence import show_rule
from cesta.segments.shelf import load_all, rules_of
from cesta.segments.tree import All, Amount, Any, Did, InSegment, Moment, Not, Rule, Share, Trait
from cesta.segments.tree import Sequence as Steps
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

SHOWN = 20
"""Events shown of each part: the latest."""


@dataclass(frozen=True, slots=True)
class Witness:
    """An event that a part of a rule rests on. source and message_id name it for ever."""

    time: str
    event: str
    source: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a rule, whether it holds, and the latest events that it rests on. count: how many there are in all."""

    rule: str
    met: bool
    count: int
    events: tuple[Witness, ...]
    parts: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Whether a customer is in a segment at a moment, and why. seen: whether anything was known of her by then.

    until: when time alone may change it next; None: never.
    """

    segment: str
    customer: str
    at: str
    member: bool
    seen: bool
    until: str | None
    reason: Reason


def why(workspace: Workspace, segment_id: str, customer: str, at: int) -> Why:
    """Raises unknown_segment, unknown_customer, bad_segment, segment_cycle."""
    rules = rules_of(load_all(workspace), segment_id)
    events = events_of(workspace, customer)
    columns = from_events(events)
    zone = zone_named(workspace.settings.timezone)
    look = Look(histories(columns, np.zeros(1, np.int64)), at, rules, zone)
    met, until = look.segment(segment_id)
    return Why(
        segment=segment_id,
        customer=customer,
        at=show_instant(at),
        member=bool(met[0]),
        seen=events[0].time <= at,
        until=show_instant(int(until[0])) if until[0] < LATEST else None,
        reason=reason_of(look, rules[segment_id], events, rules),
    )


LATEST = 253_402_300_800_000_000
"""The end of the calendar, in microseconds."""


def reason_of(look: Look, rule: Rule, events: Sequence[Event], rules: Mapping[str, Rule]) -> Reason:
    """Why one customer meets a rule or not; `events` are hers, in the order of the histories."""
    met = bool(look.meets(rule)[0][0])
    parts: tuple[Rule, ...] = ()
    match rule:
        case Not(item):
            parts = (item,)
        case All(items) | Any(items):
            parts = items
        case InSegment(name):
            parts = (rules[name],)
    rows = _rows(look, rule).tolist()
    shown = tuple(_witness(events[row]) for row in rows[-SHOWN:])
    return Reason(show_rule(rule), met, len(rows), shown, tuple(reason_of(look, each, events, rules) for each in parts))


def _rows(look: Look, rule: Rule) -> Places:
    """The events that a part of a rule rests on."""
    match rule:
        case Did(what=what, window=window):
            return look.inside(look.rows(what), window)
        case Share(what=what, of=of, window=window):
            return np.intersect1d(look.inside(look.rows(of), window), look.rows(what))
        case Amount(of=of, window=window, name=name):
            rows = look.inside(look.rows(of), window)
            column = look.histories.columns.props.get(name)
            return rows[:0] if column is None else rows[column.codes[rows] >= 0]
        case Moment(which, what):
            return look.outermost(look.rows(what), which)
        case Trait():
            return look.trait_rows(rule)
        case Steps():
            return _chain(look, rule)
        case _:
            return np.zeros(0, np.int64)


def _chain(look: Look, rule: Steps) -> Places:
    """The latest events that make up the sequence."""
    rows, events = look.sequence_events(rule)
    ends, links = ends_of(events, rule.steps, look.at)
    last = np.flatnonzero(ends)
    past = rows[look.histories.columns.times[rows] <= look.at]
    return past[places_of(links, rule.steps, events, int(last[-1]))] if len(last) else past[:0]


def _witness(event: Event) -> Witness:
    return Witness(show_instant(event.time), event.name, event.source, event.message_id)
