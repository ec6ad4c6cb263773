"""A guess in words for a person at a terminal: first rows with who, what and when marked, and what she should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cesta.cli.output import table

if TYPE_CHECKING:
    from cesta.ingest.guess.guess import EventGuess, Guess, Role, TableSeen
    from cesta.ingest.guess.preview import JourneySeen

ROWS = 5
COLUMNS = 7
WIDEST = 20
ROLES = ("who", "what", "when", "id")


def lines(guess: Guess) -> list[str]:
    """All of it: tables that tell of events, kinds of events, notes, doubts, and what is still to be said."""
    found: list[str] = []
    for seen in guess.tables:
        if seen.use == "events":
            found += [*_table(seen, _marks(guess, seen)), ""]
    found += [f"  {line}" for event in guess.events for line in _event(event)]
    if guess.journeys:
        found += ["", "The first customers, as they would be read:", *map(_journey, guess.journeys)]
    if guess.reused:
        found += ["", f"The kept mapping mappings/{guess.reused}.yaml fits these files and is used."]
    said = [note.text for note in guess.notes]
    doubts = [f"Note: {warning.text}" for warning in guess.warnings]
    asked = [f"{one.text} Say {one.option} {' or '.join(one.choices)}." for one in guess.questions]
    return [*found, *([""] if said or doubts or asked else []), *said, *doubts, *asked]


def _table(seen: TableSeen, marks: Mapping[str, str]) -> list[str]:
    names = [column.name for column in seen.columns]
    chosen = sorted(names, key=lambda name: name not in marks)[:COLUMNS]
    chosen = [name for name in names if name in chosen]
    more = f", {len(names) - len(chosen)} more columns" if len(names) > len(chosen) else ""
    rows = [[_cut(row[names.index(name)] or "") for name in chosen] for row in islice(seen.first_rows, ROWS)]
    head = [marks.get(name, "").upper() for name in chosen]
    files = ", ".join(seen.files) + (f" ({seen.sheet})" if seen.sheet else "")
    shown = table(head, [[_cut(name) for name in chosen], *rows])
    return [f"{files}: {seen.rows:,} rows{more}", *(f"  {line}" for line in shown)]


def _marks(guess: Guess, seen: TableSeen) -> dict[str, str]:
    """Which column plays which role in the events of a table."""
    found: dict[str, str] = {}
    for event in guess.events:
        if event.table != seen.name:
            continue
        for name, role in zip(ROLES, (event.who, event.what, event.when, event.id), strict=True):
            for column in role.columns if role is not None else ():
                found.setdefault(column, name)
    return found


def _event(event: EventGuess) -> Iterator[str]:
    name = event.event or (f"named by {event.what.columns[0]}" if event.what else "event")
    parts = [f"who {_said(event.who)}", f"when {_said(event.when)}"]
    if event.id is not None:
        parts.append(f"id {_said(event.id)}")
    if event.properties:
        parts.append(f"{len(event.properties)} details")
    yield f"{name}: {', '.join(parts)}"
    if event.assumed:
        yield f"  time assumed: {event.assumed}"


def _journey(journey: JourneySeen) -> str:
    zone = ZoneInfo(journey.zone)
    steps = []
    for event in journey.events:
        time = datetime.fromisoformat(event.time).astimezone(zone)
        steps.append(f"{_cut(event.event)} {time:%Y-%m-%d}" + ("" if event.assumed else f" {time:%H:%M}"))
    more = [f"{journey.more:,} more"] if journey.more else []
    return f"  {_cut(journey.customer)}: {' → '.join([*steps, *more])}"


def _said(role: Role) -> str:
    return " + ".join(role.columns) if role.columns else "each row"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDEST else f"{flat[: WIDEST - 1]}…"
