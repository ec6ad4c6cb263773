"""`cesta map deviations|barriers`: the desired journey beside what happens, and what stops customers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.api.chosen import Chosen
from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.maps.barriers.view import BarriersView
    from cesta.maps.desired_view import DesiredView
    from cesta.maps.view import Number

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]
Segment = Annotated[str | None, typer.Option(help="A segment's id; everyone without it.")]
Since = Annotated[str | None, typer.Option("--from", help="First day, as 2017-01-31.")]
Until = Annotated[str | None, typer.Option("--to", help="Last day, as 2017-12-31.")]
Lang = Annotated[str, typer.Option(help="en, pl, cs or ru.")]


def points(number: Number) -> str:
    """A difference of shares in points, with its interval.

    >>> from cesta.maps.view import Number
    >>> points(Number(-0.09, "share", 40, low=-0.13, high=-0.05))
    '-9.0 pt (-13.0 … -5.0)'
    """
    if number.value is None or number.low is None or number.high is None:
        return "–"
    return f"{number.value * 100:+.1f} pt ({number.low * 100:+.1f} … {number.high * 100:+.1f})"


def deviation_lines(view: DesiredView) -> list[str]:
    """How many keep to the path, then a line a deviation."""
    from cesta.cli.map import shown

    if not view.path:
        return [
            "The map describes no desired journey.",
            'Write "desired: {path: [a touchpoint, …]}" into its document.',
        ]
    head = [f"{shown(view.keeping)} of {shown(view.journeys)} journeys keep to the path.", ""]
    rows = [
        (one.kind, one.touchpoint, shown(one.journeys), shown(one.share), points(one.difference), "clear" * one.clear)
        for one in view.deviations
    ]
    said = f"{view.compared} differences compared; of those called clear at most {view.false_share:.0%} are chance."
    return [*head, *table(("deviation", "touchpoint", "journeys", "of those who could", "goal", ""), rows), "", said]


def barrier_lines(view: BarriersView) -> list[str]:
    """A line a barrier, the worst first."""
    from cesta.cli.map import shown
    from cesta.maps.barriers.sentences import sentence

    if not view.barriers:
        return [f"No barriers: in {view.compared} comparisons nothing is clear and large enough."]
    unit = f" {view.currency}" if view.currency else ""
    rows = [
        (
            sentence(one),
            shown(one.people),
            points(one.difference),
            "–" if one.at_stake is None else f"{one.at_stake:,.0f}{unit}",
        )
        for one in view.barriers
    ]
    said = f"{view.compared} comparisons were made; of the barriers at most {view.false_share:.1%} are chance."
    return [*table(("barrier", "people", "like with like", "at stake"), rows), "", said]


def show_deviations(
    folder: Folder,
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="A map's id.")],
    segment: Segment = None,
    since: Since = None,
    until: Until = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """How journeys stray from the desired one, and what goes with it."""
    from cesta.maps.desired_view import DesiredView

    with reach(folder) as reached:
        found = reached.deviations(map_id, Chosen(segment, since, until), lang)
    show(found, deviation_lines(msgspec.convert(found, DesiredView)), json)


def show_barriers(
    folder: Folder,
    map_id: Annotated[
        str | None, typer.Argument(metavar="[MAP]", help="A map's id; without it, journeys as they would be proposed.")
    ] = None,
    segment: Segment = None,
    since: Since = None,
    until: Until = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """What stops customers, found in what they did, the worst first."""
    from cesta.maps.barriers.view import BarriersView

    with reach(folder) as reached:
        found = reached.barriers(map_id, Chosen(segment, since, until), lang)
    show(found, barrier_lines(msgspec.convert(found, BarriersView)), json)
