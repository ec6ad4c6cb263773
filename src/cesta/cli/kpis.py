"""`cesta kpis DIR [ID]`: every KPI with its number, how sure it is, its target, and how it has moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach
from cesta.measures.number_words import told

MARKS = {"good": "✓", "warn": "!", "bad": "✗", "none": ""}


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """The KPIs for a terminal."""
    yield f"{found['date_from']} to {found['date_to']}" + (f", {found['segment']}" if found["segment"] else "")
    if not found["kpis"]:
        yield "No KPIs yet. Those that the events allow for: cesta kpis DIR --add"
    rows = [_row(kpi) for kpi in found["kpis"]]
    yield from table(("", "KPI", "now", "from", "to", "n", "before", "target"), rows) if rows else ()
    for kpi in found["kpis"]:
        if kpi["problem"]:
            yield f"{kpi['id']}: {kpi['problem']}"
        if kpi["left_out"]:
            yield f"{kpi['id']}: {kpi['left_out']:,} amounts in other currencies than {kpi['currency']} are left out."
        for guard in kpi["guards"]:
            if guard["harmed"]:
                yield f"{kpi['id']} got better while {guard['id']} got worse."
    yield from found["broken"]


def _row(kpi: dict[str, Any]) -> tuple[str, ...]:
    now, before, unit, money = kpi["now"], kpi["before"], kpi["unit"], kpi["currency"]
    if now is None:
        return (MARKS[kpi["state"]], kpi["id"], "–", "", "", "", "", "")
    low, high = ("", "") if now["low"] is None else (told(now["low"], unit, money), told(now["high"], unit, money))
    return (
        MARKS[kpi["state"]],
        kpi["id"],
        "too few" if now["too_few"] else told(now["value"], unit, money),
        low,
        high,
        f"{now['n']:,} of {now['of']:,}",
        told(before["value"], unit, money) if before else "",
        "" if kpi["target"] is None else told(kpi["target"], unit, money),
    )


def kpis(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    kpi: Annotated[str | None, typer.Argument(metavar="[ID]", help="One KPI alone.")] = None,
    segment: Annotated[str | None, typer.Option(help="Of the members of this segment.", metavar="ID")] = None,
    date_from: Annotated[str | None, typer.Option("--from", help="First day.", metavar="DAY")] = None,
    date_to: Annotated[str | None, typer.Option("--to", help="Last day.", metavar="DAY")] = None,
    add: Annotated[bool, typer.Option("--add", help="Describe the usual KPIs that are missing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if add:
            added = reached.add_kpis()
            show(added, [f"Described measures/{one}.yaml." for one in added["ids"]] or ["Nothing is missing."], json)
            return
        found = reached.kpis((kpi,) if kpi else (), segment, (date_from, date_to))
    show(found, lines_of(found), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("kpis", help=said)(kpis)
