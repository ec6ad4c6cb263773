"""`cesta bin DIR`: what was deleted and can still be brought back, documents and loads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show, table

HEAD = ("deleted", "stays until", "kind", "id", "what", "to bring it back")


def bin_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    restore_entry: Annotated[
        str | None, typer.Option("--restore", metavar="ENTRY", help="Bring this document back to where it was.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.loads import list_loads
    from cesta.store.bin import list_bin
    from cesta.store.workspace import Workspace

    # Documents are files: they may be moved beside a server, which sees it by itself.
    with Workspace.open(folder) as workspace:
        if restore_entry is not None:
            from cesta.maps.binned import restore

            back = restore(workspace, restore_entry)
            show(back, [f"{back.kind} {back.id} is back."], json)
            return
        documents = list_bin(workspace)
        loads = tuple(load for load in list_loads(workspace) if load.binned_at is not None)
    rows = [
        (item.binned_at[:10], item.until[:10], item.kind, item.id, item.title, f"--restore {item.entry}")
        for item in documents
    ]
    rows += [
        (
            str(load.binned_at)[:10],
            "",
            "load",
            load.load_id,
            load.name,
            f"cesta unload {folder} {load.load_id} --restore",
        )
        for load in loads
    ]
    show({"documents": documents, "loads": loads}, table(HEAD, rows) if rows else ["The bin is empty."], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("bin", help=said)(bin_)
