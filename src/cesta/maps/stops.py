"""A touchpoint's numbers: who came, who stayed away, where they came from and went, and who left from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, mask
from cesta.kernels.distinct import distinct
from cesta.kernels.flow import acted
from cesta.maps.book import Book, plain
from cesta.maps.details import details
from cesta.maps.document import BarrierDoc, TouchpointDoc
from cesta.maps.trace import Trace
from cesta.maps.view import Barrier, Emotion, Fix, Step, TargetAction, TouchpointView
from cesta.model.condition import And, show
from cesta.model.errors import CestaError
from cesta.model.shape import say

MOST_STEPS = 6
"""So many ways in and out are listed at a touchpoint."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each step between two different touchpoints, once per journey."""

    journey: NDArray[np.int64]
    origin: NDArray[np.int64]
    target: NDArray[np.int64]


def pairs(trace: Trace, pool: NDArray[np.bool_]) -> Pairs:
    """The distinct steps of the journeys in the pool."""
    flow, size = trace.flow, len(trace.stage_of)
    wanted = pool[flow.journey] & (flow.origin != flow.target)
    keys = distinct((flow.journey[wanted] * size + flow.origin[wanted]) * size + flow.target[wanted])
    return Pairs(keys // (size * size), keys // size % size, keys % size)


def touchpoint_view(
    trace: Trace, book: Book, steps: Pairs, place: int, document: TouchpointDoc, language: str
) -> TouchpointView:
    """The touchpoint at this place of the map."""
    at = document.pointer
    everyone = np.ones(len(trace.won), dtype=np.bool_)
    touched, stage = trace.touched(place), int(trace.stage_of[place])
    reach = book.count(f"{at}/reach", touched, int(np.count_nonzero(book.pool)))
    name = say(document.name, language) or document.id
    return TouchpointView(
        id=document.id,
        name=name,
        short=say(document.short, language) or name,
        channel=document.channel,
        tool=document.tool,
        criticality=document.criticality,
        moment_of_truth=document.moment_of_truth,
        thinks=say(document.thinks, language),
        motivation=say(document.motivation, language),
        rule=rule_text(document.match) if document.match else "",
        reach=reach,
        share=book.share(f"{at}/share", touched, trace.reached(stage)),
        visits=plain(int(trace.flow.visits[book.pool, place].sum()), "events"),
        lost=book.count(f"{at}/lost", trace.rests_at(place) & trace.lost, reach.n),
        open=book.count(f"{at}/open", trace.rests_at(place) & trace.open, reach.n),
        goal_rate=book.share(f"{at}/goal_rate", trace.won, touched),
        goal_rate_without=book.share(f"{at}/goal_rate_without", trace.won, everyone & ~touched),
        emotion=Emotion(document.emotion, "assumed", declared=document.emotion),
        target_action=_target_action(trace, book, place, document, language),
        barriers=tuple(_barrier(barrier, language) for barrier in document.barriers),
        next=tuple(_ways(trace, book, steps, place, at, "next")),
        before=tuple(_ways(trace, book, steps, place, at, "before")),
        people=book.people(f"{at}/people", touched),
        details=details(document.data, language),
    )


def rule_text(condition: Condition) -> str:
    """A condition in words: the event, and what it asks of it."""
    parts = [condition.event or ""]
    if condition.where is not None and condition.where != And(()):
        parts.append(f"where {show(condition.where)}")
    if condition.choices is not None:
        parts.append(" or ".join(f"({rule_text(choice)})" for choice in condition.choices))
    return " ".join(part for part in parts if part) or "every event"


def _target_action(trace: Trace, book: Book, place: int, document: TouchpointDoc, language: str) -> TargetAction | None:
    action = document.action
    if action is None:
        return None
    try:
        followed = mask(trace.columns, action.condition, zone=trace.zone)
    except CestaError:
        return None  # the linter says why
    cuts = trace.cut
    times, touched = trace.columns.times, trace.touch == place
    answer = acted(cuts.first, cuts.stop, times, touched, followed, action.within, trace.now, cuts.running)
    decided = (answer == 0) | (answer == 1)
    return TargetAction(
        text=say(action.text, language) or rule_text(action.condition),
        rate=book.share(f"{document.pointer}/target_action/rate", answer == 1, decided),
        at_least=action.at_least,
    )


def _barrier(document: BarrierDoc, language: str) -> Barrier:
    fixes = (
        Fix(fix.id, say(fix.text, language) or fix.id, fix.status, fix.effort, fix.cost, fix.owner)
        for fix in document.fixes
    )
    words = say(document.text, language) or document.id
    return Barrier(document.id, words, document.evidence, document.sources, tuple(fixes))


def _ways(trace: Trace, book: Book, steps: Pairs, place: int, at: str, side: str) -> Iterator[Step]:
    """Where journeys went from here, or came from, most frequent first; their end and start are ways, too."""
    here, there = (steps.origin, steps.target) if side == "next" else (steps.target, steps.origin)
    flow = trace.flow
    border = (flow.finishes == place) & ~trace.cut.running if side == "next" else flow.begins == place
    journeys = steps.journey[here == place]
    others = there[here == place]
    counts = [(int(np.count_nonzero(others == other)), int(other)) for other in distinct(others)]
    counts.append((int(np.count_nonzero(border & book.pool)), len(trace.stage_of)))
    of = int(np.count_nonzero(trace.touched(place) & book.pool))
    ranked = sorted(((n, other) for n, other in counts if n), key=lambda way: (-way[0], way[1]))
    for row, (_, other) in enumerate(ranked[:MOST_STEPS]):
        ends = other == len(trace.stage_of)
        chosen = border if ends else _mask_of(journeys[others == other], len(trace.won))
        yield Step(None if ends else trace.ids[other], book.count(f"{at}/{side}/{row}/journeys", chosen, of))


def _mask_of(journeys: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    chosen = np.zeros(length, dtype=np.bool_)
    chosen[journeys] = True
    return chosen
