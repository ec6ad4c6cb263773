"""`cesta delete DIR KIND/ID`: puts a map, a segment or another document into the bin; says what would miss it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show
from cesta.model.errors import CestaError
from cesta.store.kinds import KINDS
from cesta.store.loads import BIN_DAYS


def delete(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    document: Annotated[str, typer.Argument(metavar="KIND/ID", help=f"KIND is one of {', '.join(KINDS)}.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would miss it.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.maps.binned import delete as put_into_bin
    from cesta.maps.dependents import dependents
    from cesta.store.workspace import Workspace

    kind, slash, name = document.partition("/")
    if not slash:
        raise CestaError("bad_value", f'"{document}" does not say what kind it is.', "Write it as map/buy-shoes.")
    with Workspace.open(folder) as workspace:
        missed = dependents(workspace, kind, name)
        binned = None if dry_run else put_into_bin(workspace, kind, name)
    said = [f"{other.kind} {other.id} speaks of it." for other in missed]
    if binned is not None:
        again = f"cesta bin {folder} --restore {binned.entry}"
        said += [f"{document} is in the bin for {BIN_DAYS} days. Bring it back with: {again}"]
    show({"binned": binned, "dependents": missed}, said or ["Nothing else speaks of it."], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("delete", help=said)(delete)
