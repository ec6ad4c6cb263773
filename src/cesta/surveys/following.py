"""Closing the loop: a bad answer becomes a task for its owner, due within the time that the survey promises."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeGuard

import numpy as np

from cesta.model.duration import duration
from cesta.model.instant import to_datetime
from cesta.model.shape import say
from cesta.store.columns import Snapshot
from cesta.store.workspace import Workspace
from cesta.surveys.answers import ANSWERED, Response, given, heard, owners_of, rows_of, says, told
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


def bad_answers(workspace: Workspace, known: Collection[str] = ()) -> Iterator[BadAnswer]:
    """Those of the surveys that say what a bad answer is, but for the known ones; as they stand after every change."""
    surveys = [one for one in surveys_now(workspace).values() if one.follow_up is not None]
    if not surveys:
        return
    snapshot = workspace.snapshot()
    for survey in surveys:
        assert survey.follow_up is not None
        # A server looks whenever anything came: only of whom there is news everything is read.
        news = _news(snapshot, survey, survey.follow_up, known)
        for response in heard(told(snapshot, survey.id, news)).responses if news else ():
            found = _bad(survey, survey.follow_up, response)
            if found is not None and found[0] not in known:
                customer = snapshot.customers[response.customer]
                is_known = survey.who == "known" and not customer.startswith(NOBODY)
                yield BadAnswer(survey, *found, survey.follow_up.owner or "", customer if is_known else "")


def _news(snapshot: Snapshot, survey: SurveyDocument, wanted: FollowUp, known: Collection[str]) -> set[int]:
    """Customers with a bad answer that is not known."""
    question = survey.question(wanted.question)
    rows = rows_of(snapshot, (ANSWERED,), survey.id)
    scores = snapshot.props.get(question.ask) if question is not None else None
    if scores is None or not len(rows):
        return set()
    bad = np.array([*(is_score(value) and value <= wanted.at_most for value in scores.values), False], np.bool_)
    rows = rows[bad[scores.codes[rows]] & says(snapshot.props.get("question"), rows, wanted.question)]
    owners = owners_of(snapshot, rows)
    column = snapshot.props.get("response")
    if column is None:
        return set()
    codes = column.codes[rows].tolist()
    return {
        owner
        for owner, code in zip(owners.tolist(), codes, strict=True)
        if owner >= 0 <= code and f"{survey.id}:{column.values[code]}" not in known
    }


def is_score(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _bad(survey: SurveyDocument, wanted: FollowUp, response: Response) -> tuple[str, float, int, str] | None:
    question, one = survey.question(wanted.question), response.answers.get(wanted.question)
    if question is None or question.scale is None or one is None or not one.said.get("response"):
        return None
    score = given(one, question)
    if not isinstance(score, float) or score > wanted.at_most:
        return None
    due = to_datetime(one.time + duration(wanted.within)).date().isoformat()
    return f"{survey.id}:{response.response}", score, question.scale[1], due


def follow_up(workspace: Workspace, known: set[str]) -> int:
    """Opens a task for each bad answer that has none; how many. What somebody closed or dropped stays so.

    known: answers that have one; those that get one are added.
    """
    opened = 0
    for bad in bad_answers(workspace, known):
        language = workspace.settings.languages[0]
        title = f"{say(bad.survey.name, language) or bad.survey.id}: {bad.score:g} / {bad.top}"
        link = f"/surveys?survey={bad.survey.id}"
        open_task(workspace, NewTask(title, "survey", bad.ref, bad.owner, bad.due, link=link, customer=bad.customer))
        known.add(bad.ref)
        opened += 1
    return opened


def known_answers(workspace: Workspace) -> set[str]:
    """The answers that have a task."""
    return {task.ref for task in list_tasks(workspace, source="survey")}
