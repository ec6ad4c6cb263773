"""The journeys of a map: every customer's events cut, put on touchpoints and followed. All periods, everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, Mask, mask
from cesta.kernels.cut import Cut, cut
from cesta.kernels.flow import Flow, follow
from cesta.maps.document import MapDocument
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint
from cesta.store.columns import Columns

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trace:
    """touch: each event's touchpoint (document order) or -1. journey: each event's journey or -1. stage_of: each
    touchpoint's stage, ids: its id. lost and open: see docs/decisions/0002. problems: rules that could not be used."""

    columns: Columns
    zone: tzinfo
    now: int
    touch: NDArray[np.int32]
    journey: Places
    stage_of: Places
    stages: int
    cut: Cut
    flow: Flow
    started: Places
    lost: NDArray[np.bool_]
    open: NDArray[np.bool_]
    ids: tuple[str, ...]
    problems: tuple[Complaint, ...]

    @property
    def won(self) -> NDArray[np.bool_]:
        return self.flow.won

    def reached(self, stage: int) -> NDArray[np.bool_]:
        """Journeys that touched the stage or a later one."""
        return np.asarray(self.flow.furthest >= stage)

    def touched(self, touchpoint: int) -> NDArray[np.bool_]:
        return np.asarray(self.flow.visits[:, touchpoint] > 0)

    def rests_at(self, touchpoint: int) -> NDArray[np.bool_]:
        """Journeys whose furthest stage is the touchpoint's, and who touched it last there: where losses are drawn."""
        stage = int(self.stage_of[touchpoint])
        return np.asarray((self.flow.furthest == stage) & (self.flow.last[:, stage] == touchpoint))


class _Rules:
    """Evaluates conditions; one that cannot be used meets nothing and is complained about once."""

    def __init__(self, columns: Columns, zone: tzinfo) -> None:
        self.columns, self.zone = columns, zone
        self.problems: list[Complaint] = []

    def mask(self, condition: Condition | None, pointer: str) -> Mask:
        try:
            if condition is not None:
                return mask(self.columns, condition, zone=self.zone)
        except CestaError as error:
            self.problems.append(Complaint(error.code, error.message, error.hint, pointer))
        return np.zeros(len(self.columns.codes), dtype=np.bool_)

    def any_of(self, conditions: tuple[Condition, ...], pointer: str) -> Mask:
        met = np.zeros(len(self.columns.codes), dtype=np.bool_)
        for condition in conditions:
            met |= self.mask(condition, pointer)
        return met


def trace(document: MapDocument, columns: Columns, zone: tzinfo, now: int | None = None) -> Trace:
    """All journeys of the map in these events; `now` is the newest event known, when it is not among them."""
    rules = _Rules(columns, zone)
    now = now if now is not None else columns.as_of or 0
    cuts = cut(
        columns.offsets,
        columns.times,
        rules.any_of(document.rules.starts, "/start"),
        rules.any_of(document.rules.ends, "/end"),
        now,
        fresh=document.rules.fresh,
        silence=document.rules.silence,
        after=document.rules.after,
    )
    stage_of = np.array(
        [place for place, stage in enumerate(document.stages) for _ in stage.touchpoints], dtype=np.int64
    )
    touch = np.full(len(columns.codes), -1, dtype=np.int32)
    for place, touchpoint in enumerate(document.touchpoints):
        met = rules.mask(touchpoint.match, f"{touchpoint.pointer}/match")
        touch[met & (touch < 0)] = place
    goal = rules.mask(document.goal.condition if document.goal else None, "/goal")
    flow = follow(cuts.first, cuts.stop, columns.times, touch, stage_of, goal, len(document.stages))
    return Trace(
        columns=columns,
        zone=zone,
        now=now,
        touch=touch,
        journey=journey_of(cuts, len(columns.codes)),
        stage_of=stage_of,
        stages=len(document.stages),
        cut=cuts,
        flow=flow,
        started=columns.times[cuts.first],
        lost=~flow.won & ~cuts.running,
        open=~flow.won & cuts.running,
        ids=tuple(touchpoint.id for touchpoint in document.touchpoints),
        problems=tuple(rules.problems),
    )


def journey_of(cuts: Cut, events: int) -> Places:
    """For each event, its journey, or -1."""
    lengths = cuts.stop - cuts.first
    found = np.full(events, -1, dtype=np.int64)
    journeys = np.repeat(np.arange(len(cuts.first)), lengths)
    into = np.arange(len(journeys)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found[np.repeat(cuts.first, lengths) + into] = journeys
    return found
