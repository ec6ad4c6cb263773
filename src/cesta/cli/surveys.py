"""`cesta surveys DIR [ID]`: which surveys there are, or what one of them came to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach


def surveys(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    survey: Annotated[str | None, typer.Argument(metavar="[ID]", help="A survey's id; all without it.")] = None,
    date_from: Annotated[str | None, typer.Option("--from", help="First day, as 2026-03-01.", metavar="DAY")] = None,
    date_to: Annotated[str | None, typer.Option("--to", help="Last day, included.", metavar="DAY")] = None,
    segment: Annotated[str | None, typer.Option(help="Only customers of this segment.", metavar="ID")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if survey is None:
            found = reached.surveys(lang)
            show(found, list_lines(found), json)
        else:
            found = reached.survey_results(survey, date_from=date_from, date_to=date_to, segment=segment, lang=lang)
            show(found, result_lines(found), json)


def list_lines(found: dict[str, Any]) -> list[str]:
    """The list for a terminal."""
    rows = [
        (one["id"], one["state"], f"{one['shown']:,}", f"{one['answered']['n']:,}", scored(one["ask"], one["score"]))
        for one in found["surveys"]
    ]
    broken = [f"{one['message']} {one['hint'] or ''}".rstrip() for one in found["broken"]]
    return (
        [*table(("survey", "state", "shown", "answered", "score"), rows), *broken] if rows or broken else ["No survey."]
    )


def result_lines(found: dict[str, Any]) -> Iterator[str]:
    """What one came to, for a terminal."""
    yield f"{found['name']} ({found['state']})"
    yield f"  {_rate(found['answered'])} answered, {_rate(found['finished'])} of those to the end"
    yield from (f"  careful: {one['code']} ({one['n']:,})" for one in found["careful"])
    for question in found["questions"]:
        yield f"{question['id']}: {question['text']}"
        if question["score"] is not None:
            yield f"  {scored(question['ask'], question['score'])}"
        yield from (f"  {one['n']:>6,}  {one['share']:>4.0%}  {one['text']}" for one in question["counts"])


def scored(ask: str | None, score: dict[str, Any] | None) -> str:
    """A score with its interval and n.

    >>> scored("nps", {"value": 12.5, "low": -4.0, "high": 29.0, "n": 40})
    'NPS +12 (-4…+29), n = 40'
    """
    if ask is None or score is None:
        return "–"
    if score["value"] is None:
        return f"{ask.upper()} –, n = {score['n']:,}"
    form = {"nps": "{:+.0f}", "csat": "{:.0%}"}.get(ask, "{:.1f}")
    value, low, high = (form.format(score[part]) for part in ("value", "low", "high"))
    return f"{ask.upper()} {value} ({low}…{high}), n = {score['n']:,}"


def _rate(rate: dict[str, Any]) -> str:
    share = "" if rate["value"] is None else f" ({rate['value']:.0%})"
    return f"{rate['n']:,} of {rate['of']:,}{share}"


def add_to(app: typer.Typer, said: str) -> None:
    app.command("surveys", help=said)(surveys)
