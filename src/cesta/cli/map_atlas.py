"""`cesta map atlas`: all maps as a tree, each with its goal, where most leave, its owner and its last review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach


def atlas_lines(maps: list[dict[str, Any]]) -> list[str]:
    """Every map on a line of its own, below the one that it lies in."""
    return table(
        ("map", "title", "goal", "", "most leave at", "owner", "reviewed"),
        [(place["map"]["id"], "  " * place["depth"] + place["map"]["title"], *_told(place["row"])) for place in maps],
    )


def _told(row: dict[str, Any] | None) -> tuple[str, ...]:
    if row is None:
        return ("cannot be read", "", "", "", "")
    from cesta.cli.map import shown
    from cesta.maps.view import Number

    goal, worst = row["goal"], row["worst"]
    rate = None if goal is None else msgspec.convert(goal["rate"], Number)
    late = ", late" if row["review_late"] else ""
    return (
        shown(rate),
        "" if row["health"] == "unknown" else row["health"],
        "" if worst is None else f"{worst['stage_name']} ({worst['share']['value']:.0%})",
        row["owner"] or "nobody",
        (row["reviewed"] or "never") + late,
    )


def show_atlas(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    """All maps as a tree, and how each does."""
    with reach(folder) as reached:
        found = reached.atlas(lang)
    show(found, atlas_lines(found), json)
