"""`cesta demo`: a year of real households and a generated shop beside it, served; the map's address comes last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.api.chosen import Chosen
from cesta.cli.output import Progress
from cesta.cli.serve import serve_workspaces
from cesta.store.lock import owner_address

if TYPE_CHECKING:
    from cesta.api.served import Served

MAP = "use-an-offer"
REAL, GENERATED = "complete-journey", "generated-shop"


def home() -> Path:
    """Where the demo lives when no folder is named: the user's own data folder."""
    if sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "cesta" / REAL


def beside_of(root: Path) -> Path:
    """Where the generated shop is made: beside the demo, named after it where somebody named the demo."""
    root = root.resolve()
    return root.with_name(GENERATED if root.name == REAL else f"{root.name}-{GENERATED}")


def is_taken(folder: Path) -> bool:
    """Whether another server holds the generated shop, or another workspace stands in its place."""
    from cesta.samples.retail.make import MAPPING
    from cesta.store.manifest import FILE

    if owner_address(folder) is not None:
        return True
    return (folder / FILE).exists() and not (folder / MAPPING).exists()


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
    from cesta.samples.complete_journey.make import make as make_demo
    from cesta.samples.retail.make import make as make_shop

    progress = Progress()
    make_demo(root, progress).close()
    beside = beside_of(root)
    roots = [root] if is_taken(beside) else [root, beside]
    for other in roots[1:]:
        make_shop(other, progress).close()

    def prepare(served: Served, address: str) -> Callable[[], None]:
        progress("Reading the events", 0, 1)
        served.load()
        progress("Working out the map", 0, 1)
        served.view(MAP, Chosen(), "en")
        return lambda: print(f"{address}/maps/{MAP}", flush=True)

    serve_workspaces(roots, {"port": port, "log_level": log_level}, prepare)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("demo", help=said)(demo)
