"""`cesta feel FILE|-`: texts in, one a line; what each feels like out, one JSON object a line, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.voice.feelings import Feeling
    from cesta.voice.taught import Rated

    Read = Callable[[Sequence[str], Sequence[str | None]], list[Feeling]]

TOGETHER = 512


def feel(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help='One text a line, or {"text": …, "lang": …}.')],
    model: Annotated[str, typer.Option(help="fast (thousands a second) or best.", metavar="fast|best")] = "fast",
    mask: Annotated[bool, typer.Option("--mask", help="Add each text, personal data in it masked.")] = False,
    rated: Annotated[
        str | None,
        typer.Option(
            metavar="RATED|DIR", help="Learn from texts with stars, csat, nps or label, in lines or a workspace."
        ),
    ] = None,
) -> None:
    from cesta.voice.masking import masked

    read, good = _reading(model, rated), True
    with opened(file) as stream:
        for batch in _batches(stream):
            asked = [_asked(line) for line in batch]
            if mask:
                asked = [(masked(one[0]), one[1]) if isinstance(one, tuple) else one for one in asked]
            pairs = [one for one in asked if isinstance(one, tuple)]
            found = iter(read([text for text, _ in pairs], [lang for _, lang in pairs]))
            for one in asked:
                good = good and isinstance(one, tuple)
                answer = _answer(one, next(found), mask) if isinstance(one, tuple) else one.as_document()
                print(msgspec.json.encode(answer).decode())
            sys.stdout.flush()
    if not good:
        raise typer.Exit(1)


def _reading(model: str, rated: str | None) -> Read:
    """How texts are read: as the model does, or as it does after it learned. Raises bad_value and as lines do."""
    from cesta.voice.many import feel_many, tier_of

    tier = tier_of(model)
    if rated is None:
        return lambda texts, langs: feel_many(texts, langs, tier)
    from cesta.voice.feelings import felt, reader
    from cesta.voice.taught import taught

    known = list(_in_workspace(Path(rated)) if Path(rated).is_dir() else _in_lines(rated))
    better, lesson = taught(reader(tier), known)
    before, after, even, evener = (
        f"{share * 100:.0f} %" for share in (lesson.before, lesson.after, lesson.before_sides, lesson.after_sides)
    )
    told = (
        f"{lesson.texts:,} rated texts; of {lesson.held:,} held out {before} were read right before and {after} after "
        f"learning from the others (mean of the three sides: {even}, {evener}): "
    )
    print(told + ("what was learned is used." if lesson.kept else "not surely better, so not used."), file=sys.stderr)
    return lambda texts, langs: felt(better, texts, langs)


def _in_lines(file: str) -> Iterator[Rated]:
    """The rated texts of a file."""
    from cesta.voice.taught import Rated, side_of

    with opened(file) as stream:
        for number, line in enumerate(lines_of(stream), 1):
            if not line.strip():
                continue
            try:
                said, asked = json_object(line), _asked(line)
                if isinstance(asked, CestaError):
                    raise asked
                yield Rated(asked[0], side_of(said), asked[1])
            except CestaError as error:
                raise CestaError(error.code, f"Line {number}: {error.message}", error.hint) from None


def _in_workspace(folder: Path) -> Iterator[Rated]:
    """The texts of events that hold a rating, too."""
    from cesta.cli.sql_rows import rows_of
    from cesta.voice.taught import SCALES, Rated, side_of

    numbers = {name: f"try_cast(properties->>'{name}' as double)" for name in SCALES}
    within = [f"({said} between {SCALES[name][0]} and {SCALES[name][1]})" for name, said in numbers.items()]
    columns = ", ".join(
        f"case when {fits} then {said} end as {name}"
        for (name, said), fits in zip(numbers.items(), within, strict=True)
    )
    query = f"select properties->>'text' as text, {columns} from events where properties->>'text' is not null"
    with rows_of(folder, f"{query} and ({' or '.join(within)})") as reader:
        for batch in reader:
            yield from (Rated(row["text"], side_of(row)) for row in batch.to_pylist())


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
