"""`cesta restore FILE DIR`: the workspace of a backup, wholly or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import Progress, show


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `cesta backup` wrote.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; new or empty.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.accounts.accounts import Accounts
    from cesta.store.backup import bring_back

    files = bring_back(file, folder, Progress())
    accounts = Accounts(folder / "data")
    if accounts.people.every():
        # Sessions that were ended since must not come back with it.
        accounts.sessions.end_all()
    accounts.close()
    said = [f"{folder} is as it was when {file} was made: {files:,} files.", f"Look at it with: cesta serve {folder}"]
    show({"workspace": str(folder), "files": files}, said, json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("restore", help=said)(restore)
