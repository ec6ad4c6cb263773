"""`cesta erase DIR --id X`: a customer's events go for good, out of every answer and every file of the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.privacy.erasing import ErasureReport

OUTCOMES = {
    "cleaned": "written anew without them",
    "removed": "removed",
    "without": "does not name them",
    "missing": "is not there; if it was moved, erase them there, too",
    "failed": "could not be cleaned",
}


def erase(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    id_: Annotated[list[str], typer.Option("--id", help="An id of the customer; all ids joined with it go too.")],
    suppress: Annotated[bool, typer.Option("--suppress", help="Take nothing more that names them.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.privacy.erasing import ErasureReport

    with reach(folder) as workspace:
        done = msgspec.convert(workspace.erase(id_, suppress), ErasureReport)
    show(done, lines(done), json)


def lines(done: ErasureReport) -> list[str]:
    """What was removed from where, and what was not looked at."""
    loads = [f"{load.rows:,} rows of the load {load.load_id}" for load in done.loads]
    return [
        f"Erased: {', '.join(done.ids)}",
        *(f"  {each}" for each in (f"{done.log:,} events and messages of the log", *loads)),
        f"  {done.set_aside:,} things that were set aside",
        f"  their ids in {done.cleaned:,} messages of other customers",
        f"  {done.record:,} names in the record of who saw what",
        *(f"  {copy.kind} {copy.file}: {OUTCOMES[copy.outcome]}{copy.why and f': {copy.why}'}" for copy in done.copies),
        *(_look_at("Documents that name them", [f"{each.file}:{each.line}" for each in done.documents])),
        *(_look_at("Commits that name them; history is never rewritten", done.history.commits)),
        "Not searched:",
        *(f"  {each}" for each in done.not_searched),
    ]


def _look_at(what: str, where: Sequence[str]) -> list[str]:
    return [f"{what}:", *(f"  {each}" for each in where)] if where else []


def add_to(app: typer.Typer, said: str) -> None:
    app.command("erase", help=f"{said} There is no way back.")(erase)
