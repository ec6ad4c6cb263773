"""`cesta ask [DIR] FILE|-`: questions in, answers out, one line each; saved questions by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.reach import reach
from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError

Ask = Callable[[dict[str, object]], dict[str, object]]


def documents(stream: BinaryIO) -> Iterator[bytes]:
    """One document that spans lines, else one a line, each as soon as it is there."""
    lines = lines_of(stream)
    first = next((line for line in lines if line.strip()), b"")
    if not first:
        return
    try:
        json_object(first)
    except CestaError:
        rest = stream.read()
        try:
            json_object(first + rest)
        except CestaError:
            yield from (line for line in (first + rest).splitlines() if line.strip())
        else:
            yield first + rest
    else:
        yield first
        yield from (line for line in lines if line.strip())


def answer_line(ask: Ask, text: bytes) -> tuple[str, bool]:
    """The answer to one document as a line of JSON, and whether it is an answer rather than an error."""
    try:
        return msgspec.json.encode(ask(json_object(text))).decode(), True
    except CestaError as error:
        return msgspec.json.encode(error.as_document()).decode(), False
    except Exception as error:  # noqa: BLE001 - told, and the next question is answered
        # A fault of ours in one question must not keep the others from being answered.
        told = CestaError("internal", f"Something went wrong inside Cesta: {type(error).__name__}: {error}.", None)
        return msgspec.json.encode(told.as_document()).decode(), False


def ask(
    place: Annotated[str | None, typer.Argument(metavar="DIR|FILE|-", help="Questions; or the workspace.")] = None,
    file: Annotated[str | None, typer.Argument(metavar="FILE|-", help="One document, or one a line.")] = None,
    workspace: Annotated[Path | None, typer.Option(help="The workspace asked; none for self-contained ones.")] = None,
    saved: Annotated[str | None, typer.Option(help="Ask the saved question of this name.", metavar="NAME")] = None,
    save: Annotated[str | None, typer.Option(help="Save the question under this name.", metavar="NAME")] = None,
    title: Annotated[str | None, typer.Option(help="What people call the question to save.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the saved questions and their mistakes.")] = False,
) -> None:
    root, source = _where(place, file, workspace)
    if listed:
        _list(_needed(root))
    elif saved is not None:
        _answer_all(_needed(root), [msgspec.json.encode({"question": saved})])
    elif source is None:
        raise CestaError("missing_param", "There is no question.", "Name a file with questions, or - for stdin.")
    elif save is not None:
        _save(_needed(root), source, save, title)
    else:
        with opened(source) as stream:
            asked = _answer_all(root, documents(stream))
        if not asked and source != "-":
            raise CestaError("bad_json", f'"{source}" holds no question.', "A question is one JSON object.")


def _where(place: str | None, file: str | None, workspace: Path | None) -> tuple[Path | None, str | None]:
    """The workspace asked and where the questions are: a folder in front is the workspace."""
    if workspace is None and place is not None and Path(place).is_dir():
        return Path(place), file
    if file is not None:
        raise CestaError("no_workspace", f'"{place}" is no workspace.', "Say cesta ask DIR FILE, or cesta ask FILE.")
    return workspace, place


def _needed(root: Path | None) -> Path:
    if root is None:
        raise CestaError("no_workspace", "Questions are saved in a workspace.", "Name its folder: cesta ask DIR …")
    return root


@contextmanager
def _asking(root: Path | None) -> Iterator[Ask]:
    if root is not None:
        with reach(root) as reached:
            yield reached.ask
        return
    from cesta.maps import questions

    yield lambda question: questions.ask(None, question)


def _answer_all(root: Path | None, texts: Iterable[bytes]) -> int:
    """One line for each; exit code 1 when any could not be answered."""
    good, asked = True, 0
    with _asking(root) as answered:
        for text in texts:
            line, is_answer = answer_line(answered, text)
            good, asked = good and is_answer, asked + 1
            print(line, flush=True)
    if not good:
        raise typer.Exit(1)
    return asked


def _save(root: Path, source: str, name: str, title: str | None) -> None:
    """Saves one question and answers it."""
    from cesta.maps.question_shelf import save_question
    from cesta.store.workspace import Workspace

    with opened(source) as stream:
        texts = list(documents(stream))
    if len(texts) != 1:
        raise CestaError("bad_json", f"There are {len(texts)} questions.", "One is saved at a time.")
    # Documents are files: they may be written beside a server, which sees it by itself.
    with Workspace.open(root) as workspace:
        save_question(workspace, name, json_object(texts[0]), title)
    _answer_all(root, texts)


def _list(root: Path) -> None:
    from cesta.cli.output import show, table
    from cesta.maps.question_shelf import list_questions
    from cesta.store.workspace import Workspace

    with Workspace.open(root) as workspace:
        entries = list_questions(workspace)
    lines = table(("question", "analysis", "title"), [(entry.id, entry.analysis, entry.title) for entry in entries])
    lines += [
        f"questions/{entry.id}.yaml:{problem.line or 1}: {problem.level} {problem.code}: {problem.message} "
        f"{problem.hint or ''}".rstrip()
        for entry in entries
        for problem in entry.problems
    ]
    show(entries, lines if entries else ["No question is saved yet."])


def add_to(app: typer.Typer, said: str) -> None:
    app.command("ask", help=said)(ask)
