"""`cesta events DIR [FILE|-]`: which events there are; with a file, new ones through the front door."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.api.documents import json_object
from cesta.cli.output import show, table
from cesta.cli.reach import Reached, reach
from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError

BATCH = 1000


class _Kind(msgspec.Struct):
    name: str
    events: int
    people: int


class _Amounts(msgspec.Struct):
    events_total: int
    customers: int
    events: list[_Kind]


def read_events(lines: Iterable[bytes]) -> Iterator[dict[str, object]]:
    """One JSON object a line; empty lines are passed over.

    >>> list(read_events([b'{"event": "visit"}', b'']))
    [{'event': 'visit'}]
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json_object(line)
            except CestaError as error:
                raise CestaError(error.code, f"Line {number}: {error.message}", "One event a line.") from error


def send(reached: Reached, lines: Iterable[bytes], source: str) -> dict[str, int]:
    """Send every event of a stream in batches; how many were accepted, known before, set aside."""
    sums = {"accepted": 0, "duplicates": 0, "set_aside": 0}
    events = read_events(lines)
    while batch := list(itertools.islice(events, BATCH)):
        answered = msgspec.convert(reached.accept(batch, source), dict[str, object])
        for name in sums:
            sums[name] += msgspec.convert(answered[name], int)
    return sums


def events(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", help="New events, one JSON object a line.")] = None,
    source: Annotated[str, typer.Option(help="Who sends them; with its message_id an event counts once.")] = "cli",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    with reach(folder) as reached:
        if file is None:
            show_kinds(reached, json)
            return
        with opened(file) as stream:
            sums = send(reached, lines_of(stream), source)
    said = f"{sums['accepted']:,} accepted, {sums['duplicates']:,} known before, {sums['set_aside']:,} set aside."
    show(sums, [said], json)


def show_kinds(reached: Reached, json: bool) -> None:
    """The kinds of event, the most frequent first."""
    found = msgspec.convert(reached.overview(), _Amounts)
    rows = [(kind.name, f"{kind.events:,}", f"{kind.people:,}") for kind in found.events]
    total = f"{found.events_total:,} events of {found.customers:,} customers"
    show(found, [total, "", *table(("event", "events", "people"), rows)], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("events", help=said)(events)
