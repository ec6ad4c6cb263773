"""`cesta ask FILE|-`: questions in, answers out, one line each; the same document as HTTP and Python take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.reach import Alone, reach
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
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Questions: one document, or one a line.")],
    workspace: Annotated[Path | None, typer.Option(help="The workspace asked; none for self-contained ones.")] = None,
) -> None:
    good, asked = True, 0
    with reach(workspace) if workspace else nullcontext(Alone()) as reached, opened(file) as stream:
        for text in documents(stream):
            line, answered = answer_line(reached.ask, text)
            good, asked = good and answered, asked + 1
            print(line, flush=True)
    if not asked and file != "-":
        raise CestaError("bad_json", f'"{file}" holds no question.', "A question is one JSON object.")
    if not good:
        raise typer.Exit(1)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("ask", help=said)(ask)
