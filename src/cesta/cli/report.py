"""`cesta report DIR SEGMENT`: a segment against everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.groups import percent, told
from cesta.cli.output import show, table
from cesta.cli.reach import reach


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """The report for a terminal."""
    size = found["customers"]
    yield f"{found['name']}: {size['n']:,} of {size['of']:,} customers, {percent(size['n'] / size['of'])}"
    yield from (f"  more often: {told(tell)}" for tell in found["more"])
    yield from (f"  less often: {told(tell)}" for tell in found["less"])
    yield from (f"  who they are: {told(tell)}" for tell in found["traits"])
    rows = [(row["what"] or "all events", f"{row['inside']:.1f}", f"{row['outside']:.1f}") for row in found["amounts"]]
    yield from ("", *table(("for each customer", "here", "others"), rows))
    shares = [
        (row["title"], row["pointer"], percent(side["inside"]["value"]), percent(side["outside"]["value"]))
        for row in found["maps"]
        for side in [row["side"]]
        if side["inside"]["value"] is not None and side["outside"]["value"] is not None
    ]
    if shares:
        yield from ("", *table(("map", "share", "here", "others"), shares))


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    segment: Annotated[str, typer.Argument(metavar="SEGMENT", help="The segment's id.")],
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        found = reached.report(segment, lang)
    show(found, lines_of(found), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("report", help=said)(report)
