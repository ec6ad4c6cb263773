"""`cesta serve DIR`: the screen and the interface of a workspace, or of several, on this machine, until Ctrl-C."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.model.errors import CestaError
from cesta.store.lock import own

if TYPE_CHECKING:
    from cesta.api.served import Served

Prepare = Callable[["Served", str], Callable[[], None]]


def serve_workspaces(
    roots: Sequence[Path], options: Mapping[str, object], prepare: Prepare, collect_on: str | None = None
) -> None:
    """Bind, hold and open the workspaces; `prepare` makes the first ready and gives back what to do when it answers.

    The port is bound before any long work, so that a taken one is told at once. collect_on: HOST:PORT that other
    machines may reach, for events alone. Raises same_name, workspace_owned, bad_option.
    """
    from cesta.api.house import place_of
    from cesta.api.logs import start_log
    from cesta.api.served import Served
    from cesta.api.server import address_of, listen, run
    from cesta.api.settings import resolved
    from cesta.privacy.erasing import finish
    from cesta.store.settings import as_settings
    from cesta.store.workspace import Workspace

    settings = as_settings(resolved(roots[0], os.environ, options))
    names = names_of(roots)
    start_log(settings.log_level)
    with ExitStack() as held:
        bound = held.enter_context(listen(settings.host, settings.port, open_to_all=unguarded(names, roots)))
        address = address_of(bound)
        public = held.enter_context(listen(*place_from(collect_on), open_to_all=())) if collect_on else None
        rooms: dict[str, Served] = {}
        for name, root in zip(names, roots, strict=True):
            held.enter_context(own(root, address + place_of(name) if rooms else address))
            workspace = held.enter_context(Workspace.open(root))
            workspace.tidy()
            rooms[name] = served = Served(workspace, options)
            finish(workspace, served.gate.accounts.record)
        begin = prepare(rooms[names[0]], address)

        def ready() -> None:
            begin()
            if public is not None:
                print(f"{address_of(public)} collects events", flush=True)

        run(rooms, bound, ready, public)


def unguarded(names: Sequence[str], roots: Sequence[Path]) -> list[str]:
    """The workspaces that have no password."""
    from cesta.accounts.accounts import Accounts

    found = []
    for name, root in zip(names, roots, strict=True):
        accounts = Accounts(root / "data")
        if not accounts.people.guarded:
            found.append(name)
        accounts.close()
    return found


def place_from(text: str) -> tuple[str, int]:
    """Host and port of an address to listen on. Raises bad_option.

    >>> place_from("0.0.0.0:9000"), place_from("[::]:80")
    (('0.0.0.0', 9000), ('::', 80))
    """
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise CestaError("bad_option", f'"{text}" is no address to listen on.', "Write HOST:PORT, as 0.0.0.0:9000.")
    return host.strip("[]"), int(port)


def names_of(roots: Sequence[Path]) -> list[str]:
    """The name of each workspace in its address: that of its folder. Raises same_name."""
    names = [root.resolve().name for root in roots]
    for name in names:
        if names.count(name) > 1:
            raise CestaError("same_name", f'Two of these folders are called "{name}".', "Rename one of them.")
    return names


def workspaces_in(parent: Path) -> list[Path]:
    """Every workspace right below a folder, by name. Raises no_workspace."""
    from cesta.store.manifest import FILE

    found = sorted(path.parent for path in parent.glob(f"*/{FILE}"))
    if not found:
        raise CestaError(
            "no_workspace", f"There is no workspace in {parent}.", f"Make one with: cesta init {parent}/shop"
        )
    return found


def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder; with --all, one that holds some.")],
    beside: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="One more workspace, at /w/<folder>/.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every workspace below DIR, each at /w/<folder>/.")] = False,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on: this machine only.")] = None,
    log_level: Annotated[str | None, typer.Option(help="debug, info, warning or error.")] = None,
    collect_on: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="One more address, open to all, that only takes events.")
    ] = None,
) -> None:
    def prepare(_: Served, address: str) -> Callable[[], None]:
        return lambda: print(address, flush=True)

    roots = [*(workspaces_in(folder) if every else [folder]), *(beside or [])]
    serve_workspaces(roots, {"port": port, "host": host, "log_level": log_level}, prepare, collect_on)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("serve", help=said)(serve)
