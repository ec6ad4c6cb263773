"""`cesta erase DIR --id X`: a customer's events go for good, out of every answer and every file of the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.store.erasing import Erased


def erase(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    id_: Annotated[list[str], typer.Option("--id", help="An id of the customer; all ids joined with it go too.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.store.erasing import Erased

    with reach(folder) as workspace:
        done = msgspec.convert(workspace.erase(id_), Erased)
    show(done, lines(done), json)


def lines(done: Erased) -> list[str]:
    """What was removed from where, and what was not looked at."""
    loads = [f"{load.rows:,} rows of the load {load.load_id}" for load in done.loads]
    return [
        f"Erased: {', '.join(done.ids)}",
        *(f"  {each}" for each in (f"{done.log:,} events and messages of the log", *loads)),
        f"  {done.set_aside:,} things that were set aside",
        f"  their ids in {done.cleaned:,} messages of other customers",
        "Not searched:",
        *(f"  {each}" for each in done.not_searched),
    ]


def add_to(app: typer.Typer, said: str) -> None:
    app.command("erase", help=f"{said} There is no way back.")(erase)
