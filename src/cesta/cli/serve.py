"""`cesta serve DIR`: the screen and the interface of one workspace, on this machine, until Ctrl-C."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from cesta.api.logs import start_log
from cesta.api.served import Served
from cesta.api.server import address_of, listen, run
from cesta.api.settings import resolved
from cesta.store.lock import own
from cesta.store.settings import as_settings
from cesta.store.workspace import Workspace


def serve_workspace(
    root: Path, options: Mapping[str, object], prepare: Callable[[Served, str], Callable[[], None]]
) -> None:
    """Bind, hold and open the workspace; `prepare` makes it ready and gives back what to do when requests are answered.

    The port is bound first, so that a taken one is told before any long work.
    """
    settings = as_settings(resolved(root, os.environ, options))
    start_log(settings.log_level)
    bound = listen(settings.host, settings.port)
    address = address_of(bound)
    with own(root, address), Workspace.open(root) as workspace:
        served = Served(workspace, options)
        run(served, bound, prepare(served, address))


def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on: this machine only.")] = None,
    log_level: Annotated[str | None, typer.Option(help="debug, info, warning or error.")] = None,
) -> None:
    def prepare(_: Served, address: str) -> Callable[[], None]:
        return lambda: print(address, flush=True)

    serve_workspace(folder, {"port": port, "host": host, "log_level": log_level}, prepare)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("serve", help=said)(serve)
