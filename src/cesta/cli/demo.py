"""`cesta demo`: a year of real households made into a workspace, served, its map's address printed last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cesta.api.chosen import Chosen
from cesta.api.served import Served
from cesta.cli.output import Progress
from cesta.cli.serve import serve_workspaces
from cesta.samples.complete_journey import make
from cesta.store.lock import owner_address

MAP = "use-an-offer"


def home() -> Path:
    """Where the demo lives when no folder is named: the user's own data folder."""
    if sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "cesta" / "complete-journey"


def demo(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Where to make the workspace.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    log_level: Annotated[str, typer.Option(help="debug, info, warning or error.")] = "warning",
) -> None:
    root = folder or home()
    owner = owner_address(root)
    if owner is not None and owner.startswith("http"):
        print(f"{owner}/maps/{MAP}")
        return
    progress = Progress()
    make(root, progress).close()

    def prepare(served: Served, address: str) -> Callable[[], None]:
        progress("Reading the events", 0, 1)
        served.load()
        progress("Working out the map", 0, 1)
        served.view(MAP, Chosen(), "en")
        return lambda: print(f"{address}/maps/{MAP}", flush=True)

    serve_workspaces([root], {"port": port, "log_level": log_level}, prepare)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("demo", help=said)(demo)
