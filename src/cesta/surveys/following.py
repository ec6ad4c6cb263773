"""Closing the loop: a bad answer becomes a task for its owner, due within the time that the survey promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cesta.model.duration import duration
from cesta.model.instant import to_datetime
from cesta.model.shape import say
from cesta.store.workspace import Workspace
from cesta.surveys.answers import Response, given, heard, told
from cesta.surveys.comments import NOBODY
from cesta.surveys.document import FollowUp, SurveyDocument
from cesta.surveys.shelf import surveys_now
from cesta.tasks.book import NewTask, list_tasks, open_task


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """ref: names the answer for good. due: a day. customer: "" where the survey is anonymous."""

    survey: SurveyDocument
    ref: str
    score: float
    top: int
    due: str
    owner: str
    customer: str


def bad_answers(workspace: Workspace) -> Iterator[BadAnswer]:
    """Those of the surveys that say what a bad answer is; an answer that was changed since counts as it is now."""
    surveys = {one.id: one for one in surveys_now(workspace).values() if one.follow_up is not None}
    if not surveys:
        return
    snapshot = workspace.snapshot()
    for survey in surveys.values():
        assert survey.follow_up is not None
        for response in heard(told(snapshot, survey.id)).responses:
            found = _bad(survey, survey.follow_up, response)
            if found is not None:
                customer = snapshot.customers[response.customer]
                known = survey.who == "known" and not customer.startswith(NOBODY)
                yield BadAnswer(survey, *found, survey.follow_up.owner or "", customer if known else "")


def _bad(survey: SurveyDocument, wanted: FollowUp, response: Response) -> tuple[str, float, int, str] | None:
    question, one = survey.question(wanted.question), response.answers.get(wanted.question)
    if question is None or question.scale is None or one is None:
        return None
    score = given(one, question)
    if not isinstance(score, float) or score > wanted.at_most:
        return None
    due = to_datetime(one.time + duration(wanted.within)).date().isoformat()
    return f"{survey.id}:{response.response}", score, question.scale[1], due


def follow_up(workspace: Workspace) -> int:
    """Opens a task for each bad answer that has none; how many. What somebody closed or dropped stays so."""
    known: set[str] | None = None
    opened = 0
    for bad in bad_answers(workspace):
        if known is None:
            known = {task.ref for task in list_tasks(workspace, source="survey")}
        if bad.ref in known:
            continue
        language = workspace.settings.languages[0]
        title = f"{say(bad.survey.name, language) or bad.survey.id}: {bad.score:g} / {bad.top}"
        link = f"/surveys?survey={bad.survey.id}"
        open_task(workspace, NewTask(title, "survey", bad.ref, bad.owner, bad.due, link=link, customer=bad.customer))
        opened += 1
    return opened
