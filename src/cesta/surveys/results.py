"""What a survey came to: each question's score or shares, over time and in parts, and what to be careful about."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import wilson
from cesta.model.calendar import day_after, midnight, zone_named
from cesta.model.errors import CestaError
from cesta.model.instant import parse_day
from cesta.model.shape import say
from cesta.segments.shelf import Members, members_of
from cesta.segments.shelf import load_all as load_segments
from cesta.store.workspace import Workspace
from cesta.surveys.answers import Answer, Heard, Told, given, heard, told
from cesta.surveys.document import CHOICES, SCALES, Question, SurveyDocument
from cesta.surveys.parts import Names, PartBy, parts
from cesta.surveys.scores import Score, score
from cesta.surveys.shelf import State, load, state_of
from cesta.surveys.versions import versions_of

DAY = 86_400_000_000
GRACE = DAY
"""Whoever began before it closed may finish."""
FEW_ANSWER = 0.3
"""Where a smaller share answers, those who did not may think otherwise."""
Caution = Literal["few_answer", "nobody_counted", "reworded", "late", "unusable", "twice", "former"]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of those who could have."""

    value: float | None
    n: int
    of: int
    low: float | None
    high: float | None
    too_few: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many gave this answer: a number of the scale, or a choice. share: of all who answered the question."""

    key: str
    text: str
    n: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """n: how many answered it. score: of one with a scale. counts: in the scale's or the document's order."""

    id: str
    ask: str
    text: str
    n: int
    score: Score | None
    counts: tuple[Count, ...]
    parts: tuple[PartBy, ...]


@dataclass(frozen=True, slots=True)
class Careful:
    """Something to know before believing the numbers. n: of how many it is said."""

    code: Caution
    n: int


@dataclass(frozen=True, slots=True)
class Results:
    """shown: to how many; answered: of them, at least one question; finished: of those, all they were asked."""

    id: str
    name: str
    state: State
    version: int
    date_from: str | None
    date_to: str | None
    segment: str | None
    shown: int
    answered: Rate
    finished: Rate
    questions: tuple[QuestionResult, ...]
    careful: tuple[Careful, ...]
    min_n: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader picked: whole days, a segment; None is all of it."""

    date_from: str | None = None
    date_to: str | None = None
    segment: str | None = None
    lang: str = "en"


def results(workspace: Workspace, survey_id: str, asked: Asked) -> Results:
    """Raises unknown_survey, bad_survey, unknown_segment, bad_segment, bad_time, bad_range."""
    survey, settings = load(workspace, survey_id), workspace.settings
    zone, snapshot = zone_named(settings.timezone), workspace.snapshot()
    chosen = within(asked, lambda day: midnight(day, zone))
    members = _members(workspace, asked.segment)
    events = [
        one for one in told(snapshot, survey_id) if chosen(one.time) and (members is None or one.customer in members)
    ]
    on_time = [one for one in events if not _late(survey, one, lambda day: midnight(day, zone))]
    found = heard(on_time)
    by_question, unusable, former = sorted_out(found, survey)
    names = Names(settings.timezone, _segments_of(workspace))
    careful = [
        *_careful(found, settings.min_n),
        *_more("late", len({one.response for one in events}) - len({one.response for one in on_time})),
        *_more("unusable", unusable),
        *_more("former", former),
        *_more("reworded", _reworded(workspace, survey, by_question)),
    ]
    versions = versions_of(workspace, survey_id)
    return Results(
        id=survey.id,
        name=say(survey.name, asked.lang) or survey.id,
        state=state_of(survey, time.time_ns() // 1000, settings.timezone),
        version=versions[-1].number if versions else 0,
        date_from=asked.date_from,
        date_to=asked.date_to,
        segment=asked.segment,
        shown=found.shown,
        answered=rate(len(found.responses) + found.twice, found.shown, settings.min_n),
        finished=rate(sum(one.finished for one in found.responses), len(found.responses), settings.min_n),
        questions=tuple(
            question_result(one, by_question[one.id], names, settings.min_n, asked.lang) for one in survey.questions
        ),
        careful=tuple(careful),
        min_n=settings.min_n,
    )


def within(asked: Asked, moment: Callable[..., int]) -> Callable[[int], bool]:
    """Whether a time is in the days that were picked. Raises bad_time, bad_range."""
    first = moment(parse_day(asked.date_from)) if asked.date_from else None
    last = moment(day_after(parse_day(asked.date_to))) if asked.date_to else None
    if first is not None and last is not None and first >= last:
        what = f"The period ends before it begins: {asked.date_from} … {asked.date_to}."
        raise CestaError("bad_range", what, "Swap the two days.")
    return lambda at: (first is None or at >= first) and (last is None or at < last)


def _members(workspace: Workspace, segment: str | None) -> set[int] | None:
    return None if segment is None else {int(place) for place in members_of(workspace)(segment)}


def _segments_of(workspace: Workspace) -> Callable[[], Mapping[str, NDArray[np.int64]]]:
    """Who is in which segment, worked out only where somebody answered."""

    def look() -> dict[str, NDArray[np.int64]]:
        found, documents = {}, load_segments(workspace, [])
        members = Members(documents, workspace.snapshot(), workspace.settings.timezone)
        for name in documents:
            with suppress(CestaError):  # told where segments are listed
                found[name] = members(name)
        return found

    return look


def _late(survey: SurveyDocument, one: Told, moment: Callable[..., int]) -> bool:
    return survey.last is not None and one.time >= moment(day_after(parse_day(survey.last))) + GRACE


def sorted_out(found: Heard, survey: SurveyDocument) -> tuple[dict[str, list[Answer]], int, int]:
    """Each question's answers; how many say nothing that its question asks, and how many are of former questions."""
    answers: dict[str, list[Answer]] = {question.id: [] for question in survey.questions}
    unusable = former = 0
    for response in found.responses:
        for id_, one in response.answers.items():
            question = survey.question(id_)
            if question is None or one.said.get("ask", question.ask) != question.ask:
                former += 1
                continue
            said = given(one, question)
            if said is None:
                unusable += 1
                continue
            answers[id_].append(Answer(one.customer, one.time, one.row, said, one.said))
    return answers, unusable, former


def question_result(
    question: Question, answers: Sequence[Answer], names: Names, min_n: int, lang: str
) -> QuestionResult:
    """What the answers to one question come to."""
    scored = question.ask in SCALES
    return QuestionResult(
        id=question.id,
        ask=question.ask,
        text=say(question.text, lang) or question.id,
        n=len(answers),
        score=score(question.ask, _numbers(answers), min_n) if scored else None,
        counts=tuple(_counts(question, answers, lang)),
        parts=parts(question.ask, answers, names, min_n) if scored and answers else (),
    )


def _numbers(answers: Sequence[Answer]) -> NDArray[np.int64]:
    return np.array([one.given for one in answers], dtype=np.int64)


def _counts(question: Question, answers: Sequence[Answer], lang: str) -> Iterator[Count]:
    n = len(answers)
    if question.scale is not None:
        low, high = question.scale
        keys = {str(number): str(number) for number in range(low, high + 1)}
        given_keys = [str(int(one.given)) for one in answers if isinstance(one.given, float)]
    elif question.ask in CHOICES:
        keys = {one.id: say(one.text, lang) or one.id for one in question.choices}
        given_keys = [key for one in answers if isinstance(one.given, tuple) for key in one.given]
    else:
        return
    for key, words in keys.items():
        count = given_keys.count(key)
        low_share, high_share = wilson(count, n)
        yield Count(key, words, count, count / n if n else 0.0, low_share, high_share)


def rate(n: int, of: int, min_n: int) -> Rate:
    """A share with Wilson's interval; none below the smallest n."""
    if of < max(min_n, 1):
        return Rate(None, n, of, None, None, True)
    return Rate(n / of, n, of, *wilson(n, of), False)


def _careful(found: Heard, min_n: int) -> Iterator[Careful]:
    answered = len(found.responses) + found.twice
    if answered and found.shown <= answered:
        yield Careful("nobody_counted", answered)
    elif found.shown >= max(min_n, 1) and answered < FEW_ANSWER * found.shown:
        yield Careful("few_answer", found.shown - answered)
    yield from _more("twice", found.twice)


def _more(code: Caution, n: int) -> Iterator[Careful]:
    if n > 0:
        yield Careful(code, n)


def _reworded(workspace: Workspace, survey: SurveyDocument, answers: Mapping[str, Sequence[Answer]]) -> int:
    """How many answers were given to another wording of their question than today's."""
    wording = {(str(kept.number), one.id): replace(one, show_if=None) for kept in versions_of(workspace, survey.id)
               for one in kept.questions}  # fmt: skip
    today = {one.id: replace(one, show_if=None) for one in survey.questions}
    return sum(
        (then := wording.get((str(one.said.get("version")), id_))) is not None and then != today[id_]
        for id_, each in answers.items()
        for one in each
    )
