"""`cesta load DIR MAPPING FILES`: events from files, as a mapping document says; loading again adds nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import Progress, show
from cesta.ingest.load import load as load_files
from cesta.store.lock import own
from cesta.store.workspace import Workspace


def load(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    mapping: Annotated[Path, typer.Argument(metavar="MAPPING", help="The mapping document (YAML).")],
    files: Annotated[Path, typer.Argument(metavar="FILES", help="The folder that holds the files.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with Workspace.open(folder) as workspace, own(folder, "a command that loads files"):
        loaded = load_files(workspace, mapping, files, Progress())
    again = " They were loaded before; nothing was added." if loaded.already else ""
    aside = f" {loaded.set_aside:,} set aside." if loaded.set_aside else ""
    show(loaded, [f"{loaded.events:,} events of {loaded.customers:,} customers.{aside}{again}"], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("load", help=said)(load)
