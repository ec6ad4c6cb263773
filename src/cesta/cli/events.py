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
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant

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
) -> None:
    if file is None and (json or set_aside):
        print_lines(folder, set_aside)
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


def print_lines(folder: Path, set_aside: bool) -> None:
    """Each event, or each thing set aside, as one line of JSON."""
    from cesta.api.set_aside import Which, every
    from cesta.store.accepted import accepted
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        lines: Iterator[object] = every(workspace, Which()) if set_aside else map(line_of, accepted(workspace))
        for line in lines:
            print(msgspec.json.encode(line).decode())


def line_of(arrival: Arrival) -> dict[str, object]:
    """What was accepted as it is told one by one; what a client said beyond the event only where one did.

    >>> from cesta.model.event import Event
    >>> line_of(Arrival(Event("web", "1", "ann", "see", 0), "track", "", 0))["ts"]
    '1970-01-01T00:00:00Z'
    """
    event = arrival.event
    told: dict[str, object] = {
        "source": event.source,
        "message_id": event.message_id,
        "type": arrival.type,
        "event": event.name,
        "customer": event.customer,
        "ts": show_instant(event.time),
        "properties": event.properties,
    }
    times = {"original": arrival.original, "sent": arrival.sent, "received": arrival.received if arrival.raw else None}
    told |= {name: show_instant(time) for name, time in times.items() if time is not None}
    told |= {"ids": arrival.ids} if arrival.ids else {}
    told |= {"raw": msgspec.Raw(arrival.raw.encode())} if arrival.raw else {}
    return told | ({"assumed_time": True} if event.assumed_time else {})


def show_kinds(reached: Reached) -> None:
    """The kinds of event, the most frequent first."""
    found = msgspec.convert(reached.overview(), _Amounts)
    rows = [(kind.name, f"{kind.events:,}", f"{kind.people:,}") for kind in found.events]
    total = f"{found.events_total:,} events of {found.customers:,} customers"
    show(found, [total, "", *table(("event", "events", "people"), rows)])


def add_to(app: typer.Typer, said: str) -> None:
    app.command("events", help=said)(events)
