"""`cesta load DIR MAPPING FILES`: events from files, as a mapping document says; loading again adds nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.cli.output import Progress, show
from cesta.cli.reach import reach
from cesta.ingest.load import Loaded


def load(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    mapping: Annotated[Path, typer.Argument(metavar="MAPPING", help="The mapping document (YAML).")],
    files: Annotated[Path, typer.Argument(metavar="FILES", help="The folder that holds the files.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as workspace:
        loaded = msgspec.convert(workspace.load(mapping, files, Progress()), Loaded)
    again = " They were loaded before; nothing was added." if loaded.already else ""
    aside = f" {loaded.set_aside:,} set aside." if loaded.set_aside else ""
    show(loaded, [f"{loaded.events:,} events of {loaded.customers:,} customers.{aside}{again}"], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("load", help=said)(load)
