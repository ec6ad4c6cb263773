"""`cesta map moods|friction`: what customers feel, month by month, and where the way is rough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.api.chosen import Chosen
from cesta.cli.map_truth import Folder, Json, Segment, Since, Until
from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.maps.friction import FrictionView
    from cesta.maps.moods import MoodsView
    from cesta.maps.view import Emotion

MapId = Annotated[str, typer.Argument(metavar="MAP", help="A map's id.")]


def felt(emotion: Emotion) -> tuple[str, str, str]:
    """The mood, its interval and n.

    >>> from cesta.maps.view import Emotion
    >>> felt(Emotion(0.52, "measured", 40, 0.31, 0.73)), felt(Emotion(None, "assumed", 3))
    (('+0.52', '+0.31 … +0.73', 'n 40'), ('–', '', 'n 3'))
    """
    between = "" if emotion.low is None or emotion.high is None else f"{emotion.low:+.2f} … {emotion.high:+.2f}"
    return ("–" if emotion.value is None else f"{emotion.value:+.2f}"), between, f"n {emotion.n}"


def mood_lines(view: MoodsView) -> list[str]:
    """A line a month, then a line a segment."""
    months = [(one.start, *felt(one.emotion)) for one in view.months]
    segments = [(one.name, *felt(one.emotion)) for one in view.segments]
    if not months:
        return ["Nobody said what they feel."]
    lines = [*table(("month", "mood", "95 %", ""), months)]
    return [*lines, "", *table(("segment", "mood", "95 %", ""), segments)] if segments else lines


def friction_lines(view: FrictionView) -> list[str]:
    """A line for each touchpoint that has any."""
    rows = [
        (
            stop.touchpoint,
            "–" if stop.journeys.value is None else f"{stop.journeys.value:.1%} of {stop.journeys.of}",
            ", ".join(f"{part.kind} {part.journeys.n}" for part in stop.parts),
        )
        for stop in view.stops
        if stop.parts
    ]
    return [*table(("touchpoint", "journeys", "of them"), rows)] if rows else ["No friction was seen."]


def show_moods(
    folder: Folder,
    map_id: MapId,
    part: Annotated[str | None, typer.Option(metavar="ID", help="A stage or touchpoint.")] = None,
    segment: Segment = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """How the mood has gone month by month, and how segments differ."""
    from cesta.maps.moods import MoodsView

    with reach(folder) as reached:
        found = reached.moods(map_id, part, Chosen(segment, since, until), "en")
    show(found, mood_lines(msgspec.convert(found, MoodsView)), json)


def show_friction(
    folder: Folder,
    map_id: MapId,
    segment: Segment = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """Where the way is rough: errors, tries again, turns back, calls for help."""
    from cesta.maps.friction import FrictionView

    with reach(folder) as reached:
        found = reached.friction(map_id, Chosen(segment, since, until))
    show(found, friction_lines(msgspec.convert(found, FrictionView)), json)
