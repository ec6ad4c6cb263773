"""`cesta events DIR [FILE|-]`: which events there are, or all of them; with a file, new ones through the front door."""

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


def read_events(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, object] | str]]:
    """One JSON object a line, with the line's number; another line as its text, empty lines are passed over.

    >>> list(read_events([b'{"event": "visit"}', b'', b'visit']))
    [(1, {'event': 'visit'}), (3, 'visit')]
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, json_object(line)
        except CestaError:
            yield number, line.decode("utf-8", "backslashreplace").rstrip("\r\n")


def send(reached: Reached, lines: Iterable[bytes], source: str, file: str | None = None) -> dict[str, int]:
    """Send every event of a stream in batches; how many were accepted, known before, set aside."""
    sums = {"accepted": 0, "duplicates": 0, "set_aside": 0}
    events = read_events(lines)
    while batch := list(itertools.islice(events, BATCH)):
        sent = reached.accept([event for _, event in batch], source, file, [number for number, _ in batch])
        answered = msgspec.convert(sent, dict[str, object])
        for name in sums:
            sums[name] += msgspec.convert(answered[name], int)
    return sums


def events(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", help="New events, one JSON object a line.")] = None,
    source: Annotated[str, typer.Option(help="Who sends them; with its message_id an event counts once.")] = "cli",
    set_aside: Annotated[bool, typer.Option("--set-aside", help="What waits to be understood, one a line.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Every event that counts, one JSON object a line.")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="The last ten, and then each as it comes in.")] = False,
) -> None:
    if file is None and (json or set_aside or follow):
        from cesta.cli.event_lines import follow_lines, print_lines

        (follow_lines if follow else print_lines)(folder, set_aside)
        return
    with reach(folder) as reached:
        if file is None:
            show_kinds(reached)
            return
        with opened(file) as stream:
            sums = send(reached, lines_of(stream), source, None if file == "-" else Path(file).name)
    said = f"{sums['accepted']:,} accepted, {sums['duplicates']:,} known before, {sums['set_aside']:,} set aside."
    hint = [f"See what was set aside with: cesta set-aside {folder}"] if sums["set_aside"] else []
    show(sums, [said, *hint], json)


def show_kinds(reached: Reached) -> None:
    """The kinds of event, the most frequent first."""
    found = msgspec.convert(reached.overview(), _Amounts)
    rows = [(kind.name, f"{kind.events:,}", f"{kind.people:,}") for kind in found.events]
    total = f"{found.events_total:,} events of {found.customers:,} customers"
    show(found, [total, "", *table(("event", "events", "people"), rows)])


def add_to(app: typer.Typer, said: str) -> None:
    app.command("events", help=said)(events)
