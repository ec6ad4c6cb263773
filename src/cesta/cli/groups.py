"""`cesta groups DIR`: groups of customers who behave alike, found in what they do; kept as a segment when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show
from cesta.cli.reach import reach


def percent(share: float) -> str:
    """
    >>> percent(0.423)
    '42 %'
    """
    return f"{share * 100:.0f} %"


def told(tell: dict[str, Any]) -> str:
    """One difference in a line.

    >>> told({"kind": "which", "name": "source", "answer": "ad", "hours": 0, "here": 0.42, "elsewhere": 0.07})
    'source is ad: 42 % (others 7 %)'
    >>> told({"kind": "gap", "name": "visit", "answer": "back", "hours": 168, "here": 0.5, "elsewhere": 0.3})
    'comes back with visit within 7 days, once she was away that far: 50 % (others 30 %)'
    """
    name, answer, days = tell["name"], tell["answer"], tell["hours"] // 24
    said = {
        "which": f"{name} is {answer}",
        "trait": f"{name} is {answer}",
        "next": f"after {name} comes {answer}" if answer else f"{name} ends the stay",
        "gap": f"{'comes back' if answer == 'back' else 'does not come back'} with {name} within {days} days, once she"
        " was away that far",
    }[tell["kind"]]
    return f"{said}: {percent(tell['here'])} (others {percent(tell['elsewhere'])})"


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """The groups for a terminal."""
    whole = found["found"]
    if not whole["groups"]:
        yield f"No groups found among {whole['customers']:,} customers: they do not fall into groups by what they do."
    for group, rule in zip(whole["groups"], found["rules"], strict=True):
        yield f"Group {group['number']}: {group['customers']:,} customers, {percent(group['share'])} of all"
        yield f"  {percent(group['sure'])} of them surely; like {', '.join(group['examples'])}"
        yield from (f"  more often: {told(tell)}" for tell in group["more"][:4])
        yield from (f"  less often: {told(tell)}" for tell in group["less"][:2])
        yield from (f"  who they are: {told(tell)}" for tell in group["traits"])
        if rule:
            fits = group["rule"]
            yield f"  as a rule: {rule}"
            held, right = percent(fits["recall"]), percent(fits["precision"])
            yield f"    takes {held} of the group; {right} of those it takes are in it"
        yield ""


def groups(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    save: Annotated[int | None, typer.Option(help="Keep this group as a segment.", metavar="NUMBER")] = None,
    name: Annotated[str | None, typer.Option(help="What the segment is to be called.")] = None,
    id_: Annotated[str | None, typer.Option("--id", help="The segment's id.")] = None,
    persona: Annotated[bool, typer.Option("--persona", help="Draft a persona for it, too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if save is None:
            found = reached.groups()
            show(found, lines_of(found), json)
            return
        kept = reached.adopt(save, id_ or f"group-{save}", name or f"Group {save}", persona)
    show(kept, [f"Saved as segments/{kept['segment']}.yaml."], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("groups", help=said)(groups)
