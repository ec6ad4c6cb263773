"""What people wrote in their own words, newest first, each with the score that the same filling-in gave."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.model.calendar import midnight, zone_named
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.segments.shelf import members_of
from cesta.store.workspace import Workspace
from cesta.surveys.answers import Response, given, heard, told
from cesta.surveys.document import SCALES, SurveyDocument
from cesta.surveys.results import Asked, within
from cesta.surveys.shelf import load

MOST = 200
NOBODY = "survey:"
"""What an id begins with that stands for one filling-in by nobody in particular."""


@dataclass(frozen=True, slots=True)
class Comment:
    """question: what was asked. ask, score: the first score of the same filling-in. customer: None where anonymous."""

    text: str
    question: str
    time: str
    language: str | None
    touchpoint: str | None
    ask: str | None
    score: float | None
    customer: str | None


@dataclass(frozen=True, slots=True)
class Comments:
    """count: all of them, however many are listed."""

    survey: str
    count: int
    comments: tuple[Comment, ...]


def comments(workspace: Workspace, survey_id: str, asked: Asked, most: int = MOST) -> Comments:
    """Raises unknown_survey, bad_survey, unknown_segment, bad_time, bad_range."""
    survey, snapshot = load(workspace, survey_id), workspace.snapshot()
    zone = zone_named(workspace.settings.timezone)
    chosen = within(asked, lambda day: midnight(day, zone))
    members = None if asked.segment is None else {int(place) for place in members_of(workspace)(asked.segment)}
    events = (one for one in told(snapshot, survey_id) if chosen(one.time))
    responses = [one for one in heard(events).responses if members is None or one.customer in members]
    found = [
        (one.time, question.text, said, one.said, response)
        for response in responses
        for question in survey.questions
        if question.ask == "text" and (one := response.answers.get(question.id)) is not None
        if isinstance(said := given(one, question), str)
    ]
    found.sort(key=lambda each: -each[0])
    listed = []
    for time, text, said, around, response in found[:most]:
        ask, score = _score(survey, response)
        customer = snapshot.customers[response.customer]
        known = survey.who == "known" and not customer.startswith(NOBODY)
        listed.append(
            Comment(
                text=said,
                question=say(text, asked.lang) or "",
                time=show_instant(time),
                language=_word(around.get("language")),
                touchpoint=_word(around.get("touchpoint")),
                ask=ask,
                score=score,
                customer=customer if known else None,
            )
        )
    return Comments(survey_id, len(found), tuple(listed))


def _score(survey: SurveyDocument, response: Response) -> tuple[str | None, float | None]:
    for question in survey.questions:
        one = response.answers.get(question.id)
        if question.ask in SCALES and one is not None and isinstance(score := given(one, question), float):
            return question.ask, score
    return None, None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
