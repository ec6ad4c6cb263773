"""`cesta unload DIR LOAD`: takes a load back wholly, or brings it back from the bin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach
from cesta.store.loads import BIN_DAYS


def unload(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    load: Annotated[str, typer.Argument(metavar="LOAD", help="The load, as `cesta loads DIR` names it.")],
    restore: Annotated[bool, typer.Option("--restore", help="Bring it back from the bin instead.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.loads import LoadView, Unloaded

    with reach(folder) as workspace:
        if restore:
            back = msgspec.convert(workspace.restore(load), LoadView)
            show(back, [f"{back.load_id} counts again: {back.events:,} events of {back.customers:,} customers."], json)
            return
        done = msgspec.convert(workspace.unload(load), Unloaded)
    said = f"{load} was in the bin already." if done.already else f"{load} is taken back: {done.load.events:,} events."
    again = f"Bring it back within {BIN_DAYS} days with: cesta unload {folder} {load} --restore"
    show(done, [said, again], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("unload", help=said)(unload)
