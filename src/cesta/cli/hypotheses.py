"""`cesta hypotheses DIR`: what was expected of whom, and what events have said of it since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show
from cesta.cli.reach import reach
from cesta.measures.number_words import told

VERDICTS = {"for": "for it", "against": "against it", "unclear": "unclear", "too_few": "too few"}


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """The hypotheses for a terminal."""
    for one in found["hypotheses"]:
        yield f"{one['id']} ({one['state']}): {one['statement']}"
        if one["problem"]:
            yield f"  {one['problem']}"
            continue
        others = one["against"] or "everybody else"
        yield f"  {one['measure_name']}: {one['expects']} in {one['segment']} than in {others}"
        for when in ("before", "since"):
            if one[when] is not None:
                yield f"  {when} it was written, {_seen(one[when], one['unit'], one['currency'])}"
    if not found["hypotheses"]:
        yield "No hypotheses yet: write one into hypotheses/."
    elif found["by_chance"]:
        yield f"By chance alone about {found['by_chance']:g} of them would look clear since."


def _seen(seen: dict[str, Any], unit: str | None, money: str | None) -> str:
    days = f"{seen['date_from']} to {seen['date_to']}"
    sides = [f"{_side(seen[side], unit, money)}" for side in ("here", "there")]
    gap = (
        ""
        if seen["gap"] is None
        else f" ({', '.join(told(seen[part], unit, money) for part in ('gap', 'low', 'high'))})"
    )
    return f"{days}: {' against '.join(sides)}{gap}: {VERDICTS[seen['verdict']]}"


def _side(number: dict[str, Any] | None, unit: str | None, money: str | None) -> str:
    if number is None or number["value"] is None:
        return "too few"
    return f"{told(number['value'], unit, money)} (n {number['of']:,})"


def hypotheses(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as workspace:
        found = workspace.hypotheses()
    show(found, lines_of(found), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("hypotheses", help=said)(hypotheses)
