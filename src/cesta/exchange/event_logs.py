"""The journeys behind a map as event logs: XES (IEEE 1849), a trace a journey, and OCEL 2, events of customers."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np

from cesta.exchange.carried import document_in, no_map_inside
from cesta.exchange.cjml import plain_xml
from cesta.exchange.sheet import Sheet
from cesta.maps.bind import bound
from cesta.maps.compose import Picked
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace

CARRIED = "cesta:map"
MAP_TYPE = "map"
SAID = ("stage", "event", "channel")
LINES = "<?xml version='1.0' encoding='UTF-8'?>\n"
EXTENSIONS = (("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle"))


@dataclass(frozen=True, slots=True)
class Touched:
    """A touchpoint as a customer met it on a journey."""

    customer: str
    journey: int
    touchpoint: str
    stage: str
    event: str
    channel: str
    time: str


def touches(workspace: Workspace, sheet: Sheet, picked: Picked) -> Iterator[Touched]:
    """Every event of the sheet's journeys that a touchpoint explains, journey by journey in order of time."""
    found = bound(workspace, sheet.view.id, picked)
    trace, columns = found.trace, found.trace.columns
    shown = found.book.pool[np.maximum(trace.journey, 0)] & (trace.journey >= 0) & (trace.touch >= 0)
    rows = np.flatnonzero(shown)
    names = [stop.name for stop in sheet.stops]
    stages = [stage.name for stage in sheet.view.stages for _ in stage.touchpoints]
    channels = [stop.channel for stop in sheet.stops]
    for row in rows[np.lexsort((columns.times[rows], trace.journey[rows]))]:
        journey, place = int(trace.journey[row]), int(trace.touch[row])
        customer = str(columns.customers[int(trace.cut.owner[journey])])
        yield Touched(
            customer,
            journey,
            names[place],
            stages[place],
            columns.names[int(columns.codes[row])],
            channels[place],
            show_instant(int(columns.times[row])),
        )


def xes_of(sheet: Sheet, found: Iterator[Touched]) -> bytes:
    """A trace for each journey, the map in an attribute of the log."""
    parts = [
        LINES,
        '<log xes.version="1849-2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">\n',
    ]
    for name, prefix in EXTENSIONS:
        parts.append(
            f'<extension name="{name}" prefix="{prefix}" uri="http://www.xes-standard.org/{prefix}.xesext"/>\n'
        )
    parts += [_string("concept:name", sheet.view.title), _string(CARRIED, sheet.text)]
    last = None
    for each in found:
        if each.journey != last:
            parts.append("</trace>\n" if last is not None else "")
            parts += ["<trace>", _string("concept:name", each.customer), _string("cesta:journey", str(each.journey))]
            last = each.journey
        fields = (("concept:name", each.touchpoint), ("cesta:stage", each.stage), ("cesta:event", each.event))
        said = "".join(_string(key, value) for key, value in (*fields, ("cesta:channel", each.channel)))
        when = f'<date key="time:timestamp" value="{each.time}"/>{_string("lifecycle:transition", "complete")}'
        parts.append(f"<event>{said}{when}</event>\n")
    parts.append("</trace>\n" if last is not None else "")
    return "".join([*parts, "</log>\n"]).encode()


def _string(key: str, value: str) -> str:
    said = "".join(letter for letter in value if letter.isprintable() or letter in "\n\t")
    return f"<string key={quoteattr(key)} value={quoteattr(said, {chr(10): '&#10;', chr(9): '&#9;'})}/>"


def ocel_of(sheet: Sheet, found: Iterator[Touched]) -> bytes:
    """Events that concern a customer and a journey, and the map itself as an object; as OCEL 2 JSON."""
    carried = {"name": "document", "value": sheet.text, "time": "1970-01-01T00:00:00Z"}
    objects = {"map": _object(f"map:{sheet.view.id}", MAP_TYPE, [carried])}
    events = []
    for number, each in enumerate(found):
        customer, journey = f"customer:{each.customer}", f"journey:{each.journey}"
        objects.setdefault(customer, _object(customer, "customer"))
        objects.setdefault(journey, _object(journey, "journey", of=customer))
        said = zip(SAID, (each.stage, each.event, each.channel), strict=True)
        events.append(
            {
                "id": f"e{number}",
                "type": each.touchpoint,
                "time": each.time,
                "attributes": [{"name": name, "value": value} for name, value in said],
                "relationships": [_about(customer, "customer"), _about(journey, "journey")],
            }
        )
    kinds = [_type(str(kind), SAID) for kind in dict.fromkeys(event["type"] for event in events)]
    types = [_type(MAP_TYPE, ("document",)), _type("customer"), _type("journey")]
    whole = {"objectTypes": types, "eventTypes": kinds, "objects": list(objects.values()), "events": events}
    return json.dumps(whole, ensure_ascii=False).encode()


def _object(id_: str, kind: str, attributes: Sequence[Any] = (), of: str | None = None) -> dict[str, Any]:
    beside = [] if of is None else [_about(of, "of")]
    return {"id": id_, "type": kind, "attributes": list(attributes), "relationships": beside}


def _about(object_: str, qualifier: str) -> dict[str, str]:
    return {"objectId": object_, "qualifier": qualifier}


def _type(name: str, attributes: Sequence[str] = ()) -> dict[str, Any]:
    return {"name": name, "attributes": [{"name": each, "type": "string"} for each in attributes]}


def read_xes(content: bytes, name: str) -> Any:
    """The map that a log of ours carries. Raises no_map_inside, bad_file."""
    with plain_xml(content, name):
        for _, each in ET.iterparse(io.BytesIO(content), ("start",)):
            if each.tag.endswith("trace"):  # the log speaks of itself before its traces
                break
            if each.get("key") == CARRIED:
                return document_in(each.get("value", ""))
    raise no_map_inside()


def read_ocel(content: bytes, _name: str) -> Any:
    """The map that a log of ours carries. Raises no_map_inside."""
    try:
        objects = json.loads(content).get("objects", [])
        for each in objects:
            if each.get("type") == MAP_TYPE:
                return document_in(each["attributes"][0]["value"])
    except (ValueError, AttributeError, LookupError, TypeError, RecursionError):
        pass
    raise no_map_inside()
