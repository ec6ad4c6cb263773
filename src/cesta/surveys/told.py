"""What a page is told of a survey: its questions, their logic and texts, and when to show them; nothing else."""

from __future__ import annotations

from cesta.model.duration import SECOND, duration
from cesta.store.workspace import Workspace
from cesta.surveys.document import Length, Question, SurveyDocument
from cesta.surveys.shelf import State, load, state_of, surveys_now
from cesta.surveys.versions import version_shown

Told = dict[str, object]


def on_pages(workspace: Workspace, now: int) -> list[Told]:
    """The surveys that pages show now; one that cannot be read is none."""
    timezone = workspace.settings.timezone
    return [
        told(survey, version_shown(workspace, survey, now))
        for survey in surveys_now(workspace).values()
        if "page" in survey.where and state_of(survey, now, timezone) == "open"
    ]


def by_link(workspace: Workspace, survey_id: str, now: int) -> Told:
    """The survey behind a link; of one that is not open only its name, and why. Raises unknown_survey, bad_survey."""
    survey = load(workspace, survey_id)
    state = state_of(survey, now, workspace.settings.timezone)
    if state != "open":
        return closed(survey, state)
    return {**told(survey, version_shown(workspace, survey, now)), "state": state}


def closed(survey: SurveyDocument, state: State) -> Told:
    return {"id": survey.id, "name": survey.name, "state": state, "from": survey.first if state == "early" else None}


def told(survey: SurveyDocument, version: int) -> Told:
    """One survey, in this version; lengths of time in seconds."""
    page = survey.page
    return {
        "id": survey.id,
        "version": version,
        "name": survey.name,
        "intro": survey.intro,
        "thanks": survey.thanks,
        "touchpoint": survey.touchpoint,
        "anonymous": survey.who == "anonymous",
        "quiet": duration(survey.quiet) // SECOND,
        "page": {
            "paths": page.paths,
            "after": page.after,
            "exit": page.exit,
            "stuck": _seconds(page.stuck),
            "wait": _seconds(page.wait),
            "share": page.share,
        },
        "questions": [_question(question) for question in survey.questions],
    }


def _question(question: Question) -> Told:
    shown: Told = {
        "id": question.id,
        "ask": question.ask,
        "text": question.text,
        "low": question.low,
        "high": question.high,
        "required": question.required,
        "choices": [{"id": one.id, "text": one.text} for one in question.choices],
        "scale": question.scale,
    }
    wanted = question.show_if
    if wanted is not None:
        shown["show_if"] = {
            "question": wanted.question,
            "at_least": wanted.at_least,
            "at_most": wanted.at_most,
            "is": wanted.choices,
        }
    return {name: value for name, value in shown.items() if value not in (None, [], False)}


def _seconds(length: Length | None) -> int | None:
    return None if length is None else duration(length) // SECOND
