"""`cesta backup DIR FILE`: the whole workspace in one file, also while it is served."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import Progress, show


def backup(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The tar file to write; a new one.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.store.backup import back_up

    done = back_up(folder, file, Progress())
    size = f"{done.bytes / 1_000_000:,.1f} MB"
    show(done, [f"{file} has all of {folder}: {done.files:,} files, {size}.", back(file)], json)


def back(file: Path) -> str:
    """How to get it back."""
    return f"Bring it back with: cesta restore {file} NEW_DIR"


def add_to(app: typer.Typer, said: str) -> None:
    app.command("backup", help=said)(backup)
