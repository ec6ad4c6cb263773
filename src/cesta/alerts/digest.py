"""What happened to somebody's KPIs and maps in a week or a month, what she has to do, and what waits for a look."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cesta.alerts.subscription import Reader
from cesta.maps.atlas_row import views
from cesta.maps.compose import Picked
from cesta.maps.kpi_view import Kpi
from cesta.maps.kpis import Wish, kpis
from cesta.maps.reviews import LateReview, late_reviews
from cesta.maps.view import MapView, Number
from cesta.model.calendar import first_day, zone_named
from cesta.model.instant import to_datetime
from cesta.store.workspace import Workspace
from cesta.tasks.book import CLOSED, Task, list_tasks


@dataclass(frozen=True, slots=True)
class Period:
    """The whole week or month before a moment: its first and last day."""

    every: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class MapNews:
    """The share that meets a map's goal, now and in the period before, as the map shows them; None without a goal.

    clear: the intervals lie wholly apart. stage, leave: where most leave, and how many of those who come there.
    """

    title: str
    now: Number | None
    before: Number | None
    clear: bool
    stage: str | None
    leave: float | None


@dataclass(frozen=True, slots=True)
class Digest:
    """kpis, maps: how many she owns. moved: KPIs that clearly changed, the most first. tasks: hers that are open."""

    reader: Reader
    period: Period
    kpis: int
    moved: tuple[Kpi, ...]
    maps: tuple[MapNews, ...]
    tasks: tuple[Task, ...]
    late: tuple[LateReview, ...]


def period_before(workspace: Workspace, now: int, every: str) -> Period:
    """The last week or month that is over, by the workspace's days."""
    settings = workspace.settings
    begin = first_day(now, every, zone_named(settings.timezone), settings.week_start)
    last = begin - dt.timedelta(days=1)
    first = begin - dt.timedelta(days=7) if every == "week" else last.replace(day=1)
    return Period(every, first, last)


def digest(workspace: Workspace, reader: Reader, now: int) -> Digest:
    """What one reader is told at this moment."""
    period = period_before(workspace, now, reader.every or "week")
    wish = Wish((), None, period.first.isoformat(), period.last.isoformat(), reader.language)
    hers = [kpi for kpi in kpis(workspace, wish).kpis if reader.owns(kpi.owner)]
    moved = [(abs(kpi.moved.relative or 0), kpi) for kpi in hers if kpi.moved is not None and kpi.moved.clear]
    today = to_datetime(now).astimezone(zone_named(workspace.settings.timezone)).date()
    return Digest(
        reader,
        period,
        len(hers),
        tuple(kpi for _, kpi in sorted(moved, key=lambda pair: (-pair[0], pair[1].id))),
        tuple(_news(view) for view in _maps(workspace, reader)),
        tuple(task for task in list_tasks(workspace) if task.status not in CLOSED and reader.owns(task.owner)),
        tuple(late for late in late_reviews(workspace, today) if reader.owns(late.owner)),
    )


def _maps(workspace: Workspace, reader: Reader) -> list[MapView]:
    """Those that she owns, or a stage of."""
    seen = views(workspace, Picked(language=reader.language))
    return [view for view in seen if reader.owns(view.owner, *(stage.owner for stage in view.stages))]


def _news(view: MapView) -> MapNews:
    goal, insight = view.goal, view.insight
    now, before = (goal.rate, goal.previous) if goal is not None else (None, None)
    stage = next((one.name for one in view.stages if insight is not None and one.id == insight.stage), None)
    leave = insight.leave_share.value if insight is not None else None
    return MapNews(view.title, now, before, _apart(now, before), stage, leave)


def _apart(now: Number | None, before: Number | None) -> bool:
    if (
        now is None
        or before is None
        or now.low is None
        or now.high is None
        or before.low is None
        or before.high is None
    ):
        return False
    return now.low > before.high or now.high < before.low
