"""A survey as people write it: its questions, where and when it is shown, what a bad answer leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from cesta.model.errors import CestaError
from cesta.model.shape import (
    Complaint,
    Text,
    choice,
    day,
    length,
    list_of,
    number,
    record,
    slug,
    step,
    text,
    truth,
    version,
    word,
)
from cesta.store.documents import Document
from cesta.surveys.logic import Asked, If, condition, illogical

Ask = Literal["nps", "csat", "ces", "stars", "one", "several", "text"]
Status = Literal["draft", "open", "closed"]
Where = Literal["page", "link"]
SCALES: Mapping[str, tuple[int, int]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7), "stars": (1, 5)}
"""The numbers that may be given, both ends included."""
CHOICES = ("one", "several")
MOST_QUESTIONS = 50
Length = str | int
"""As written: 30s, or whole seconds."""
CHOICE = record({"id": slug, "text": text}, {})
SHOW_IF = record(
    {"question": slug},
    {"at_least": number(0, 10), "at_most": number(0, 10), "is": list_of(slug)},
)
QUESTION = record(
    {"id": slug, "ask": choice(*get_args(Ask)), "text": text},
    {"low": text, "high": text, "required": truth, "choices": list_of(CHOICE), "show_if": SHOW_IF},
)
PAGE = record(
    {},
    {"paths": list_of(word), "after": word, "exit": truth, "stuck": length, "wait": length, "share": number(0, 1)},
)
SURVEY = record(
    {"cesta": version("survey"), "id": slug, "name": text, "questions": list_of(QUESTION)},
    {
        "description": text,
        "status": choice(*get_args(Status)),
        "from": day,
        "to": day,
        "owner": word,
        "who": choice("known", "anonymous"),
        "where": list_of(choice(*get_args(Where))),
        "page": PAGE,
        "quiet": length,
        "touchpoint": slug,
        "intro": text,
        "thanks": text,
        "follow_up": record({"question": slug, "at_most": number(0, 10)}, {"owner": word, "within": length}),
        "tags": list_of(word),
        "notes": text,
    },
)
"""Every field of surveys/<id>.yaml."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """low, high: what stands at the ends of its scale. choices: of "one" and "several"."""

    id: str
    ask: Ask
    text: Text
    low: Text | None
    high: Text | None
    required: bool
    choices: tuple[Choice, ...]
    show_if: If | None

    @property
    def scale(self) -> tuple[int, int] | None:
        return SCALES.get(self.ask)


@dataclass(frozen=True, slots=True)
class OnPage:
    """When a page shows it. after: an event of the visitor's; share: of visits."""

    paths: tuple[str, ...] = ()
    after: str | None = None
    exit: bool = False
    stuck: Length | None = None
    wait: Length | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A bad answer to this question is for somebody to see to, within so long."""

    question: str
    at_most: float
    owner: str | None
    within: Length


@dataclass(frozen=True, slots=True)
class SurveyDocument:
    """first, last: the days on which it is open. quiet: how long a person is shown no survey after one."""

    id: str
    name: Text
    description: Text | None
    status: Status
    first: str | None
    last: str | None
    owner: str | None
    who: Literal["known", "anonymous"]
    where: tuple[str, ...]
    page: OnPage
    quiet: Length
    touchpoint: str | None
    intro: Text | None
    thanks: Text | None
    questions: tuple[Question, ...]
    follow_up: FollowUp | None

    def question(self, id_: str) -> Question | None:
        return next((one for one in self.questions if one.id == id_), None)


def as_survey(source: Document) -> SurveyDocument:
    """The survey in a document. Raises bad_survey with the line."""
    data = source.data
    complaints = list(SURVEY(data, ""))
    if not any(complaint.level == "error" for complaint in complaints):
        complaints += _together(data)
    for complaint in complaints:
        line = source.line_of(complaint.pointer)
        raise CestaError("bad_survey", f"{source.path.name}:{line}: {complaint.message}", complaint.hint)
    return SurveyDocument(
        id=data["id"],
        name=data["name"],
        description=data.get("description"),
        status=data.get("status") or "draft",
        first=data.get("from"),
        last=data.get("to"),
        owner=data.get("owner"),
        who=data.get("who") or "known",
        where=tuple(data.get("where") or ("link",)),
        page=_page(data.get("page") or {}),
        quiet=data.get("quiet") or "30d",
        touchpoint=data.get("touchpoint"),
        intro=data.get("intro"),
        thanks=data.get("thanks"),
        questions=tuple(map(_question, data["questions"])),
        follow_up=_follow_up(data),
    )


def _question(data: Mapping[str, Any]) -> Question:
    return Question(
        id=data["id"],
        ask=data["ask"],
        text=data["text"],
        low=data.get("low"),
        high=data.get("high"),
        required=bool(data.get("required")),
        choices=tuple(Choice(one["id"], one["text"]) for one in data.get("choices") or ()),
        show_if=condition(data.get("show_if")),
    )


def _page(data: Mapping[str, Any]) -> OnPage:
    given = {name: value for name, value in data.items() if value is not None}
    return OnPage(**{**given, "paths": tuple(given.get("paths") or ())})


def _follow_up(data: Mapping[str, Any]) -> FollowUp | None:
    given = data.get("follow_up")
    if given is None:
        return None
    owner = given.get("owner") or data.get("owner")
    return FollowUp(given["question"], given["at_most"], owner, given.get("within") or "2d")


def _together(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """What does not go together, though each field alone would do."""
    questions = data["questions"]
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        yield Complaint("bad_value", f"A survey has 1 to {MOST_QUESTIONS} questions.", None, "/questions")
    for place, question in enumerate(questions):
        at = step("/questions", place)
        yield from _question_together(question, at)
        if any(question["id"] == other["id"] for other in questions[:place]):
            yield Complaint("bad_value", f'Two questions are called "{question["id"]}".', None, f"{at}/id")
        earlier = [Asked(one["id"], one["ask"], _ids(one)) for one in questions[:place]]
        yield from illogical(question.get("show_if"), earlier, f"{at}/show_if")
    if data.get("from") and data.get("to") and data["from"] > data["to"]:
        yield Complaint("bad_value", "It closes before it opens.", "Swap the two days.", "/to")
    asked = (data.get("follow_up") or {}).get("question")
    if asked is not None and not any(one["id"] == asked and one["ask"] in SCALES for one in questions):
        scored = ", ".join(one["id"] for one in questions if one["ask"] in SCALES) or "none"
        what = f'"{asked}" is no question with a score.'
        yield Complaint("bad_value", what, f"Those with one: {scored}.", "/follow_up/question")


def _question_together(question: Mapping[str, Any], at: str) -> Iterator[Complaint]:
    ids = _ids(question)
    if question["ask"] in CHOICES and len(ids) < 2:
        yield Complaint("missing_field", f'"{question["id"]}" needs two choices or more.', None, at)
    if question["ask"] not in CHOICES and ids:
        yield Complaint("bad_value", f'"{question["ask"]}" has no choices.', "one and several have.", f"{at}/choices")
    if len(set(ids)) < len(ids):
        yield Complaint("bad_value", "Two choices have the same id.", None, f"{at}/choices")


def _ids(question: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(one["id"] for one in question.get("choices") or ())
