"""`cesta tasks DIR`: what is to be done, by whom and until when; --add opens a task, --move says how far one is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach


def lines_of(found: Sequence[dict[str, Any]]) -> list[str]:
    """The tasks for a terminal, those that are due first."""
    if not found:
        return ["Nothing is to be done. Open a task: cesta tasks DIR --add TITLE"]
    head = ("no.", "task", "status", "owner", "due", "from")
    rows = [
        (
            str(one["id"]),
            one["title"],
            one["status"] + (", came back" if one["reopened"] else ""),
            one["owner"] or "nobody",
            one["due"] + (", overdue" if one["overdue"] else ""),
            one["source"],
        )
        for one in found
    ]
    return table(head, rows)


def tasks(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    add: Annotated[str | None, typer.Option(help="Open a task.", metavar="TITLE")] = None,
    owner: Annotated[str | None, typer.Option(help="Only hers; with --add, whose it is.", metavar="WHO")] = None,
    due: Annotated[str, typer.Option(help="With --add: the day it is due.", metavar="DAY")] = "",
    note: Annotated[str, typer.Option(help="With --add: more about it.", metavar="TEXT")] = "",
    move: Annotated[
        tuple[int, str] | None,
        typer.Option(help="idea, planned, doing, done, verified or dropped.", metavar="ID STATUS"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if add is not None:
            task = reached.open_task({"title": add, "owner": owner or "", "due": due, "note": note})
        elif move is not None:
            task = reached.change_task(move[0], {"status": move[1]})
        else:
            found = reached.tasks(owner)
            show(found, lines_of(found), json)
            return
    show(task, lines_of([task]), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("tasks", help=said)(tasks)
