"""`cesta decide DIR LOAD keep|replace`: what to do with a load's rows that say something else about known ids."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach


def decide(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    load: Annotated[str, typer.Argument(metavar="LOAD", help="The load, as `cesta loads DIR` names it.")],
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="keep: what was known stays; replace: the load's rows count; ask.")
    ],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.loads import LoadView

    with reach(folder) as workspace:
        found = msgspec.convert(workspace.decide(load, decision), LoadView)
    said = f"{found.load_id}: {found.decision}. {found.events:,} of its events count."
    show(found, [f"{said} {found.changed:,} rows wait." if found.changed else said], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("decide", help=said)(decide)
