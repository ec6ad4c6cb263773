"""`cesta check DIR`: every checksum and every count; what is damaged is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import Progress, show

if TYPE_CHECKING:
    from cesta.store.checking import Checked


def lines(found: Checked) -> list[str]:
    """What was looked at, and each thing that is damaged."""
    seen = f"{found.events:,} events, {found.shards:,} shards, {found.documents:,} documents"
    older = [f"{found.unsummed:,} shards of an older Cesta have no checksum: compared row by row."]
    said = [f"{seen}: all is whole.", *(older if found.unsummed else [])]
    if found.damaged:
        said = [f"{each.file}: {each.what}" for each in found.damaged]
        said += ["", f"{len(found.damaged):,} things are damaged. Bring back a backup with: cesta restore FILE NEW_DIR"]
    return said


def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.own_documents import mistakes
    from cesta.store.checking import Damage, check

    found = check(folder, Progress())
    # What is no YAML at all was named already.
    known = {each.file for each in found.damaged}
    told = (Damage(name, error.message) for name, error in mistakes(folder) if name not in known)
    found = replace(found, damaged=(*found.damaged, *told))
    show(found, lines(found), json)
    if found.damaged:
        raise typer.Exit(1)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("check", help=said)(check)
