"""How things stand, on one page: KPIs, what changed, where most is lost, what is to be done, what is to be reviewed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cesta.maps.atlas_row import WorstCell, views, worst_cell
from cesta.maps.compose import Picked
from cesta.maps.kpis import Kpis, Wish, kpis
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.tasks.book import CLOSED, Task, list_tasks, look_again
from cesta.tasks.watch import Watch

MOST_TASKS = 6


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A map that is to be looked over. late: its day has passed."""

    map: str
    title: str
    owner: str | None
    reviewed: str | None
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class TasksNow:
    """open: not closed; overdue, came_back, verified: of all. first: the most pressing, without customers."""

    open: int
    overdue: int
    came_back: int
    verified: int
    first: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class HowThingsStand:
    """changed: ids of KPIs that clearly moved, the most first. unwell: those that miss their target, worst first."""

    kpis: Kpis
    changed: tuple[str, ...]
    unwell: tuple[str, ...]
    worst: tuple[WorstCell, ...]
    reviews: tuple[ReviewDue, ...]
    tasks: TasksNow


def standing(workspace: Workspace, wish: Wish) -> HowThingsStand:
    """Raises unknown_segment, bad_time, bad_range."""
    found = kpis(workspace, wish)
    # Without days each map has its own: journeys need time to end.
    maps = list(views(workspace, Picked(wish.segment, wish.date_from, wish.date_to, wish.lang)))
    moves = [(abs(kpi.moved.relative or 0), kpi.id) for kpi in found.kpis if kpi.moved and kpi.moved.clear]
    order = {"bad": 0, "warn": 1}
    unwell = sorted((order[kpi.state], not kpi.sure, kpi.id) for kpi in found.kpis if kpi.state in order)
    worst = sorted(filter(None, map(worst_cell, maps)), key=lambda cell: (-(cell.share.value or 0), cell.map))
    reviews = [
        ReviewDue(view.id, view.title, view.owner, view.reviewed, view.review_due, view.review_late)
        for view in maps
        if view.review_due is not None
    ]
    return HowThingsStand(
        kpis=found,
        changed=tuple(name for _, name in sorted(moves, key=lambda move: (-move[0], move[1]))),
        unwell=tuple(name for _, _, name in unwell),
        worst=tuple(worst),
        reviews=tuple(sorted(reviews, key=lambda review: (review.due, review.map))),
        tasks=tasks_now(workspace),
    )


def tasks_now(workspace: Workspace) -> TasksNow:
    """The tasks at a glance."""
    every = list_tasks(workspace)
    still = [task for task in every if task.status not in CLOSED]
    return TasksNow(
        len(still),
        sum(task.overdue for task in still),
        sum(task.reopened > 0 for task in still),
        sum(task.status == "verified" for task in every),
        tuple(replace(task, customer="", note="") for task in still[:MOST_TASKS]),
    )


def look_at_watched(workspace: Workspace) -> list[Task]:
    """Looks at the numbers of all tasks that watch one; those whose status changed by it."""
    changed = []
    for task in list_tasks(workspace):
        watch = task.watch
        if watch is None or task.status == "dropped":
            continue
        try:
            (kpi,) = kpis(workspace, Wish((watch.measure,), watch.segment or None)).kpis
        except CestaError:
            continue  # its KPI or segment is gone; the page of the task says so
        now = kpi.now
        if now is None or now.value is None:
            continue
        seen = Watch(watch.measure, watch.goal, kpi.direction, watch.segment, None, now.value, now.low, now.high)
        after = look_again(workspace, task.id, seen)
        if after.status != task.status:
            changed.append(after)
    return changed
