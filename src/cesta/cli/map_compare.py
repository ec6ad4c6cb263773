"""`cesta map compare`: two segments or two periods of a map, number by number."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.api.chosen import Chosen
from cesta.cli.map_truth import points
from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.maps.compare import ComparedNumber, ComparedSide, MapComparison

WHAT = {
    "goal": "reach the goal",
    "open": "are still under way",
    "reached": "come to it",
    "goes_on": "go on",
    "leaves": "leave",
    "time": "half need at most",
    "touched": "touch it",
    "to_goal": "reach the goal from it",
    "succeeds": "do what they should",
    "mood": "mood",
}
UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"))


def side(one: ComparedSide) -> str:
    """Who and when, and how many."""
    who = one.name or "everyone"
    return f"{who}, {one.date_from} … {one.date_to}: {one.people.n:,} people, {one.journeys.n:,} journeys"


def gap(one: ComparedNumber) -> str:
    """A difference in the unit of its numbers, with its interval."""
    number = one.difference
    if number.unit == "share" or number.value is None or number.low is None or number.high is None:
        return points(number)
    if number.unit == "seconds":
        most = max(abs(number.low), abs(number.high))
        size, unit = next(((size, unit) for size, unit in UNITS if most >= 2 * size), (1, "s"))
        return f"{number.value / size:+,.1f} {unit} ({number.low / size:+,.1f} … {number.high / size:+,.1f})"
    return f"{number.value:+.2f} ({number.low:+.2f} … {number.high:+.2f})"


def lines(found: MapComparison) -> list[str]:
    """Who is compared with whom, then a line a number."""
    from cesta.cli.map import shown

    rows = [
        (one.name, WHAT[one.kind], shown(one.one), shown(one.other), gap(one), "clear" * one.clear)
        for one in found.numbers
    ]
    both = [f"{found.shared:,} people are in both."] if found.shared else []
    said = (
        f"{found.compared} differences compared; of those called clear at most {found.false_share:.0%} are chance."
        " Journeys of one person count as one."
    )
    return [
        side(found.one),
        side(found.other),
        *both,
        "",
        *table(("where", "what", "one", "other", "difference", ""), rows),
        "",
        said,
    ]


def compare_sides(  # noqa: PLR0913 - each is an option of the verb
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="A map's id.")],
    segment: Annotated[str | None, typer.Option(help="A segment's id; everyone without it.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day, as 2017-01-31.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day, as 2017-12-31.")] = None,
    other: Annotated[str | None, typer.Option("--with", help="The other side's segment, * for everyone.")] = None,
    other_since: Annotated[str | None, typer.Option("--with-from", help="The other side's first day.")] = None,
    other_until: Annotated[str | None, typer.Option("--with-to", help="The other side's last day.")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    """Two segments or two periods of a map, number by number."""
    from cesta.maps.compare import MapComparison

    beside = Chosen(other, other_since, other_until)
    with reach(folder) as reached:
        found = reached.compared(map_id, Chosen(segment, since, until), beside, lang)
    show(found, lines(msgspec.convert(found, MapComparison)), json)
