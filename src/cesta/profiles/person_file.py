"""Everything about one person in one file, for her or for whoever may ask: as machines read it, with a plain README."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from cesta.identity.naming import NOBODY, bare_of
from cesta.ingest.as_sent import as_sent
from cesta.model.arrival import Arrival
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.profiles.profile import known, profile_of
from cesta.store.accepted import accepted_by
from cesta.store.mentions import named_in
from cesta.store.workspace import Workspace

README = """\
Everything that the workspace "{name}" knows about the customer {customer}
as of {as_of}.

profile.json    who she is: all ids that are hers, what sources said of her, what was worked out from her
                events, the segments she is in, to what she agreed, what waits for an answer
events.json     every event that counts, in order of time, with its source and its name there
events.csv      the same as a table; a property is a column
messages.json   every message that came under one of her ids, as it came
set-aside.json  what could not be understood, and names her

Times are in UTC. Texts are in UTF-8.
"""


@dataclass(frozen=True, slots=True)
class PersonFile:
    """The file, and what is in it. set_aside: things that could not be understood, and name her."""

    customer: str
    content: bytes
    events: int
    messages: int
    set_aside: int


def person_file(workspace: Workspace, one: str) -> PersonFile:
    """The file about the customer who has this id. Raises unknown_customer."""
    her = known(workspace, one)
    told = profile_of(workspace, her, "en")
    arrivals = list(accepted_by(workspace, her.ids))
    steps = sorted((each for each in arrivals if each.is_step), key=lambda each: each.event.time)
    messages = [each for each in arrivals if each.raw]
    aside = list(_set_aside(workspace, frozenset(bare_of(one) for one in her.ids if not NOBODY.fullmatch(one))))
    settings = workspace.settings
    readme = README.format(name=settings.name, customer=told.customer, as_of=told.as_of or "now")
    files = {
        "README.txt": readme.encode(),
        "profile.json": _json(told),
        "events.json": _json([_event(each) for each in steps]),
        "events.csv": _csv(steps),
        "messages.json": _json([_message(each) for each in messages]),
        "set-aside.json": _json(aside),
    }
    return PersonFile(told.customer, _zipped(files), len(steps), len(messages), len(aside))


def _event(each: Arrival) -> dict[str, object]:
    event = each.event
    return {
        "time": show_instant(event.time),
        "event": event.name,
        "id": event.customer,
        "source": event.source,
        "message_id": event.message_id,
        "properties": as_sent(each).properties if each.raw else event.properties,
    }


def _message(each: Arrival) -> dict[str, object]:
    event = each.event
    told = {"type": each.type, "source": event.source, "message_id": event.message_id, "ids": each.ids}
    received = {"received": show_instant(each.received)} if each.received else {}
    return {**told, **received, "raw": each.raw}


def _set_aside(workspace: Workspace, ids: frozenset[str]) -> Iterator[dict[str, object]]:
    statement = "select seq, source, received, reason, raw, value from set_aside where seq > ? order by seq limit ?"
    for page in workspace.log.pages(statement, ()):
        for _, source, received, reason, raw, value in page:
            if any(text is not None and named_in(text, ids) for text in (raw, value)):
                yield {"source": source, "received": show_instant(received), "reason": reason, "value": raw or value}


def _csv(steps: Iterable[Arrival]) -> bytes:
    rows = list(steps)
    names = sorted({name for each in rows for name in each.event.properties})
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["time", "event", "id", "source", "message_id", *names])
    for each in rows:
        event = each.event
        own = [_cell(event.properties, name) for name in names]
        table.writerow([show_instant(event.time), event.name, event.customer, event.source, event.message_id, *own])
    return text.getvalue().encode("utf-8-sig")


def _cell(properties: Mapping[str, Value], name: str) -> Value:
    """What a spreadsheet would take for a formula stays text."""
    value = properties.get(name, "")
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _json(document: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
