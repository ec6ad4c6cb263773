"""`cesta init DIR`: an empty workspace folder, ready for a mapping and a map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show
from cesta.store.workspace import Workspace


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    name: Annotated[str | None, typer.Option(help="What the workspace is called; its folder's name otherwise.")] = None,
    timezone: Annotated[str, typer.Option(help="Where days are cut, as Europe/Prague.")] = "UTC",
    currency: Annotated[str, typer.Option(help="Three letters, as EUR.")] = "EUR",
    languages: Annotated[str, typer.Option(help="Some of en,pl,cs,ru; the first is the default.")] = "en",
) -> None:
    chosen = tuple(word.strip() for word in languages.split(","))
    Workspace.create(folder, name=name, timezone=timezone, currency=currency, languages=chosen).close()
    show({"workspace": str(folder)}, [f"{folder} is ready. Serve it with: cesta serve {folder}"])


def add_to(app: typer.Typer, said: str) -> None:
    app.command("init", help=said)(init)
