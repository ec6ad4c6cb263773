"""`cesta loads DIR`: what was loaded, from which files, and what of it counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.ingest.loads import LoadView

HEAD = ("load", "events", "customers", "known before", "changed", "set aside", "loaded", "files", "")


def rows_of(loads: Sequence[LoadView]) -> list[tuple[str, ...]]:
    """A line of the table for each load."""
    return [
        (
            load.load_id,
            f"{load.events:,}",
            f"{load.customers:,}",
            f"{load.duplicates:,}",
            f"{load.changed:,}",
            f"{load.set_aside:,}",
            load.loaded_at[:16].replace("T", " "),
            ", ".join(file.name for file in load.files),
            said_of(load),
        )
        for load in loads
    ]


def said_of(load: LoadView) -> str:
    """What is special about a load."""
    said = ["generated"] if load.generated else []
    if load.binned_at is not None:
        said.append(f"in the bin since {load.binned_at[:10]}")
    return ", ".join(said)


def lines(folder: Path, loads: Sequence[LoadView]) -> list[str]:
    """The table, and what can be done next."""
    if not loads:
        return [f"Nothing was loaded yet. Load files with: cesta load {folder} FILE"]
    waiting = [load for load in loads if load.changed and load.binned_at is None]
    hints = [
        f"{load.changed:,} rows of {load.load_id} say something else about known ids. Settle it with:"
        f" cesta decide {folder} {load.load_id} keep (or replace)"
        for load in waiting
    ]
    return [*table(HEAD, rows_of(loads)), *([""] if hints else []), *hints]


def loads(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.loads import LoadView

    with reach(folder) as workspace:
        found = workspace.loads()
    show(found, lines(folder, msgspec.convert(found["loads"], list[LoadView])), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("loads", help=said)(loads)
