"""`cesta config DIR`: every setting, its value and where that comes from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show, table


def config(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.api.settings import setting_views

    views = setting_views(folder, os.environ, {})
    rows = [(view.name, view.value, view.origin, view.meaning) for view in views]
    show(views, table(("setting", "value", "from", "meaning"), rows), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("config", help=said)(config)
