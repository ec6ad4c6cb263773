"""`cesta drivers DIR MAP`: what moves what customers say and do, with all others held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.api.chosen import Chosen
from cesta.cli.map_felt import MapId
from cesta.cli.map_truth import Folder, Json, Segment, Since, Until
from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.maps.drivers import DriversView, DriverView


def driver_lines(view: DriversView) -> list[str]:
    """A line a driver, those that are more than chance first."""
    if view.of is None or not view.n:
        return ["No outcome is known often enough."]
    head = f"{view.of}: {view.mean:.3g} on the mean of {view.n}; {view.explained:.0%} of its spread is explained."
    rows = [
        (
            f"{one.touchpoint} {one.friction or ''}".strip(),
            f"{one.effect:+.3g}",
            f"{one.low:+.3g} … {one.high:+.3g}",
            f"n {one.n}",
            _said(one),
        )
        for one in view.drivers
    ]
    last = "All others are held, but nobody was put there by lot: this is no proof of a cause."
    return [head, "", *table(("touchpoint", view.unit, "95 %", "", ""), rows), "", last]


def _said(one: DriverView) -> str:
    """What to make of it."""
    if not one.clear:
        return ""
    return "there they say how they feel" if one.tells else "more than chance"


def drivers(
    folder: Folder,
    map_id: MapId,
    of: Annotated[
        str | None, typer.Option(metavar="OUTCOME", help="nps, csat, stars, words, return, spend, a source of the map.")
    ] = None,
    segment: Segment = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    from cesta.maps.drivers import DriversView

    with reach(folder) as reached:
        found = reached.drivers(map_id, of, Chosen(segment, since, until), "en")
    show(found, driver_lines(msgspec.convert(found, DriversView)), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("drivers", help=said)(drivers)
