"""One row of a file as it was set aside: its mapped values as they were written, judged once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from cesta.ingest.clock import read_time
from cesta.ingest.event_json import NotUnderstood, read_name, read_properties
from cesta.ingest.mapping import ISO
from cesta.ingest.readings import Reading
from cesta.ingest.repair import Raw, read_as
from cesta.model.errors import CestaError
from cesta.model.event import Event, Value


@dataclass(frozen=True, slots=True)
class RowKind:
    """How the rows of one kind of event are read. `time_formats`: those tried in order; ISO times are always read.

    `read`: the properties that are read from text, by their names.
    """

    source: str
    zone: ZoneInfo
    time_formats: tuple[str, ...] = ()
    assumed_time: bool = False
    read: Mapping[str, Reading] = field(default_factory=dict)


def read_row(raw: Raw, kind: RowKind, message_id: str | None) -> Event:
    """The event that the row is. Raises NotUnderstood.

    `message_id`: as its load named it; a row with an id is named by that, as it is now.
    """
    customer = read_name("customer", raw.get("customer"))
    name = read_name("event", raw.get("event"))
    time = _time(raw.get("time"), kind)
    if "id" in raw or message_id is None:
        message_id = f"{name}:{read_name('id', raw.get('id'))}"
    properties = _read(read_properties(raw.get("properties"), "properties"), kind)
    return Event(kind.source, message_id, customer, name, time, properties, kind.assumed_time)


def _read(properties: dict[str, Value], kind: RowKind) -> dict[str, Value]:
    """The properties with those read that are still text. Raises NotUnderstood."""
    for name, reading in kind.read.items():
        text = properties.get(name)
        if not isinstance(text, str):
            continue
        value, bad = reading.one(text)
        if bad:
            raise NotUnderstood(reading.code, f"properties.{name}", text, reading.reason(name))
        properties |= read_properties({name: value}, "properties")
        if value is None:
            del properties[name]
    return properties


def _time(given: object, kind: RowKind) -> int:
    if given is None or str(given).strip() == "":
        raise NotUnderstood("no_time", "time", given, "There is no time.")
    for text in _shapes(str(given).strip(), kind.time_formats):
        try:
            return read_time(text, kind.zone).time
        except CestaError:
            continue
    raise NotUnderstood("bad_time", "time", given, "This is no time that can be read.")


def _shapes(text: str, formats: Sequence[str]) -> list[str]:
    """The time as ISO text, in each way that it can be read."""
    read = [text if shape == ISO else read_as(text, shape) for shape in (*formats, ISO)]
    return [each for each in read if each is not None]
