"""How each map does: its goal against its target, where it loses most, whose it is, when it was reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cesta.maps.bind import bound
from cesta.maps.compose import Picked
from cesta.maps.shelf import list_maps
from cesta.maps.view import Goal, MapView, Number
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

Health = Literal["met", "unsure", "missed", "unknown"]


@dataclass(frozen=True, slots=True)
class WorstCell:
    """Where most journeys of a map are lost. share: of those that reach the stage, who leave there."""

    map: str
    title: str
    stage: str
    stage_name: str
    touchpoint: str | None
    touchpoint_name: str | None
    owner: str | None
    share: Number
    left: Number


@dataclass(frozen=True, slots=True)
class AtlasRow:
    """How a map does. health: its goal against its target; unsure where the interval holds both.

    river: how many reach each stage. review_late: the day it was to be looked over has passed.
    """

    map: str
    owner: str | None
    reviewed: str | None
    review_due: str | None
    review_late: bool
    date_from: str
    date_to: str
    timezone: str
    people: Number
    journeys: Number
    river: tuple[float, ...]
    goal: Goal | None
    health: Health
    worst: WorstCell | None
    coverage: Number


def row(workspace: Workspace, map_id: str, lang: str = "en") -> AtlasRow:
    """One map in its own period. Raises unknown_map, bad_map, bad_yaml."""
    view = bound(workspace, map_id, Picked(language=lang)).view
    return AtlasRow(
        map=view.id,
        owner=view.owner,
        reviewed=view.reviewed,
        review_due=view.review_due,
        review_late=view.review_late,
        date_from=view.date_from,
        date_to=view.date_to,
        timezone=view.timezone,
        people=view.people,
        journeys=view.journeys,
        river=tuple(float(stage.reached.value or 0) for stage in view.stages),
        goal=view.goal,
        health=health_of(view.goal),
        worst=worst_cell(view),
        coverage=view.tray.coverage,
    )


def health_of(goal: Goal | None) -> Health:
    """
    >>> rate = Number(0.3, "share", 300, 1000, 0.27, 0.33)
    >>> [health_of(Goal("Buy", rate, rate, target, None)) for target in (0.2, 0.31, 0.4, None)]
    ['met', 'unsure', 'missed', 'unknown']
    """
    if goal is None or goal.target is None or goal.rate.low is None or goal.rate.high is None:
        return "unknown"
    if goal.rate.low >= goal.target:
        return "met"
    return "missed" if goal.rate.high < goal.target else "unsure"


def views(workspace: Workspace, picked: Picked) -> Iterator[MapView]:
    """Every map that can be read; of the others the page of maps says what is wrong."""
    for entry in list_maps(workspace, picked.language):
        try:
            yield bound(workspace, entry.id, picked).view
        except CestaError:
            continue


def worst_cell(view: MapView) -> WorstCell | None:
    """None where nothing is lost, or too little is known."""
    insight = view.insight
    if insight is None or insight.leave_share.value is None:
        return None
    stage = next(stage for stage in view.stages if stage.id == insight.stage)
    stop = next((stop for stop in stage.touchpoints if stop.id == insight.touchpoint), None)
    return WorstCell(
        view.id, view.title, stage.id, stage.name, insight.touchpoint, stop.name if stop else None,
        stage.owner or view.owner, insight.leave_share, insight.left,
    )  # fmt: skip
