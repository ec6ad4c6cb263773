"""Tasks and opportunities: what is to be done, what it is worth, and what came of it."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.api.noting import asked_by
from cesta.api.served import TheServed
from cesta.model.errors import CestaError, brief
from cesta.tasks.book import NewTask, Task, TaskChange, TaskStep, change_task, list_tasks, open_task, steps_of
from cesta.tasks.opportunity_shelf import (
    OpportunityDraft,
    OpportunityRow,
    list_opportunities,
    make_task,
    save_opportunity,
)

Of = Annotated[str | None, QueryParameter(description="Only those of this owner, source or thing.")]


@get("/api/tasks", sync_to_thread=True)
def tasks(served: TheServed, owner: Of = None, source: Of = None, ref: Of = None) -> list[Task]:
    """Every task, those that are due first."""
    return list_tasks(served.workspace, owner=owner, source=source, ref=ref)


@post("/api/tasks", sync_to_thread=True, status_code=200)
def new_task(request: Request[Any, Any, Any], served: TheServed, data: JSONBody[NewTask]) -> Task:
    """Open a task; the one of the same source and ref is given back instead."""
    return open_task(served.workspace, data, _who(request))


@post("/api/tasks/{task:str}", sync_to_thread=True, status_code=200)
def moved_task(
    request: Request[Any, Any, Any], served: TheServed, task: FromPath[str], data: JSONBody[TaskChange]
) -> Task:
    """Change a task; fields that are null stay as they are."""
    return change_task(served.workspace, _number(task), data, _who(request))


@get("/api/tasks/{task:str}/steps", sync_to_thread=True)
def task_steps(served: TheServed, task: FromPath[str]) -> list[TaskStep]:
    """What happened to a task."""
    return steps_of(served.workspace, _number(task))


@get("/api/opportunities", sync_to_thread=True)
def opportunities(served: TheServed, lang: FromQuery[str] = "en") -> list[OpportunityRow]:
    """Every opportunity with its scores, the most worth for the least effort first."""
    return list(list_opportunities(served.workspace, lang))


@post("/api/opportunities", sync_to_thread=True, status_code=200)
def put_opportunity(served: TheServed, data: JSONBody[OpportunityDraft], lang: FromQuery[str] = "en") -> OpportunityRow:
    """Put an opportunity on the shelf, or change the one of this id."""
    return save_opportunity(served.workspace, data, lang)


@post("/api/opportunities/{opportunity:str}/task", sync_to_thread=True, status_code=200)
def task_of_opportunity(
    request: Request[Any, Any, Any], served: TheServed, opportunity: FromPath[str], lang: FromQuery[str] = "en"
) -> Task:
    """Make an opportunity a task, once."""
    return make_task(served.workspace, opportunity, lang, _who(request))


def _number(task: str) -> int:
    """Raises unknown_task."""
    if not task.isascii() or not task.isdecimal() or len(task) > 15:
        raise CestaError("unknown_task", f"There is no task {brief(task)}.", "See the page Tasks.")
    return int(task)


def _who(request: Request[Any, Any, Any]) -> str:
    who = asked_by(request)
    return who.name if who is not None else ""


ROUTES = (tasks, new_task, moved_task, task_steps, opportunities, put_opportunity, task_of_opportunity)
