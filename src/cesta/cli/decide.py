"""`cesta decide DIR LOAD [keep|replace]`: a load's rows that say something else about known ids, and what to do."""

from __future__ import annotations

import json as js
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.ingest.changes import ChangedRow, ChangedRows
    from cesta.ingest.loads import LoadView


def decide(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    load: Annotated[str, typer.Argument(metavar="LOAD", help="The load, as `cesta loads DIR` names it.")],
    decision: Annotated[
        str | None,
        typer.Argument(
            metavar="DECISION",
            show_default=False,
            help="keep: what was known stays; replace: the load's rows count; ask. Without it, what changed is shown.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.changes import ChangedRows
    from cesta.ingest.loads import LoadView

    with reach(folder) as workspace:
        if decision is None:
            changed = msgspec.convert(workspace.changes(load), ChangedRows)
            show(changed, lines(folder, load, changed), json)
            return
        found = msgspec.convert(workspace.decide(load, decision), LoadView)
    show(found, decided(found), json)


def decided(found: LoadView) -> list[str]:
    """What counts of a load after a decision."""
    said = f"{found.load_id}: {found.decision}. {found.events:,} of its events count."
    return [f"{said} {found.changed:,} rows wait." if found.changed else said]


def lines(folder: Path, load: str, found: ChangedRows) -> list[str]:
    """The changed rows in words, and the two decisions there are."""
    if not found.changes:
        return [f"No row of {load} says something else about a known id."]
    shown = len(found.changes)
    many = "Rows" if found.total is None else "1 row" if found.total == 1 else f"{found.total:,} rows"
    say = "says" if found.total == 1 else "say"
    first = "" if found.total == shown else f" The first {shown}:"
    return [
        f"{many} of {load} {say} something else about known ids.{first}",
        *(line for row in found.changes for line in _row(row)),
        f"Let the new values count: cesta decide {folder} {load} replace",
        f"Leave the earlier ones:   cesta decide {folder} {load} keep",
    ]


def _row(row: ChangedRow) -> list[str]:
    changed = [
        f"    {each.field.removeprefix('properties.')}: {_value(each.was)} → {_value(each.now)}" for each in row.fields
    ]
    return [f"  {row.id}  {row.customer}, {row.event}, {row.time}", *changed]


def _value(value: object) -> str:
    return "not set" if value is None else js.dumps(value, ensure_ascii=False)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("decide", help=said)(decide)
