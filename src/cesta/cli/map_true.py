"""`cesta map proposals|drift`: what a map needs to stay true, and since when its numbers are others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.map_truth import points
from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.maps.drift import DriftView
    from cesta.maps.proposed import ProposalsView, Proposed

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
MapId = Annotated[str, typer.Argument(metavar="MAP", help="A map's id.")]
Lang = Annotated[str, typer.Option(help="en, pl, cs or ru.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def said(one: Proposed) -> str:
    """A proposal in a sentence."""
    from cesta.cli.map import shown

    if one.kind == "add" and one.share is not None:
        earlier = f", {shown(one.earlier)} before" if one.earlier is not None and one.earlier.of else ""
        between = f", between {one.previous or 'the start'} and {one.following or 'the end'}"
        return f"{shown(one.share)} of journeys now go through {one.name}{earlier}: add it to {one.stage}{between}?"
    since = f"Nothing has come to {one.name} since {one.last}" if one.last else f"Nothing ever came to {one.name}"
    return f"{since}: {f'did you mean the event {one.meant}?' if one.meant else 'take it off the map?'}"


def proposal_lines(view: ProposalsView) -> list[str]:
    """A line a proposal."""
    if not view.proposals:
        lines = ["Nothing is proposed: many journeys do nothing that the map does not know."]
    else:
        lines = table(("proposal", "key"), [(said(one), one.key) for one in view.proposals])
    return [*lines, *([f"{view.dismissed} dismissed."] if view.dismissed else [])]


def drift_lines(view: DriftView) -> list[str]:
    """A line a change, the newest first."""
    from cesta.cli.map import shown

    told = f"{view.compared} series were watched. A season can be named, too: take each as a question."
    if not view.changes:
        return [f"No change: {told}"]
    rows = [
        (
            one.day,
            f"{one.name} {'→' if one.kind == 'conversion' else 'touched'}",
            shown(one.before),
            shown(one.after),
            points(one.difference),
        )
        for one in view.changes
    ]
    return [*table(("since", "number", "before", "after", "difference"), rows), "", told]


def show_proposals(folder: Folder, map_id: MapId, lang: Lang = "en", json: Json = False) -> None:
    """Changes that a map needs to stay true, the most pressing first."""
    from cesta.maps.proposed import ProposalsView

    with reach(folder) as reached:
        found = reached.proposals(map_id, lang)
    show(found, proposal_lines(msgspec.convert(found, ProposalsView)), json)


def show_drift(folder: Folder, map_id: MapId, lang: Lang = "en", json: Json = False) -> None:
    """Since when a map's numbers are others than before."""
    from cesta.maps.drift import DriftView

    with reach(folder) as reached:
        found = reached.drift(map_id, lang)
    show(found, drift_lines(msgspec.convert(found, DriftView)), json)
