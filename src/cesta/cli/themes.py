"""`cesta themes FILE|-|DIR`: what many texts are about, in one JSON document; or each put to its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.output import show
from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.voice.routing import Router
    from cesta.voice.themes import Text, Themes

LINE = 'Write {"text": "…", "lang": "pl", "time": "2026-03-01", "customer": "…"}, or the text alone.'
WRITTEN = """
select properties->>'text' as text, strftime(ts at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as time,
    case when customer like 'survey:%' then null else customer end as customer
from events where properties->>'text' is not null
"""
"""Every event with words; an id that stands for one filling-in by nobody in particular is no customer."""
MOST = 5000


def themes(
    file: Annotated[str, typer.Argument(metavar="FILE|-|DIR", help='One text a line, or {"text": …}; or a workspace.')],
    route: Annotated[
        str | None,
        typer.Option(metavar="EXAMPLES", help='Put each to a reason, learned from {"text", "reason"} lines.'),
    ] = None,
    most: Annotated[
        int, typer.Option(min=1, help="Read so many texts at most; of more, as good as drawn ones.")
    ] = MOST,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    texts = list(_kept(Path(file)) if Path(file).is_dir() else _read(file))
    if route is None:
        from cesta.voice.themes import themes as found_in

        found = found_in(texts, most)
        show(found, _lines(found), json)
        return
    router = _learned(route)
    routes = router.routes([one.text for one in texts])
    document = {"learned": router.trial, "texts": routes}
    said = (
        f"{one.reason or 'unknown'}  {one.confidence:.2f}  {text.text}" for one, text in zip(routes, texts, strict=True)
    )
    show(document, said, json)


def _kept(folder: Path) -> Iterator[Text]:
    """What customers wrote, as the events of a workspace keep it."""
    from cesta.cli.sql_rows import rows_of
    from cesta.voice.themes import Text

    with rows_of(folder, WRITTEN) as reader:
        for batch in reader:
            yield from (Text(**row) for row in batch.to_pylist())


def _read(file: str) -> Iterator[Text]:
    with opened(file) as stream:
        yield from (_text(number, line) for number, line in enumerate(lines_of(stream), 1))


def _text(number: int, line: bytes) -> Text:
    """The text of a line and what is told about it. Raises bad_json, missing_param, bad_value."""
    from cesta.voice.themes import Text

    if not line.lstrip().startswith(b"{"):
        return Text(line.rstrip(b"\r\n").decode("utf-8", "replace"))
    said = _object(number, line)
    return Text(
        _needed(number, said, "text"), *(_optional(number, said, name) for name in ("lang", "time", "customer"))
    )


def _object(number: int, line: bytes) -> dict[str, object]:
    try:
        return json_object(line)
    except CestaError as error:
        raise CestaError(error.code, f"Line {number}: {error.message}", LINE) from None


def _needed(number: int, said: dict[str, object], name: str) -> str:
    value = _optional(number, said, name)
    if value is None:
        raise CestaError("missing_param", f'Line {number} has no "{name}".', LINE)
    return value


def _optional(number: int, said: dict[str, object], name: str) -> str | None:
    value = said.get(name)
    if value is not None and not isinstance(value, str):
        raise CestaError("bad_value", f'Line {number}: "{name}" is {msgspec.json.encode(value).decode()}.', LINE)
    return value


def _learned(file: str) -> Router:
    from cesta.voice.routing import Example, Router

    with opened(file) as stream:
        said = [(number, _object(number, line)) for number, line in enumerate(lines_of(stream), 1) if line.strip()]
    return Router([Example(_needed(at, one, "text"), _needed(at, one, "reason")) for at, one in said])


def _lines(found: Themes) -> Iterator[str]:
    """The themes for a terminal."""
    if not found.themes:
        yield f"No themes found among {found.read:,} texts."
    for theme in found.themes:
        spoken = ", ".join(f"{lang} {count}" for lang, count in theme.languages.items())
        share = f"{theme.texts:,} texts, {theme.share * 100:.0f} %"
        yield f"{theme.number}. {theme.name}: {share} ({spoken}), {theme.polarity:+.1f}"
        if theme.rise:
            now, before = theme.rise.share * 100, theme.rise.before * 100
            yield f"   {'new' if theme.rise.new else 'more'} in {theme.rise.month}: {now:.0f} %, before {before:.0f} %"
        yield from (f"   {', '.join(words)} ({lang})" for lang, words in theme.words.items())
        yield from (f"   – {quote.text}" for quote in theme.quotes)
    yield f"{found.other:,} of {found.read:,} texts are of no theme; {found.texts - found.read:,} were not read."


def add_to(app: typer.Typer, said: str) -> None:
    app.command("themes", help=said)(themes)
