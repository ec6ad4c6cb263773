"""All surveys of a workspace at a glance: whether each is open, who was asked, and its first score."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from cesta.model.errors import CestaError
from cesta.model.shape import say
from cesta.store.workspace import Workspace
from cesta.surveys.answers import Told, heard, told
from cesta.surveys.document import SCALES, SurveyDocument
from cesta.surveys.results import Rate, rate, sorted_out
from cesta.surveys.scores import Score, score
from cesta.surveys.shelf import State, load_all, state_of


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """shown, answered, score: of all time. ask: how its first question with a score asks."""

    id: str
    name: str
    state: State
    where: tuple[str, ...]
    touchpoint: str | None
    questions: int
    shown: int
    answered: Rate
    last: str | None
    ask: str | None
    score: Score | None


@dataclass(frozen=True, slots=True)
class BrokenSurvey:
    code: str
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Surveys:
    surveys: tuple[SurveyRow, ...]
    broken: tuple[BrokenSurvey, ...]


def list_surveys(workspace: Workspace, lang: str = "en") -> Surveys:
    """Every survey by id; files that cannot be read beside them."""
    broken: list[CestaError] = []
    documents = load_all(workspace, broken)
    events: dict[str, list[Told]] = {}
    for one in told(workspace.snapshot()) if documents else ():
        events.setdefault(str(one.said.get("survey")), []).append(one)
    rows = [_row(workspace, one, events.get(one.id, []), lang) for one in documents.values()]
    return Surveys(tuple(rows), tuple(BrokenSurvey(each.code, each.message, each.hint) for each in broken))


def _row(workspace: Workspace, survey: SurveyDocument, events: list[Told], lang: str) -> SurveyRow:
    settings, found = workspace.settings, heard(events)
    question = next((one for one in survey.questions if one.ask in SCALES), None)
    answers = sorted_out(found, survey)[0][question.id] if question is not None else []
    numbers = np.array([one.given for one in answers], np.int64)
    return SurveyRow(
        id=survey.id,
        name=say(survey.name, lang) or survey.id,
        state=state_of(survey, time.time_ns() // 1000, settings.timezone),
        where=survey.where,
        touchpoint=survey.touchpoint,
        questions=len(survey.questions),
        shown=found.shown,
        answered=rate(len(found.responses) + found.twice, found.shown, settings.min_n),
        last=survey.last,
        ask=question.ask if question is not None else None,
        score=score(question.ask, numbers, settings.min_n) if question is not None else None,
    )
