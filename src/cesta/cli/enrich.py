"""`cesta enrich DIR FILE`: the rows of a table say traits of the customers whom their keys name."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show
from cesta.cli.reach import reach

A_PAGE = 1000


def enrich(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or Parquet; its name is told as the source.")],
    key: Annotated[str, typer.Option(help="The column with ids, e-mails or phone numbers.")] = "id",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.profiles.joining import rows_in

    sums = {"changed": 0, "unchanged": 0, "unknown": 0}
    rows = rows_in(file, key)
    with reach(folder) as reached:
        while batch := list(islice(rows, A_PAGE)):
            done = reached.join(file.stem, batch)
            sums = {name: count + int(done[name]) for name, count in sums.items()}
    said = f"{sums['changed']:,} customers know more, {sums['unchanged']:,} rows said nothing new, "
    show(sums, [f"{said}{sums['unknown']:,} named nobody or several."], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("enrich", help=said)(enrich)
