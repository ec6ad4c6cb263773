"""`cesta retention DIR`: how long events are kept, what is due, and removing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.privacy.retention import Retention


def retention(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    now: Annotated[bool, typer.Option("--now", help="Remove what is due; a server does so once a day.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.privacy.retention import Retention
    from cesta.store.removing import RemovedEvents

    with reach(folder) as workspace:
        if now:
            removed = msgspec.convert(workspace.retire(), RemovedEvents)
            show(removed, [f"Removed: {removed.log:,} events of the log, {removed.rows:,} rows of loads."], json)
            return
        found = msgspec.convert(workspace.retention(), Retention)
    show(found, lines(found), json)


def lines(found: Retention) -> list[str]:
    """The rules, with what each would remove now."""
    if not found.rules:
        return ["Everything is kept: privacy.yaml names no rule of retention."]
    return table(("rule", "kept", "due now"), [(one.name, one.keep, f"{one.events:,}") for one in found.rules])


def add_to(app: typer.Typer, said: str) -> None:
    app.command("retention", help=said)(retention)
