"""`cesta feel FILE|-`: texts in, one a line; what each feels like out, one JSON object a line, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, BinaryIO

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.voice.feelings import Feeling

TOGETHER = 512


def feel(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help='One text a line, or {"text": …, "lang": …}.')],
    model: Annotated[str, typer.Option(help="fast (thousands a second) or best.", metavar="fast|best")] = "fast",
    mask: Annotated[bool, typer.Option("--mask", help="Add each text, personal data in it masked.")] = False,
) -> None:
    from cesta.voice.many import feel_many, tier_of
    from cesta.voice.masking import masked

    tier, good = tier_of(model), True
    with opened(file) as stream:
        for batch in _batches(stream):
            asked = [_asked(line) for line in batch]
            if mask:
                asked = [(masked(one[0]), one[1]) if isinstance(one, tuple) else one for one in asked]
            pairs = [one for one in asked if isinstance(one, tuple)]
            found = iter(feel_many([text for text, _ in pairs], [lang for _, lang in pairs], tier))
            for one in asked:
                good = good and isinstance(one, tuple)
                answer = _answer(one, next(found), mask) if isinstance(one, tuple) else one.as_document()
                print(msgspec.json.encode(answer).decode())
            sys.stdout.flush()
    if not good:
        raise typer.Exit(1)


def _answer(one: tuple[str, str | None], feeling: Feeling, mask: bool) -> object:
    return {**asdict(feeling), "text": one[0]} if mask else feeling


def _batches(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Lines together; somebody who types waits for no second one."""
    lines, together = lines_of(stream), 1 if stream.isatty() else TOGETHER
    while batch := list(islice(lines, together)):
        yield batch


def _asked(line: bytes) -> tuple[str, str | None] | CestaError:
    """The text of a line and its language where that is told, or what is wrong with the line."""
    if not line.lstrip().startswith(b"{"):
        return line.rstrip(b"\r\n").decode("utf-8", "replace"), None
    try:
        said = json_object(line)
    except CestaError as error:
        return CestaError(error.code, error.message, 'Write {"text": "…", "lang": "pl"}, or the text alone.')
    text, lang = said.get("text"), said.get("lang")
    if not isinstance(text, str):
        return CestaError("missing_param", 'The line has no "text".', 'Write {"text": "…"}, or the text alone.')
    if lang is not None and not isinstance(lang, str):
        return CestaError("bad_value", f'"lang" is {msgspec.json.encode(lang).decode()}.', "Write a code such as pl.")
    return text, lang


def add_to(app: typer.Typer, said: str) -> None:
    app.command("feel", help=said)(feel)
