"""A first map of a workspace with its numbers: what is proposed, why, what was left out, and how good it is."""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cesta.journeys.where import read_condition
from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import wilson
from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.lint import check_document, shelf_of
from cesta.maps.problems import to_problems
from cesta.maps.propose.choices import Choice, applied
from cesta.maps.propose.draft import Draft, Reason, Stop, Why
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.moments import Moment, moments
from cesta.maps.propose.sketch import sketch
from cesta.maps.propose.writing import condition_of, document_of, text_of
from cesta.maps.shelf import map_ids
from cesta.maps.stops import rule_text
from cesta.maps.trace import Trace
from cesta.maps.view import MapView, Number, Problem, TouchpointView
from cesta.model.duration import show_duration
from cesta.model.shape import say
from cesta.store.workspace import Workspace

Remark = Literal["few_kinds", "few_customers", "low_coverage", "outside", "no_goal", "own_words", "one_stage"]
FIRST = "first-map"
COVERED = 0.8
"""A map that shows less of the events leaves much unsaid."""
FEW_KINDS = 4


@dataclass(frozen=True, slots=True)
class ProposedStop:
    """A touchpoint with the rule that makes it. place: where in a journey it usually comes, 0 first to 1 last.

    reach: its journeys, of all; None in the tray. alternatives: other names it might have. reason: why it is left out.
    """

    id: str
    name: str
    rule: str
    channel: str | None
    events: int
    people: int
    place: float
    reach: Number | None
    share: Number | None
    why: Why
    alternatives: tuple[str, ...]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class ProposedStage:
    id: str
    name: str
    touchpoints: tuple[ProposedStop, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """coverage: share of all events that the map shows. whole: share of journeys all of whose events it shows.

    remarks: what keeps it from being as good as it could be.
    """

    coverage: Number
    whole: Number
    kinds: int
    kinds_used: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """text: the document as it would be saved. view: the map as its screen would draw it, numbers and all."""

    id: str
    title: str
    text: str
    evidence: Literal["measured"]
    starts: tuple[str, ...]
    silence: str | None
    after: str | None
    finals: tuple[str, ...]
    goal: str | None
    stages: tuple[ProposedStage, ...]
    aside: tuple[ProposedStop, ...]
    quality: Quality
    moments: tuple[Moment, ...]
    problems: tuple[Problem, ...]
    view: MapView


_KEEP = 4
_drafts: OrderedDict[tuple[str, str], Draft] = OrderedDict()
_lock = threading.Lock()


def drafted(workspace: Workspace) -> Draft:
    """The map that the events propose; worked out once for each state of the workspace."""
    key = str(workspace.root), workspace.generation()
    with _lock:
        if key not in _drafts:
            _drafts[key] = sketch(workspace.columns(), workspace.settings.channels)
            while len(_drafts) > _KEEP:
                _drafts.popitem(last=False)
        return _drafts[key]


def propose(workspace: Workspace, choices: Sequence[Choice] = (), lang: str = "en") -> Proposal:
    """The first map, changed as chosen. Raises too_little, unknown_touchpoint, unknown_stage, bad_value."""
    settings = workspace.settings
    draft = replace(applied(drafted(workspace), choices), id=free_id(map_ids(workspace)))
    document, columns = document_of(draft), workspace.columns()
    problems = to_problems(document, check_document(document, shelf_of(workspace)))
    ground = lay(
        document,
        columns,
        Beside({}),
        timezone=settings.timezone,
        min_n=settings.min_n,
        generation=workspace.generation(),
    )
    bound = compose(ground, Picked(language=lang), datetime.datetime.now(datetime.UTC).date())
    return told(draft, bound.view, bound.trace, problems, lang)


def free_id(taken: Sequence[str]) -> str:
    """first-map, or with a number where that is taken.

    >>> free_id(["first-map", "first-map-2"])
    'first-map-3'
    """
    numbers = (f"{FIRST}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (FIRST, *numbers) if name not in taken)


def told(
    draft: Draft,
    view: MapView,
    trace: Trace,
    problems: tuple[Problem, ...],
    lang: str,
) -> Proposal:
    """Draft and view put together."""
    shown = {stop.id: stop for stage in view.stages for stop in stage.touchpoints}
    troubles = {stop.id for stop in draft.stops if any(kind.stage == "trouble" for kind in stop.kinds)}
    rules = draft.rhythm
    return Proposal(
        id=draft.id,
        title=view.title,
        text=text_of(draft),
        evidence="measured",
        starts=draft.starts,
        silence=None if rules.calls else show_duration(rules.silence),
        after=None if rules.after is None else show_duration(rules.after),
        finals=tuple(say(kind.name(), lang) or kind.label for kind in draft.finals),
        goal=None if view.goal is None else view.goal.name,
        stages=tuple(
            ProposedStage(
                stage.id,
                say(stage.name, lang) or stage.id,
                tuple(_stop(stop, shown.get(stop.id), lang) for stop in stage.stops),
            )
            for stage in draft.stages
        ),
        aside=tuple(_stop(stop, None, lang) for stop in draft.aside),
        quality=_quality(draft, view, trace),
        moments=moments(view, troubles),
        problems=problems,
        view=view,
    )


def _stop(stop: Stop, shown: TouchpointView | None, lang: str) -> ProposedStop:
    name = say(stop.name, lang) or stop.id
    others = dict.fromkeys(other for kind in stop.kinds for other in _names(kind, lang))
    return ProposedStop(
        id=stop.id,
        name=name,
        rule=shown.rule if shown else rule_text(read_condition(condition_of(stop.kinds))),
        channel=stop.channel,
        events=stop.events,
        people=stop.people,
        place=stop.place,
        reach=shown.reach if shown else None,
        share=shown.share if shown else None,
        why=stop.why,
        alternatives=tuple(other for other in others if other != name),
        reason=stop.reason,
    )


def _names(kind: Kind, lang: str) -> tuple[str, ...]:
    return (say(kind.name(), lang) or kind.label, kind.label, *(kind.events if kind.where is None else ()))


def _quality(draft: Draft, view: MapView, trace: Trace) -> Quality:
    journeys = len(trace.cut.first)
    unknown = distinct(trace.journey[(trace.touch < 0) & (trace.journey >= 0)])
    whole = journeys - len(unknown)
    low, high = wilson(whole, journeys)
    used = sum(len(stop.kinds) for stop in draft.stops)
    return Quality(
        coverage=view.tray.coverage,
        whole=Number(whole / journeys if journeys else None, "share", whole, journeys, low, high),
        kinds=used + sum(len(stop.kinds) for stop in draft.aside),
        kinds_used=used,
        remarks=_remarks(draft, view),
    )


def _remarks(draft: Draft, view: MapView) -> tuple[Remark, ...]:
    stops = list(draft.stops)
    own = sum(stop.kinds[0].meaning is None for stop in stops)
    said: tuple[tuple[Remark, bool], ...] = (
        ("few_kinds", len(stops) < FEW_KINDS),
        ("few_customers", (view.people.value or 0) < view.min_n),
        ("outside" if _mostly_outside(view) else "low_coverage", (view.tray.coverage.value or 0) < COVERED),
        ("no_goal", draft.goal is None),
        ("own_words", own * 2 > len(stops)),
        ("one_stage", len(draft.stages) == 1),
    )
    return tuple(remark for remark, holds in said if holds)


def _mostly_outside(view: MapView) -> bool:
    """Whether most of what the map does not show happened before, after or between its journeys."""
    missing = (view.tray.coverage.of or 0) - view.tray.coverage.n
    return view.tray.outside.n * 2 > missing
