"""Saved questions: the list, one document, a new one. They are answered by /api/ask."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody

from cesta.api.served import TheServed
from cesta.maps.question_shelf import QuestionEntry, QuestionText, list_questions, question_text, save_question


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question to save: its analysis and params. title: what people call it; else its id."""

    id: str
    question: dict[str, object]
    title: str | None = None


@get("/api/questions", sync_to_thread=True)
def questions(served: TheServed, lang: FromQuery[str] = "en") -> tuple[QuestionEntry, ...]:
    """The saved questions, and what is wrong with them."""
    return list_questions(served.workspace, lang)


@get("/api/questions/{question:str}", sync_to_thread=True)
def question_document(served: TheServed, question: FromPath[str]) -> QuestionText:
    """A saved question's YAML and the problems found in it."""
    return question_text(served.workspace, question)


@post("/api/questions", sync_to_thread=True, status_code=201)
def new_question(served: TheServed, data: JSONBody[NewQuestion]) -> QuestionEntry:
    """Save a question; one that is there already is never overwritten."""
    return save_question(served.workspace, data.id, data.question, data.title)


ROUTES = (questions, question_document, new_question)
