"""The mapping document that a plan becomes: YAML with comments, as its owner would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from cesta.ingest.guess.plan import EventPlan, Plan
from cesta.ingest.guess.properties import shorthand
from cesta.ingest.guess.sources import Source
from cesta.store.loads import Decision

PLAIN = re.compile(r"[A-Za-z_*][\w./()*+-]*(?: [\w./()*+|-]+)*")
ODD = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML reads only when they are escaped, and breaks of lines that it would fold."""
SPECIAL = frozenset(("true", "false", "null", "yes", "no", "on", "off", "~", "y", "n"))
WIDTH = 118


def mapping_text(
    source_id: str, sources: Sequence[Source], plan: Plan, timezone: str, changed: Decision | None = None
) -> str:
    """The whole document, ending with a line break."""
    used = [source for source in sources if plan.uses.get(source.name) != "unused"]
    lines = [
        "# How these files become events, as guessed from what is in them. Correct what is wrong: it is kept, and used",
        "# for the next files of this kind. customer, time, id and the properties are columns of `from`, or any SQL.",
        "",
        f"id: {scalar(source_id)}",
    ]
    if plan.local:
        lines += ["# Times in the files name no zone and are read in this one.", f"timezone: {scalar(timezone)}"]
    if changed is not None:
        lines += ["# When a row with a known id says something else.", f"changed: {changed}"]
    lines += ["", "files:", *(f"  {source.name}: {scalar(source.pattern)}" for source in used)]
    if plan.queries:
        lines += ["", "tables:"]
        for name, (query, said) in plan.queries.items():
            lines += [f"  # {said}", *_block(f"  {name}", query)]
    lines += ["", "# Where two events share a moment, the earlier in this list comes first.", "events:"]
    for place, event in enumerate(plan.events):
        lines += ([""] if place else []) + _event(event)
    # Where they matter, odd characters stand in double quotes by now; in comments they are only shown.
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", "\n".join(lines) + "\n")


def scalar(value: str) -> str:
    """A text as YAML writes it: plain where it can be, else in quotes.

    >>> print(scalar("paid_at"), scalar('"order"'), scalar("no"), scalar("%d.%m.%Y"))
    paid_at '"order"' 'no' '%d.%m.%Y'
    """
    if PLAIN.fullmatch(value) and value.casefold() not in SPECIAL and ": " not in value and " #" not in value:
        return value
    if "\n" in value or ODD.search(value) or any(ord(letter) < 32 for letter in value):
        return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    return "'" + value.replace("'", "''") + "'"


def _event(event: EventPlan) -> list[str]:
    name = f"event: {scalar(event.event)}" if event.event is not None else f"event_is: {scalar(event.event_is or '')}"
    found = [f"  # {event.said}"] if event.said else []
    found += [f"  - {name}", *_rows(event.rows), f"    customer: {scalar(event.who.sql)}"]
    found.append(f"    time: {scalar(event.when.sql)}")
    if event.formats:
        found.append(f"    time_formats: [{', '.join(scalar(shape) for shape in event.formats)}]")
    if event.assumed is None:
        found.append("    time_is: recorded")
    else:
        found += ["    time_is: assumed", f"    why: {scalar(event.assumed)}"]
    if event.id is not None:
        found.append(f"    id: {scalar(event.id.sql)}")
    return found + _properties(event.properties)


def _rows(rows: str) -> list[str]:
    return _block("    from", rows) if "\n" in rows or len(rows) > WIDTH else [f"    from: {scalar(rows)}"]


def _block(name: str, text: str) -> list[str]:
    """A long text as it stands, below its name."""
    if ODD.search(text):
        return [f"{name}: {scalar(text)}"]
    indent = " " * (len(name) - len(name.lstrip()) + 2)
    return [f"{name}: |", *(f"{indent}{line}" for line in text.splitlines())]


def _properties(properties: Mapping[str, str]) -> list[str]:
    if not properties:
        return []
    if shorthand(dict(properties)):
        return _listed([scalar(name) for name in properties])
    return ["    properties:", *(f"      {scalar(name)}: {scalar(sql)}" for name, sql in properties.items())]


def _listed(names: Sequence[str]) -> list[str]:
    lines = [f"    properties: [{names[0]}"]
    for name in names[1:]:
        if len(lines[-1]) + len(name) + 3 > WIDTH:
            lines[-1] += ","
            lines.append(f"      {name}")
        else:
            lines[-1] += f", {name}"
    return [*lines[:-1], f"{lines[-1]}]"]
