"""The saved questions of a workspace: which there are, what is wrong with them, and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cesta.maps.question_document import check_question, read_question, written
from cesta.maps.questions import registry_of
from cesta.maps.view import Problem
from cesta.model.errors import CestaError, brief
from cesta.model.shape import say, slug
from cesta.store.bin import document_path, title_of
from cesta.store.disk import make_folder, write_new
from cesta.store.documents import Document, parse_document, read_text
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question on the shelf; with an error among its problems it cannot be answered."""

    id: str
    title: str
    analysis: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question's document as it stands in its file."""

    text: str
    problems: tuple[Problem, ...]


def list_questions(workspace: Workspace, lang: str = "en") -> tuple[QuestionEntry, ...]:
    """Every question by id."""
    entries = []
    for path in sorted((workspace.root / "questions").glob("*.yaml")):
        analysis = ""
        try:
            data = read_question(workspace, path.stem).data
            analysis = str(data.get("analysis") or "") if isinstance(data, Mapping) else ""
        except CestaError:
            # What cannot be read at all is among its problems.
            pass
        title = say(title_of(path), lang) or path.stem
        entries.append(QuestionEntry(path.stem, title, analysis, problems_of(workspace, path.stem)))
    return tuple(entries)


def question_text(workspace: Workspace, name: str) -> QuestionText:
    """The text and its problems. Raises unknown_question, and bad_yaml when it is no text."""
    return QuestionText(read_text(document_path(workspace, "question", name)), problems_of(workspace, name))


def problems_of(workspace: Workspace, name: str) -> tuple[Problem, ...]:
    """What is wrong with a saved question, by line. Raises unknown_question."""
    document_path(workspace, "question", name)
    try:
        return _problems(workspace, read_question(workspace, name))
    except CestaError as error:
        return (Problem(error.code, error.message, error.hint, None, "error"),)


def save_question(
    workspace: Workspace, name: str, question: Mapping[str, object], title: str | None = None
) -> QuestionEntry:
    """Puts a new question on the shelf; none is overwritten.

    Raises bad_value (the name), bad_question, question_exists, and what is wrong with its parameters.
    """
    if any(slug(name, "")):
        what = f"{brief(name)} cannot be the name of a question."
        raise CestaError("bad_value", what, 'Small letters, digits and "-": cart-to-purchase.')
    text = written(name, title or name, question)
    path = workspace.root / "questions" / f"{name}.yaml"
    found = _problems(workspace, parse_document(text, Path("questions") / path.name))
    for problem in found:
        if problem.level == "error":
            raise CestaError(problem.code, problem.message, problem.hint)
    make_folder(path.parent)
    if not write_new(path, text):
        what = f'There is a question "{name}" already.'
        raise CestaError("question_exists", what, "Choose another name, or delete that one; nothing was written.")
    return QuestionEntry(name, title or name, str(question["analysis"]), found)


def _problems(workspace: Workspace, source: Document) -> tuple[Problem, ...]:
    segments = sorted(path.stem for path in (workspace.root / "segments").glob("*.yaml"))
    complaints = check_question(source, registry_of(workspace), segments)
    found = [Problem(c.code, c.message, c.hint, source.line_of(c.pointer), c.level) for c in complaints]
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.code, problem.message)))
