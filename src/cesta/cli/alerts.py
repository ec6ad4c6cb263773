"""`cesta alerts DIR`: what alerts see now; --history, what they told; --place, where to send to; --digest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach


def lines_of(found: list[dict[str, Any]]) -> Iterator[str]:
    """What each alert sees."""
    if not found:
        yield "No alerts yet: write alerts/few-buyers.yaml."
    for one in found:
        value = "no number" if one["value"] is None else f"{one['value']:.4g}"
        state = one["problem"] or (f"{one['why']} {one['limit']:.4g}" if one["why"] else "fine")
        yield f"{one['name']}: {value}, {state}"
        yield from (f"  sent to {to}" for to in one["sent"])
        yield from (f"  not sent to {said}" for said in one["failed"])


def past_lines(found: list[dict[str, Any]]) -> list[str]:
    """What alerts told."""
    head = ("alert", "since", "until", "why", "value", "sent to", "not sent")
    rows = [
        (
            *(one[key] or "still" for key in ("alert", "began", "ended", "why")),
            f"{one['value']:.4g}",
            one["sent"],
            one["failed"],
        )
        for one in found
    ]
    return table(head, rows) if rows else ["Nothing yet."]


def digest_lines(found: dict[str, Any]) -> list[str]:
    """A letter as it would be sent."""
    head = [f"To: {found['to'] or 'nobody, as no address is known'}", f"Subject: {found['subject']}"]
    return [*head, "", *found["text"].rstrip().split("\n")]


def alerts(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    look: Annotated[bool, typer.Option("--look", help="Tell people now of what is newly wrong.")] = False,
    history: Annotated[bool, typer.Option("--history", help="What alerts told.")] = False,
    place: Annotated[str | None, typer.Option(help="A webhook or chat by name.", metavar="NAME=ADDRESS")] = None,
    digest: Annotated[str | None, typer.Option(help="Show her digest; nothing is sent.", metavar="OWNER")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if digest is not None:
            letter = reached.digest(digest)
            show(letter, digest_lines(letter), json)
        elif place is not None:
            name, _, address = place.partition("=")
            kept = reached.keep_place(name, address)
            show(kept, [f"Alerts may be sent to: {', '.join(kept['places']) or 'nobody'}."], json)
        elif history:
            past = reached.alert_history()
            show(past, past_lines(past), json)
        else:
            found = reached.alerts(look)
            show(found, lines_of(found), json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("alerts", help=said)(alerts)
