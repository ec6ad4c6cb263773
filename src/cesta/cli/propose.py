"""`cesta map propose`: a first map from the events alone, shown, and saved only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach
from cesta.maps.view import Number

if TYPE_CHECKING:
    from cesta.maps.propose.proposal import Proposal

MOST = 12
"""So many that were left out are named."""


def shown(number: Number | None) -> str:
    """A share or a count.

    >>> shown(Number(0.25, "share", 40)), shown(Number(4302.0, "journeys", 4302)), shown(None)
    ('25.0 %', '4,302', '–')
    """
    if number is None or number.value is None:
        return "–"
    return f"{number.value * 100:.1f} %" if number.unit == "share" else f"{number.value:,.0f}"


def lines_of(found: Proposal) -> list[str]:
    """The proposal for a terminal: each stage with its touchpoints, what was left out, how much it shows."""
    ends = [f"{found.silence} of silence"] if found.silence else []
    ends += [f"{found.after} from their start"] if found.after else []
    lines = [found.title, f"Journeys end after {' or '.join(ends)}; goal: {found.goal or 'none'}.", ""]
    for stage in found.stages:
        rows = [(stop.name, shown(stop.reach)) for stop in stage.touchpoints]
        lines += [stage.name, *(f"  {line}" for line in table(("", ""), rows)[1:])]
    if found.aside:
        left = [f"{stop.name} ({(stop.reason or '').replace('_', ' ')})" for stop in found.aside[:MOST]]
        more = f", {len(found.aside) - MOST} more" if len(found.aside) > MOST else ""
        lines += ["", f"Left out: {', '.join(left)}{more}."]
    quality = found.quality
    lines += ["", f"Shows {shown(quality.coverage)} of all events, {shown(quality.whole)} of the journeys wholly."]
    return lines


def propose_map(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    save: Annotated[str | None, typer.Option(help="Save it under this id; a map that is there is kept.")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    """Propose a first map from the events there are; nothing is saved without --save."""
    from cesta.maps.propose.proposal import Proposal

    with reach(folder) as reached:
        found = msgspec.convert(reached.proposal(lang), Proposal)
        if save is not None:
            reached.save_map(save, found.text.replace(f"\nid: {found.id}\n", f"\nid: {save}\n", 1))
    saved = [f"Saved as maps/{save}.yaml."] if save else ["Nothing was saved; save it with --save first-map."]
    show(found, [*lines_of(found), "", *saved], json)
