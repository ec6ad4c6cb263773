"""`cesta key DIR --source NAME`: a write key for a client, printed once; without a source the keys there are."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show, table

HEAD = ("id", "source", "ends in", "made", "revoked")


def key(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Print a new key alone; its events are of this source.")
    ] = None,
    revoke: Annotated[str | None, typer.Option(metavar="ID", help="From now on this key opens nothing.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The list as JSON even at a terminal.")] = False,
) -> None:
    from cesta.model.errors import CestaError
    from cesta.store.keys import Keys
    from cesta.store.manifest import read_manifest

    read_manifest(folder)
    # Keys are a file of their own: they may be changed beside a server, which sees it by itself.
    keys, now = Keys(folder / "data"), time.time_ns() // 1000
    if source is not None and revoke is not None:
        raise CestaError("bad_option", "One command cannot make a key and revoke one.", "Use --source or --revoke.")
    if source is not None:
        print(keys.create(source, now), flush=True)
        return
    if revoke is not None:
        gone = keys.revoke(revoke, now)
        show({"revoked": gone.id, "source": gone.source}, [f"The key {gone.id} of {gone.source} is revoked."], json)
        return
    every = keys.every()
    rows = [(one.id, one.source, f"…{one.ends}", one.created[:10], (one.revoked or "")[:10]) for one in every]
    listed = [
        {"id": one.id, "source": one.source, "ends": one.ends, "created": one.created, "revoked": one.revoked}
        for one in every
    ]
    said = table(HEAD, rows) if rows else [f"There is no key yet. Make one: cesta key {folder} --source shop-web"]
    show({"keys": listed}, said, json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("key", help=said)(key)
